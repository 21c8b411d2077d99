import { applyHistoryCommand, readHistoryCommand, type HistoryCommand } from '../history/continue-history';
import type { HistoryRun } from '../history/import-run';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { discardHeld, resendHeld, restoreHeld } from '../sending/held-batches';
import type { SendingRun } from '../sending/sending-state';

/** What a person may ask for a held batch. */
export const HELD_COMMANDS = ['send', 'discard', 'restore'] as const;
export type HeldCommand = (typeof HELD_COMMANDS)[number];

/** The field of `orders` for a command: pressing twice, or two people pressing, sets the same field. */
export function commandField(command: HeldCommand, number: number): string {
  return `${command}_${number}`;
}

interface HeldBatchCommand {
  readonly kind: 'held';
  readonly field: string;
  readonly command: HeldCommand;
  readonly number: number;
}

interface ImportCommand {
  readonly kind: 'import';
  readonly field: string;
  readonly command: HistoryCommand;
}

/** What a person asked for. */
export type Command = HeldBatchCommand | ImportCommand;

function readCommand(field: string): readonly Command[] {
  const forImport = readHistoryCommand(field);
  if (forImport !== null) return [{ kind: 'import', field, command: forImport }];
  const [word, digits] = field.split('_');
  const command = HELD_COMMANDS.find((each) => each === word);
  const number = Number(digits);
  return command === undefined || !Number.isSafeInteger(number)
    ? []
    : [{ kind: 'held', field, command, number }];
}

/** True for a command that sends contacts, and so has to wait until injixo and Freshdesk answer; all others need neither. */
export function isSending({ command }: Command): boolean {
  return command === 'send';
}

/** Reads what people asked for, and makes the key when there is none yet. One operation, two the first time. */
export async function readCommands(store: KeyValueStore): Promise<readonly Command[]> {
  const stored = await store.get(KEYS.orders);
  if (stored === undefined) await store.set(KEYS.orders, { v: 1 });
  return Object.keys(stored ?? {}).flatMap(readCommand);
}

/** A command that resolves to true stands, and is carried out again by the next run. */
const APPLY: Readonly<Record<HeldCommand, (run: SendingRun, number: number) => Promise<unknown>>> = {
  send: resendHeld,
  discard: discardHeld,
  restore: restoreHeld,
};

async function apply(run: HistoryRun, each: Command): Promise<void> {
  if (each.kind === 'import') return applyHistoryCommand(run, each.command);
  const stands = await APPLY[each.command](run, each.number);
  if (stands === true) await run.store.setFields(KEYS.orders, { [each.field]: 1 });
}

/**
 * Does what people asked for, each command taken out before it is carried out: a kill can only lose a command, never do it
 * twice; its batch is then still held and shown. What is not held any more is left alone.
 */
export async function applyCommands(run: HistoryRun, commands: readonly Command[]): Promise<void> {
  for (const each of commands) {
    const reserve = each.kind === 'held' ? 'heldCommand' : 'importCommand';
    if (!run.budget.affords(0, reserve) || !run.budget.mayPost()) continue;
    await run.store.removeFields(KEYS.orders, [each.field]);
    await apply(run, each);
    const batch = each.kind === 'held' ? { batch: each.number } : {};
    run.log.info('order obeyed', { event: each.command, ...batch });
  }
}
