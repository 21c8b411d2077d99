import { batchLimit } from '../sending/retry-rules';
import { LIMITS } from '../values/limits';
import type { Cursor } from '../freshdesk/ticket-list-cursor';
import { readChunks } from './read-chunks';
import {
  fitToStart,
  readHistory,
  writeHistory,
  type HistoryRecord,
  beginSpan,
  nextList,
} from './history-record';
import { isImporting, viewOf, type HistoryView, startProblem, type HistoryProblemCode } from './history-view';
import { mayNote, mayRead, startImportRun, type HistoryRun, type ImportRun } from './import-run';
import { addReplies, readReplyPart } from './imported';
import { planHistory } from './plan-history';
import { closeOutcome, countContacts, sendDeferred, sendChunks } from './send-chunks';
import type { Chunk } from './ticket-chunks';

function viewIn(run: HistoryRun, record: HistoryRecord): HistoryView {
  const failures = { failure: run.sending.value.failure, freshdeskFailure: run.freshdesk.value.failure };
  return viewOf(record, failures, run.now(), run.queues.size());
}

/** Writes what the run settled: marks, bits, replies, and where the import goes on. */
async function save(work: ImportRun): Promise<void> {
  const { run } = work;
  const { totals } = work.record;
  const calls = totals.calls + run.session.creditsSpent() - work.callsBefore;
  work.record = { ...work.record, totals: { ...totals, calls } };
  if (!work.isWritten) {
    await run.ledger.save();
    await work.bits.save();
    work.record = await addReplies(run.store, work.record, work.known, work.replies);
    await writeHistory(run.store, work.record);
  }
  run.history.set(viewIn(run, work.record));
}

/** The key sees all tickets; when it does not, the walk goes back to where it was when the key last did. */
async function isWhole(work: ImportRun): Promise<boolean> {
  const { run } = work;
  const before = run.freshdesk.value.scopeSeenAt;
  if (await run.session.seesAllTickets()) {
    if (run.freshdesk.value.scopeSeenAt !== before)
      work.record = { ...work.record, cursorAtFullScope: work.record.cursor };
    return true;
  }
  if (run.freshdesk.value.failure?.code === 'freshdesk_scope')
    work.record = { ...work.record, cursor: work.record.cursorAtFullScope };
  return false;
}

/** Reads a batch's worth, sends it, and so on; what is left unsent is read again in the next run. */
async function workOnWalk(work: ImportRun, first: Cursor): Promise<Cursor | null> {
  let walk = first;
  let rest: readonly Chunk[] = [];
  let goOn = true;
  while (goOn) {
    const room = Math.max(1, batchLimit(work.run) - countContacts(rest));
    const gathered = await readChunks(work, walk, room);
    walk = gathered.walk;
    const sent = await sendChunks(work, [...rest, ...gathered.chunks], gathered.isFull);
    rest = sent.rest;
    goOn = sent.goOn && gathered.isFull && mayRead(work);
  }
  if (rest.length > 0) rest = (await sendChunks(work, rest, false)).rest;
  await closeOutcome(work);
  if (rest.length > 0 || work.isWritten) return null;
  work.record = { ...work.record, cursor: walk };
  return walk;
}

/** True when the list is read to its end and the next one may follow in the same run. */
async function workOnList(work: ImportRun): Promise<boolean> {
  const { cursor } = work.record;
  const end = cursor === null ? null : await workOnWalk(work, cursor);
  if (end === null || !end.isRead) return false;
  work.record = nextList(work.record, end, work.run.session.time());
  return !work.record.isDone && work.record.cursor !== end;
}

async function workOnLists(work: ImportRun): Promise<void> {
  let goOn = true;
  while (goOn && mayRead(work) && mayNote(work)) goOn = await workOnList(work);
}

async function plan(work: ImportRun): Promise<void> {
  const { run, record } = work;
  if (record.plan !== null) return;
  const { perMinute } = run.session.memory().quota;
  const creditsPerMinute = perMinute ?? LIMITS.freshdeskCallsPerMinute;
  work.record = { ...record, plan: await planHistory(run.session.get, record, creditsPerMinute) };
}

/** True when the import may read now: lists may be as old as the scan believes them to be, and show all before the cut-over only then. */
function mayReadYet(run: HistoryRun, record: HistoryRecord): boolean {
  return record.begunAt !== null || run.session.time() >= run.cutOver + LIMITS.scanAgeMs;
}

async function workOnStage(work: ImportRun): Promise<void> {
  await plan(work);
  if (!mayReadYet(work.run, work.record)) return;
  if (work.record.begunAt === null) work.record = beginSpan(work.record, work.run.session.time());
  if (!(await isWhole(work))) return;
  await sendDeferred(work);
  await workOnLists(work);
}

/** True when the import is through with what is asked for. */
function isThrough(view: HistoryView | null, start: number): boolean {
  return view !== null && view.state === 'done' && start >= view.from;
}

/** Shows an import that may not go on: what is under way stands still, what an earlier, better start imported stays as it is. */
function showStandstill(run: HistoryRun, view: HistoryView, code: HistoryProblemCode): void {
  const state = isImporting(view) ? 'paused' : view.state;
  run.history.set({ ...view, state, problem: { code } });
}

function refuse(run: HistoryRun, start: number, code: NonNullable<ReturnType<typeof startProblem>>): void {
  const empty = { ...fitToStart(null, start, run.cutOver), control: 'paused' as const };
  showStandstill(run, run.history.value ?? viewIn(run, empty), code);
}

function isUntouched({ doneUntil, contacts }: HistoryView): boolean {
  return doneUntil === null && contacts === 0;
}

/** No history is wanted, or no more: a plan is dropped, what was begun waits for the start to be entered again. */
function standStill(run: HistoryRun): void {
  const history = run.history.value;
  if (history === null || history.state === 'done' || history.state === 'cancelled') return;
  if (isUntouched(history)) run.history.set(null);
  else showStandstill(run, history, 'start_missing');
}

async function open(run: HistoryRun, start: number): Promise<ImportRun> {
  const opsBefore = run.budget.opsSpent();
  const record = fitToStart(await readHistory(run.store), start, run.cutOver);
  const known = await readReplyPart(run.store, record.span, record.replyParts - 1);
  return startImportRun(run, record, { opsBefore, known });
}

function hasRoom({ budget }: HistoryRun): boolean {
  return budget.affords(0, 'import') && budget.mayPost();
}

/**
 * Goes on with the import of the history, with the time, the operations and the calls that live contacts and the scan left.
 * At most 22 operations; none when no history is wanted, or all of it is imported.
 */
export async function continueHistory(run: HistoryRun): Promise<void> {
  const { historyFrom: start } = run;
  if (start === null) return standStill(run);
  if (isThrough(run.history.value, start)) return;
  const problem = startProblem(start, run.cutOver);
  if (problem !== null) return refuse(run, start, problem);
  if (!hasRoom(run)) return;
  const work = await open(run, start);
  if (work.record.control === 'go' && !work.record.isDone) await workOnStage(work);
  await save(work);
}

/** What a person may order about the import. */
export const HISTORY_COMMANDS = ['pause', 'resume', 'cancel'] as const;
export type HistoryCommand = (typeof HISTORY_COMMANDS)[number];

/** The field of `orders` for an order; pressing twice sets the same field. */
export function historyCommandField(order: HistoryCommand): string {
  return `history_${order}`;
}

/** The order behind a field of `orders`; null for any other field. */
export function readHistoryCommand(field: string): HistoryCommand | null {
  return HISTORY_COMMANDS.find((order) => historyCommandField(order) === field) ?? null;
}

const CONTROL: Readonly<Record<HistoryCommand, HistoryRecord['control']>> = {
  pause: 'paused',
  resume: 'go',
  cancel: 'cancelled',
};

/** Pauses, resumes or cancels the import; nothing when there is none. What is sent stays; a resumed one goes on where it was. Two operations. */
export async function applyHistoryCommand(run: HistoryRun, order: HistoryCommand): Promise<void> {
  const record = await readHistory(run.store);
  if (record === null) return;
  const changed = { ...record, control: CONTROL[order] };
  await writeHistory(run.store, changed);
  run.history.set(viewIn(run, changed));
}
