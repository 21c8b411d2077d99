import { batchLimit } from '../sending/retry-rules';
import { KEYS, KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { Cursor } from '../freshdesk/ticket-list-cursor';
import { readChunks } from './read-chunks';
import { fitToStart, lostSpan, readHistory, type HistoryRecord, beginSpan, nextList } from './history-record';
import { isImporting, viewOf, type HistoryView, startProblem, type HistoryProblemCode } from './history-view';
import { mayNote, mayRead, startImportRun, type HistoryRun, type ImportRun } from './import-run';
import { addReplies, readReplyPart } from './imported';
import { planHistory } from './plan-history';
import { closeOutcome, sendDeferred, sendChunks } from './send-chunks';
import { hasDueAgain, tryAsideAgain } from './try-aside';
import type { Chunk } from './ticket-chunks';

function viewIn(run: HistoryRun, record: HistoryRecord): HistoryView {
  const failures = { failure: run.sending.value.failure, freshdeskFailure: run.freshdesk.value.failure };
  return viewOf(record, failures, run.now(), run.queues.size());
}

/** Writes the progress of the run: marks, bits, replies, and where the import goes on. */
async function save(work: ImportRun): Promise<void> {
  const { run } = work;
  const { totals } = work.record;
  const calls = totals.calls + run.session.creditsSpent() - work.callsBefore;
  work.record = { ...work.record, totals: { ...totals, calls } };
  if (!work.isWritten) {
    await run.ledger.save();
    await work.bits.save();
    work.record = await addReplies(run.store, work.record, work.known, work.replies);
    await run.store.set(KEYS.history, work.record);
  }
  run.history.set(viewIn(run, work.record));
}

/** True when the key sees all tickets; otherwise the cursor goes back to where it was when the key last did. */
async function hasFullScope(work: ImportRun): Promise<boolean> {
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

/** Reads and sends batch by batch; null when contacts are left, which the next run reads again. */
async function workFrom(work: ImportRun, first: Cursor): Promise<Cursor | null> {
  let cursor = first;
  let rest: readonly Chunk[] = [];
  let goOn = true;
  while (goOn) {
    const room = Math.max(1, batchLimit(work.run) - rest.flatMap(({ contacts }) => contacts).length);
    const read = await readChunks(work, cursor, room);
    cursor = read.cursor;
    const sent = await sendChunks(work, [...rest, ...read.chunks], read.isFull);
    rest = sent.rest;
    goOn = sent.goOn && read.isFull;
  }
  if (rest.length > 0) rest = (await sendChunks(work, rest, false)).rest;
  await closeOutcome(work);
  if (rest.length > 0 || work.isWritten) return null;
  work.record = { ...work.record, cursor };
  return cursor;
}

/** Plans and begins the span when that is due; false while it cannot be worked on. */
async function openSpan(work: ImportRun): Promise<boolean> {
  const { run, record } = work;
  if (record.plan === null) {
    const creditsPerMinute = run.session.creditsPerMinute();
    work.record = { ...record, plan: await planHistory(run.session.get, record, creditsPerMinute) };
  }
  if (record.begunAt === null) {
    // Freshdesk's list can lag 15 minutes, so reading starts 15 minutes after the cut-over.
    if (run.session.time() < run.cutOver + LIMITS.scanAgeMs) return false;
    work.record = beginSpan(work.record, run.session.time());
  }
  return await hasFullScope(work);
}

/** Sends what is deferred, tries what was set aside, then works on one list after the other while the run may. */
async function workOnLists(work: ImportRun): Promise<void> {
  await sendDeferred(work);
  await tryAsideAgain(work);
  let { cursor } = work.record;
  while (cursor !== null && mayRead(work) && mayNote(work)) {
    const end = await workFrom(work, cursor);
    if (end?.isRead !== true) return;
    work.record = nextList(work.record, end, work.run.session.time());
    // The last list of a sweep stays while contacts are deferred.
    cursor = work.record.cursor === end ? null : work.record.cursor;
  }
}

/** A finished import only tries what was set aside. */
async function goOn(work: ImportRun): Promise<void> {
  if (work.record.isDone) await tryAsideAgain(work);
  else if (await openSpan(work)) await workOnLists(work);
}

/** Without a start in the settings: a plan is dropped, and a begun import waits for the start to be entered again. */
function standStill(run: HistoryRun): null {
  const history = run.history.value;
  if (history === null || history.state === 'done' || history.state === 'cancelled') return null;
  const isBegun = history.doneUntil !== null || history.contacts > 0;
  run.history.set(isBegun ? { ...history, state: 'paused', problem: { code: 'start_missing' } } : null);
  return null;
}

/** Shows what is wrong with the start in the settings: a running import pauses, a finished one stays finished. */
function refuseStart(run: HistoryRun, start: number, code: HistoryProblemCode): null {
  const empty = { ...fitToStart(null, start, run.cutOver), control: 'paused' as const };
  const view = run.history.value ?? viewIn(run, empty);
  const state = isImporting(view) ? 'paused' : view.state;
  run.history.set({ ...view, state, problem: { code } });
  return null;
}

/** The start of what is to be imported; null when nothing is, and the view then shows why. */
function startToImport(run: HistoryRun): number | null {
  const { historyFrom: start, cutOver } = run;
  const view = run.history.value;
  if (start === null) return standStill(run);
  if (view?.state === 'done' && start >= view.from && !hasDueAgain(view, run.now())) return null;
  const code = startProblem(start, cutOver);
  return code === null ? start : refuseStart(run, start, code);
}

/**
 * The record of the import; null when none was begun. Nothing may rely on a record that only seems to be missing, and an
 * import whose record is really gone is cancelled. @ops 1, 2 when it is missing
 */
async function openRecord(run: HistoryRun): Promise<HistoryRecord | null> {
  const { store, log } = run;
  const record = await readHistory(store);
  if (record !== null) return record;
  await store.prove([KEYS.history]);
  const view = run.history.value;
  if (view === null || (view.doneUntil === null && view.contacts === 0)) return null;
  log.warn('the record of the import is gone, it is cancelled');
  store.reportLost({ records: 1, contacts: 0 });
  return lostSpan(view, run.now());
}

/**
 * Goes on with the import, with the time, operations and calls that live contacts and the scan left.
 * @ops 24; 0 when no history is wanted or all of it is imported
 */
export async function continueHistory(run: HistoryRun): Promise<void> {
  const { budget, store } = run;
  const start = startToImport(run);
  if (start === null || !budget.affords(0, 'import') || !budget.mayPost()) return;
  const opsBefore = budget.opsSpent();
  const record = fitToStart(await openRecord(run), start, run.cutOver);
  const { span, replyParts } = record;
  const known = await readReplyPart(store, span, replyParts - 1);
  await store.prove([KEY_OF.importedReplies(span, replyParts - 1)]);
  const work = startImportRun(run, record, { opsBefore, known });
  try {
    if (record.control === 'go') await goOn(work);
  } finally {
    await work.ahead.end();
  }
  await save(work);
}

/** What the page's buttons may do with the import. */
export const HISTORY_COMMANDS = ['pause', 'resume', 'cancel'] as const;
export type HistoryCommand = (typeof HISTORY_COMMANDS)[number];

/** The field of `orders` for a command; pressing twice sets the same field. */
export function historyCommandField(command: HistoryCommand): string {
  return `history_${command}`;
}

/** The command behind a field of `orders`; null for any other field. */
export function readHistoryCommand(field: string): HistoryCommand | null {
  return HISTORY_COMMANDS.find((command) => historyCommandField(command) === field) ?? null;
}

const CONTROL: Readonly<Record<HistoryCommand, HistoryRecord['control']>> = {
  pause: 'paused',
  resume: 'go',
  cancel: 'cancelled',
};

/** Pauses, resumes or cancels the import, if there is one. A resumed import goes on where it was. @ops 2 */
export async function applyHistoryCommand(run: HistoryRun, command: HistoryCommand): Promise<void> {
  const record = await openRecord(run);
  if (record === null || record.isLost) return;
  const changed = { ...record, control: CONTROL[command] };
  await run.store.set(KEYS.history, changed);
  run.history.set(viewIn(run, changed));
}
