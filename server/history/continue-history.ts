import { batchLimit } from '../sending/retry-rules';
import { KEYS, KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { Cursor } from '../freshdesk/ticket-list-cursor';
import { readChunks } from './read-chunks';
import { addSpan, beginSpan, nextList, readHistory } from './history-record';
import {
  isImporting,
  isStartWrong,
  startProblem,
  withPlan,
  type HistoryProblemCode,
  type HistoryView,
} from './history-view';
import {
  affordsBatch,
  mayRead,
  openRecord,
  startImportRun,
  viewIn,
  type HistoryRun,
  type ImportRun,
} from './import-run';
import { addReplies, readReplyPart } from './imported';
import { followStart, planHistory } from './plan-history';
import { closeOutcome, sendDeferred, sendChunks } from './send-chunks';
import { hasDueAgain, tryAsideAgain } from './try-aside';
import type { Chunk } from './ticket-chunks';
import { readEarlyReplies } from '../ledger/early-replies';

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

/** Reads which replies of the span were counted live before it was started: since then they are left to the import. */
async function readEarly(work: ImportRun): Promise<void> {
  if (work.record.earlyParts === 0) return;
  const { store } = work.run;
  const { ids, keys } = await readEarlyReplies(store);
  await store.prove(keys);
  work.early = ids;
  work.record = { ...work.record, earlyParts: ids.size === 0 ? 0 : keys.length };
}

/** Begins the span when that is due; false while it cannot be worked on. */
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
  await readEarly(work);
  return await hasFullScope(work);
}

/** Sends what is deferred, tries what was set aside, then works on one list after the other while the run may. */
async function workOnLists(work: ImportRun): Promise<void> {
  await sendDeferred(work);
  await tryAsideAgain(work);
  let { cursor } = work.record;
  while (cursor !== null && mayRead(work) && affordsBatch(work)) {
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

/** Without a start in the settings: a plan is dropped, and a started import waits for the start to be entered again. */
function standStill(run: HistoryRun): null {
  const history = run.history.value;
  if (history === null || history.state === 'done' || history.state === 'cancelled') return null;
  const isStarted = history.startedFrom !== null;
  const waiting = { ...history, state: 'paused', next: null, problem: { code: 'start_missing' } } as const;
  run.history.set(isStarted ? waiting : null);
  return null;
}

/** Shows what is wrong with the start in the settings: a running import pauses, a finished one stays finished. */
function refuseStart(run: HistoryRun, start: number, code: HistoryProblemCode): null {
  const view = run.history.value ?? withPlan(null, { from: start, until: run.cutOver, plan: null });
  const state = isImporting(view) ? 'paused' : view.state;
  const plan = view.startedFrom === null ? null : view.plan;
  run.history.set({ ...view, state, plan, next: null, problem: { code } });
  return null;
}

/** The start in the settings; null when it is missing or cannot be, and the view then shows why. */
function startToImport(run: HistoryRun): number | null {
  const { historyFrom: start, cutOver } = run;
  if (start === null) return standStill(run);
  const view = run.history.value;
  // A later start than one that was started has no effect.
  const isLater = start >= (view?.startedFrom ?? Infinity);
  const code = isLater ? null : startProblem(start, cutOver);
  if (code !== null) return refuseStart(run, start, code);
  if (isStartWrong(view)) run.history.change({ problem: null });
  return start;
}

/** True while something of what was started is left to do. */
function isLeft(view: HistoryView | null, now: number): view is HistoryView {
  if (view === null || view.startedFrom === null) return false;
  const { startedFrom, state, from } = view;
  return state !== 'done' || startedFrom < from || hasDueAgain(view, now);
}

/** Takes up an import that was started when the state does not know it any more. @ops 1 */
async function findStarted(run: HistoryRun): Promise<void> {
  const record = await readHistory(run.store);
  if (record !== null && record.begunAt !== null) run.history.set(viewIn(run, record));
}

/**
 * Follows the start in the settings with the plan, and goes on with what was started, with the time, operations and calls
 * that live contacts and the scan left.
 * @ops 24; 1 before there is a plan; 0 while nothing was started, or all of it is imported
 */
export async function continueHistory(run: HistoryRun): Promise<void> {
  const { budget, store } = run;
  const start = startToImport(run);
  if (start === null || !budget.affords(0, 'import') || !budget.mayPost()) return;
  if (run.history.value === null) await findStarted(run);
  await followStart(run, start);
  const view = run.history.value;
  if (!isLeft(view, run.now())) return;
  const opsBefore = budget.opsSpent();
  const record = addSpan(await openRecord(run, view));
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
