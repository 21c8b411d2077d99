import type { RunContext } from '../delivery/run-context';
import { batchLimit } from '../delivery/sending-rules';
import { LIMITS } from '../platform/limits';
import { freshdeskTime } from '../scan/freshdesk-time';
import { seesEverything } from '../scan/scope';
import type { Walk } from '../scan/walk';
import { gatherSteps } from './gather-steps';
import { startProblem, type HistoryProblemCode } from './history-problems';
import { fitToStart, readHistory, writeHistory, type HistoryRecord } from './history-record';
import { isImporting, tellProblem, viewOf, type HistoryView } from './history-view';
import { mayNote, mayRead, startWork, type HistoryWork } from './history-work';
import { addReplies, readReplyPart } from './imported-replies';
import { beginStage, nextWalk } from './next-walk';
import { planHistory } from './plan-history';
import { closeOutcome, countContacts, sendLate, sendSteps } from './send-steps';
import type { Step } from './steps';

function show(run: RunContext, record: HistoryRecord): void {
  const view = viewOf(record, run.state, run.now(), run.queues.size());
  run.state = { ...run.state, history: view };
}

/** Writes what the run settled: marks, bits, replies, and where the import goes on. */
async function save(work: HistoryWork): Promise<void> {
  const { run } = work;
  const { totals } = work.record;
  const calls = totals.calls + run.quota.spent() - work.callsBefore;
  work.record = { ...work.record, totals: { ...totals, calls } };
  if (!work.isWritten) {
    await run.ledger.save();
    await work.bits.save();
    work.record = await addReplies(run.store, work.record, work.known, work.replies);
    await writeHistory(run.store, work.record);
  }
  show(run, work.record);
}

/** The key sees all tickets; when it does not, the walk goes back to where it was when the key last did. */
async function isWhole(work: HistoryWork): Promise<boolean> {
  const { run } = work;
  const before = run.state.scan.scopeSeenAt;
  if (await seesEverything(run)) {
    if (run.state.scan.scopeSeenAt !== before)
      work.record = { ...work.record, walkAtScope: work.record.walk };
    return true;
  }
  if (run.state.freshdeskFailure?.code === 'freshdesk_scope')
    work.record = { ...work.record, walk: work.record.walkAtScope };
  return false;
}

/** Reads a batch's worth, sends it, and so on; what is left unsent is read again in the next run. */
async function workOnWalk(work: HistoryWork, first: Walk): Promise<Walk | null> {
  let walk = first;
  let rest: readonly Step[] = [];
  let goOn = true;
  while (goOn) {
    const room = Math.max(1, batchLimit(work.run) - countContacts(rest));
    const gathered = await gatherSteps(work, walk, room);
    walk = gathered.walk;
    const sent = await sendSteps(work, [...rest, ...gathered.steps], gathered.isFull);
    rest = sent.rest;
    goOn = sent.goOn && gathered.isFull && mayRead(work);
  }
  if (rest.length > 0) rest = (await sendSteps(work, rest, false)).rest;
  await closeOutcome(work);
  if (rest.length > 0 || work.isWritten) return null;
  work.record = { ...work.record, walk };
  return walk;
}

/** True when the list is read to its end and the next one may follow in the same run. */
async function workOnList(work: HistoryWork): Promise<boolean> {
  const { walk } = work.record;
  const end = walk === null ? null : await workOnWalk(work, walk);
  if (end === null || !end.isRead) return false;
  work.record = nextWalk(work.record, end, freshdeskTime(work.run));
  return !work.record.isDone && work.record.walk !== end;
}

async function workOnLists(work: HistoryWork): Promise<void> {
  let goOn = true;
  while (goOn && mayRead(work) && mayNote(work)) goOn = await workOnList(work);
}

async function plan(work: HistoryWork): Promise<void> {
  const { run, record } = work;
  if (record.plan !== null) return;
  const { perMinute } = run.quota.memory();
  const creditsPerMinute = perMinute ?? LIMITS.freshdeskCallsPerMinute;
  work.record = { ...record, plan: await planHistory(run.get, record, creditsPerMinute) };
}

/** True when the import may read now: lists may be as old as the scan believes them to be, and show all before the cut-over only then. */
function mayReadYet(run: RunContext, record: HistoryRecord): boolean {
  return record.begunAt !== null || freshdeskTime(run) >= run.state.cutOver + LIMITS.scanAgeMs;
}

async function workOnStage(work: HistoryWork): Promise<void> {
  await plan(work);
  if (!mayReadYet(work.run, work.record)) return;
  if (work.record.begunAt === null) work.record = beginStage(work.record, freshdeskTime(work.run));
  if (!(await isWhole(work))) return;
  await sendLate(work);
  await workOnLists(work);
}

/** True when the import is through with what is asked for. */
function isThrough(view: HistoryView | null, start: number): boolean {
  return view !== null && view.state === 'done' && start >= view.from;
}

/** Shows an import that may not go on: what is under way stands still, what an earlier, better start imported stays as it is. */
function showStandstill(run: RunContext, view: HistoryView, code: HistoryProblemCode): void {
  const state = isImporting(view) ? 'paused' : view.state;
  run.state = { ...run.state, history: { ...view, state, problem: tellProblem(code) } };
}

function refuse(run: RunContext, start: number, code: NonNullable<ReturnType<typeof startProblem>>): void {
  const { history, cutOver } = run.state;
  const empty = { ...fitToStart(null, start, cutOver), control: 'paused' as const };
  showStandstill(run, history ?? viewOf(empty, run.state, run.now(), run.queues.size()), code);
}

function isUntouched({ doneUntil, contacts }: HistoryView): boolean {
  return doneUntil === null && contacts === 0;
}

/** No history is wanted, or no more: a plan is dropped, what was begun waits for the start to be entered again. */
function standStill(run: RunContext): void {
  const { history } = run.state;
  if (history === null || history.state === 'done' || history.state === 'cancelled') return;
  if (isUntouched(history)) run.state = { ...run.state, history: null };
  else showStandstill(run, history, 'start_missing');
}

async function open(run: RunContext, start: number): Promise<HistoryWork> {
  const opsBefore = run.budget.opsSpent();
  const record = fitToStart(await readHistory(run.store), start, run.state.cutOver);
  const known = await readReplyPart(run.store, record.stage, record.replyParts - 1);
  return startWork(run, record, { opsBefore, known });
}

function hasRoom({ budget }: RunContext): boolean {
  return budget.opsLeft() >= LIMITS.historyOpsToBegin && budget.mayPost();
}

/**
 * Goes on with the import of the history, with the time, the operations and the calls that live contacts and the scan left.
 * At most 22 operations; none when no history is wanted, or all of it is imported.
 */
export async function continueHistory(run: RunContext): Promise<void> {
  const { historyFrom: start } = run.settings;
  if (start === null) return standStill(run);
  if (isThrough(run.state.history, start)) return;
  const problem = startProblem(start, run.state.cutOver);
  if (problem !== null) return refuse(run, start, problem);
  if (!hasRoom(run)) return;
  const work = await open(run, start);
  if (work.record.control === 'go' && !work.record.isDone) await workOnStage(work);
  await save(work);
}
