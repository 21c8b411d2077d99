import { KEYS } from '../platform/keys';
import { readField } from '../values/read-field';
import { addSpan, newSpan, readHistory, type HistoryRecord } from './history-record';
import { planFor, type HistoryView } from './history-view';
import { openRecord, viewIn, type HistoryRun } from './import-run';

/** What the page's buttons may do with an import that was started. */
export const HISTORY_COMMANDS = ['pause', 'resume', 'cancel'] as const;
type PlainCommand = (typeof HISTORY_COMMANDS)[number];

/** A command for the import. A start names the plan that it was pressed for. */
export type HistoryCommand =
  | { readonly command: PlainCommand }
  | { readonly command: 'start'; readonly from: number; readonly until: number };

/** The field of `orders` for a command; pressing twice sets the same field. */
export function historyCommandField(command: HistoryCommand['command']): string {
  return `history_${command}`;
}

/** The command in a field of `orders`; null when it is for something else. */
export function readHistoryCommand(field: string, value: unknown): HistoryCommand | null {
  const command = HISTORY_COMMANDS.find((each) => historyCommandField(each) === field);
  if (command !== undefined) return { command };
  const [from, until] = [readField(value, 'from'), readField(value, 'until')];
  const isStart = field === historyCommandField('start');
  return isStart && typeof from === 'number' && typeof until === 'number'
    ? { command: 'start', from, until }
    : null;
}

const CONTROL: Readonly<Record<PlainCommand, HistoryRecord['control']>> = {
  pause: 'paused',
  resume: 'go',
  cancel: 'cancelled',
};

/** The record that a start goes on with; null: it begins anew. @ops 1, 2 when it is missing */
async function recordBefore(run: HistoryRun, view: HistoryView): Promise<HistoryRecord | null> {
  if (view.startedFrom !== null) return await openRecord(run, view);
  const record = await readHistory(run.store);
  // What a run wrote that was killed before the state knew of it has sent nothing.
  const isBegun = record !== null && (record.begunAt !== null || record.isLost);
  return isBegun ? record : null;
}

/**
 * Starts the plan that the command names, unless it has changed since. The state says so before the command is taken out: from then
 * on, contacts of that time are the import's. @ops 3
 */
async function startImport(
  run: HistoryRun,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<void> {
  const { store, history } = run;
  const view = history.value;
  const planned = planFor(view, { from, until });
  if (view === null || planned === null || run.historyFrom !== from) return;
  const before = await recordBefore(run, view);
  if (before !== null && before.isLost) return;
  const record =
    before === null
      ? { ...newSpan(from, until, 1), plan: planned.plan }
      : { ...before, startedFrom: Math.min(before.startedFrom, from) };
  await store.set(KEYS.history, record);
  history.set(viewIn(run, addSpan(record)));
  await run.save(1);
}

/** Starts, pauses, resumes or cancels the import, if there is one. A resumed import goes on where it was. @ops 3 */
export async function applyHistoryCommand(run: HistoryRun, asked: HistoryCommand): Promise<void> {
  if (asked.command === 'start') return startImport(run, asked);
  const view = run.history.value;
  if (view === null || view.startedFrom === null) return;
  const record = await openRecord(run, view);
  if (record.isLost) return;
  const changed = { ...record, control: CONTROL[asked.command] };
  await run.store.set(KEYS.history, changed);
  run.history.set(viewIn(run, changed));
}
