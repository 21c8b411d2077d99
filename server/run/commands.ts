import { applyHistoryCommand, readHistoryCommand, type HistoryCommand } from '../history/continue-history';
import type { HistoryRun } from '../history/import-run';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { discardHeld, resendHeld, restoreHeld } from '../sending/held-batches';
import type { SendingRun } from '../sending/sending-state';

/** What a person may ask for a held batch. */
export const HELD_COMMANDS = ['send', 'discard', 'restore'] as const;
export type HeldCommand = (typeof HELD_COMMANDS)[number];

/** The field of a command under `orders`. Pressing twice sets the same field. */
export function commandField(command: HeldCommand, number: number): string {
  return `${command}_${number}`;
}

/** What a person asked for, and its field under `orders`. */
export type Command =
  | { readonly kind: 'held'; readonly field: string; readonly command: HeldCommand; readonly number: number }
  | { readonly kind: 'import'; readonly field: string; readonly command: HistoryCommand };

/** Reads the commands, and creates the key when it is missing. @ops 1, 2 the first time */
export async function readCommands(store: KeyValueStore): Promise<readonly Command[]> {
  const stored = await store.get(KEYS.orders);
  if (stored === undefined) await store.set(KEYS.orders, { v: 1 });
  return Object.keys(stored ?? {}).flatMap((field): readonly Command[] => {
    const forImport = readHistoryCommand(field);
    if (forImport !== null) return [{ kind: 'import', field, command: forImport }];
    const [word, digits] = field.split('_');
    const command = HELD_COMMANDS.find((each) => each === word);
    const number = Number(digits);
    if (command === undefined || !Number.isSafeInteger(number)) return [];
    return [{ kind: 'held', field, command, number }];
  });
}

/** What a run must afford. */
const RESERVES = { held: 'heldCommand', import: 'importCommand' } as const;

/** They resolve to true when the command was not applied, and the next run applies it. */
const APPLY: Readonly<Record<HeldCommand, (run: SendingRun, number: number) => Promise<unknown>>> = {
  send: resendHeld,
  discard: discardHeld,
  restore: restoreHeld,
};

/**
 * Applies commands. Each is removed before it is applied, so a kill can lose it but never apply it twice; its batch is then
 * still held and shown. Batches that are not held any more are ignored.
 */
export async function applyCommands(run: HistoryRun, commands: readonly Command[]): Promise<void> {
  for (const each of commands) {
    if (!run.budget.affords(0, RESERVES[each.kind]) || !run.budget.mayPost()) continue;
    await run.store.removeFields(KEYS.orders, [each.field]);
    if (each.kind === 'import') {
      await applyHistoryCommand(run, each.command);
      run.log.info('command applied', { event: each.command });
      continue;
    }
    const stands = await APPLY[each.command](run, each.number);
    if (stands === true) await run.store.setFields(KEYS.orders, { [each.field]: 1 });
    run.log.info('command applied', { event: each.command, batch: each.number });
  }
}
