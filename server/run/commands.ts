import { applyHistoryCommand, readHistoryCommand, type HistoryCommand } from '../history/history-commands';
import type { HistoryRun } from '../history/import-run';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { keyOf, type KnownName } from '../naming/known-names';
import { sentUnder } from '../naming/names-view';
import { readTypedName } from '../naming/typed-names';
import { discardHeld, resendHeld, restoreHeld } from '../sending/held-batches';

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
  | {
      readonly kind: 'import';
      readonly field: string;
      readonly command: HistoryCommand['command'];
      readonly asked: HistoryCommand;
    }
  | { readonly kind: 'names'; readonly field: string; readonly command: 'name'; readonly name: KnownName };

/** Reads the commands. @ops 1 */
export async function readCommands(store: KeyValueStore): Promise<readonly Command[]> {
  const stored = await store.get(KEYS.orders);
  return Object.entries(stored ?? {}).flatMap(([field, value]): readonly Command[] => {
    const name = readTypedName(field, value);
    if (name !== null) return [{ kind: 'names', field, command: 'name', name }];
    const asked = readHistoryCommand(field, value);
    if (asked !== null) return [{ kind: 'import', field, command: asked.command, asked }];
    const [word, digits] = field.split('_');
    const command = HELD_COMMANDS.find((each) => each === word);
    const number = Number(digits);
    if (command === undefined || !Number.isSafeInteger(number)) return [];
    return [{ kind: 'held', field, command, number }];
  });
}

/** What a run must afford. */
const RESERVES = { held: 'heldCommand', import: 'importCommand', names: 'nameCommand' } as const;

type NameCommand = Extract<Command, { readonly kind: 'names' }>;

/** Takes the names that people gave, but for those that contacts were sent under: their queues keep them. */
async function applyNames(run: HistoryRun, given: readonly NameCommand[]): Promise<void> {
  if (given.length === 0 || !run.budget.affords(0, RESERVES.names)) return;
  const known = await run.names.all();
  const sent = sentUnder(run.queues.list());
  const taken = given.filter(
    ({ name }) => !sent.has(keyOf(name)) || typeof known.get(keyOf(name))?.name !== 'string',
  );
  await run.names.learn(taken.map(({ name }) => name));
  await run.store.removeFields(
    KEYS.orders,
    given.map(({ field }) => field),
  );
  const outcome = taken.length === given.length ? 'accepted' : 'contacts were sent under another name';
  run.log.info('command applied', { event: 'name', outcome });
}

/** Carries out a command and takes it out. */
async function apply(run: HistoryRun, each: Exclude<Command, NameCommand>): Promise<void> {
  const take = (): Promise<void> => run.store.removeFields(KEYS.orders, [each.field]);
  if (each.command === 'send') {
    const isLeft = await resendHeld(run, each.number, take);
    if (isLeft) await run.store.setFields(KEYS.orders, { [each.field]: 1 });
    return;
  }
  if (each.kind === 'import') await applyHistoryCommand(run, each.asked);
  else if (each.command === 'discard') await discardHeld(run, each.number);
  else await restoreHeld(run, each.number);
  await take();
}

/**
 * Applies commands. What may be done twice is done first and taken out after, so that a run that stops loses nothing of it.
 * Sending again is taken out before anything is sent, so a kill can lose it but never send twice; its batch is then still
 * held and shown. Batches that are not held any more are ignored. Names come first: contacts may wait for them.
 */
export async function applyCommands(run: HistoryRun, commands: readonly Command[]): Promise<void> {
  await applyNames(
    run,
    commands.filter((each) => each.kind === 'names'),
  );
  for (const each of commands) {
    if (each.kind === 'names') continue;
    if (!run.budget.affords(0, RESERVES[each.kind]) || !run.budget.mayPost()) continue;
    await apply(run, each);
    const batch = each.kind === 'held' ? { batch: each.number } : {};
    run.log.info('command applied', { event: each.command, ...batch });
  }
}
