import { noteFreshdeskProblem } from '../sending/probe';
import type { RunContext } from '../run/run-context';
import { settleWithoutSending } from '../sending/settle-without-sending';
import { withoutRecord } from '../outbox/waiting-contacts';
import { LIMITS } from '../values/limits';
import { findMissing } from './find-missing';
import type { DayCount } from './day-count';
import {
  mergeMissing,
  readMissing,
  writeMissing,
  type MissingContact,
  settleMissing,
  type KnownWaiting,
} from './unsettled-missing';
import { beginDayCount, continueDayCount, saveDayCount } from './count-day';
import { planRecheck, planLiveScan, planDeletedOrSpamScan, finishScans } from './plan-scans';
import { keySeesEverything, freshdeskTime } from './key-scope';
import {
  nextPage,
  remainingRows,
  CURSOR_KINDS,
  type Cursor,
  type CursorKind,
  listPageAt,
  type ListedPage,
} from '../freshdesk/ticket-list-cursor';

function planWalk(run: RunContext, kind: CursorKind): Cursor | null {
  const { scan, cutOver, checkedUntil } = run.state;
  const { dayOf, startOf } = run.calendar;
  const startOfDay = (at: number): number => startOf(dayOf(at));
  const facts = { cutOver, checkedUntil, now: freshdeskTime(run), startOfDay };
  if (kind === 'live') return planLiveScan(scan, facts);
  return kind === 'deep' ? planRecheck(scan, facts) : planDeletedOrSpamScan(kind, scan, facts);
}

/** The walk as far as Freshdesk's own clock lets it reach, whatever this run's clock said when it was planned. */
function endingInThePast(walk: Cursor, serverTime: number | null): Cursor {
  if (serverTime === null) return walk;
  return { ...walk, until: Math.min(walk.until, serverTime - LIMITS.scanAgeMs) };
}

/** Reads the page a walk stands on and shows it to whoever names contacts; null when Freshdesk did not answer. */
async function readPage(run: RunContext, walk: Cursor): Promise<ListedPage | null> {
  if (walk.isRead || run.listPagesLeft <= 0) return null;
  run.listPagesLeft -= 1;
  const answer = await listPageAt(run.get, walk);
  if (!answer.ok) {
    noteFreshdeskProblem(run, answer.problem);
    return null;
  }
  run.listed.answered = true;
  for (const ticket of answer.value.tickets) run.listed.tickets.set(ticket.id, ticket);
  if (answer.serverTime !== null) {
    run.state = { ...run.state, scan: { ...run.state.scan, aheadMs: answer.serverTime - run.now() } };
  }
  return { cursor: endingInThePast(walk, answer.serverTime), page: answer.value };
}

/** With many finds waiting, a run settles those instead of looking for more. */
function hasRoom(found: number): boolean {
  return found < LIMITS.foundContacts / 2;
}

/**
 * Begins the scan of a run before the outbox is delivered, so that one call serves both: reads the page of the live walk
 * when one is due. At most two calls.
 */
export async function beginScan(run: RunContext): Promise<ListedPage | null> {
  const walk = hasRoom(run.state.scan.found) ? planWalk(run, 'live') : null;
  if (walk === null || !(await keySeesEverything(run))) return null;
  return readPage(run, walk);
}

interface Scanning {
  readonly run: RunContext;
  readonly known: KnownWaiting;
  found: readonly MissingContact[];
  /** What the deep pass counts besides. */
  tally: DayCount | null;
}

/** Collects from one page and settles what it can; the walk's place is kept in `state`, and returned when the page is done. */
async function workOnPage(work: Scanning, { cursor, page }: ListedPage): Promise<Cursor | null> {
  const { run } = work;
  const findings = await findMissing(run, cursor, remainingRows(cursor, page), {
    keys: Math.max(1, run.budget.keysToOpen(LIMITS.scanKeysPerRun) - LIMITS.scanKeysForFinds),
    ticketsToAsk: cursor.kind === 'deep' ? LIMITS.deepTicketsToAsk : LIMITS.scanTicketsToAsk,
    found: LIMITS.foundContacts - work.found.length,
    tally: work.tally,
  });
  await settleWithoutSending(run, findings.leftOut.map(withoutRecord), false);
  work.found = mergeMissing(work.found, findings.found);
  const next = findings.complete ? nextPage(findings.walk, page) : findings.walk;
  run.state = { ...run.state, scan: { ...run.state.scan, [cursor.kind]: next } };
  return findings.complete ? next : null;
}

async function workOnWalk(work: Scanning, first: ListedPage | null): Promise<void> {
  let read = first;
  while (read !== null) {
    const next = await workOnPage(work, read);
    const mayGoOn = hasRoom(work.found.length) && work.run.budget.mayPost();
    read = next !== null && mayGoOn ? await readPage(work.run, next) : null;
  }
}

const AFTER_LIVE = CURSOR_KINDS.filter((kind) => kind !== 'live');

/** A walk through another list; a key that does not see all tickets would end it with some of them left out. */
async function workOnOther(work: Scanning, kind: CursorKind): Promise<void> {
  const { run } = work;
  const walk = planWalk(run, kind);
  if (walk === null || !(await keySeesEverything(run))) return;
  const isCounted = kind === 'deep' && !walk.isRead;
  work.tally = isCounted ? await beginDayCount(run, walk) : null;
  await workOnWalk(work, await readPage(run, walk));
  await saveDayCount(run, work.tally);
  work.tally = null;
}

/** Walks that look into the past wait until the live one is not behind. */
async function workOnOthers(work: Scanning): Promise<void> {
  const { run } = work;
  for (const kind of AFTER_LIVE) {
    const { live } = run.state.scan;
    const mayBegin = (live === null || live.isRead) && run.budget.mayPost() && work.found.length === 0;
    if (mayBegin) await workOnOther(work, kind);
  }
}

/** The record counts only together with the number of finds in `state`. */
async function keepFound(run: RunContext, found: readonly MissingContact[]): Promise<void> {
  if (found.length > 0) await writeMissing(run.store, found);
  run.state = { ...run.state, scan: { ...run.state.scan, found: found.length } };
}

/** Sending may write `state` with the walks' new places, and the run may end then: their finds are kept before. */
async function settleAndKeep(work: Scanning): Promise<void> {
  const { run, found, known } = work;
  await keepFound(run, found);
  if (found.length === 0) return;
  work.found = await settleMissing(run, found, known);
  if (work.found.length < found.length) await keepFound(run, work.found);
}

/**
 * Goes on with the scan after the outbox was delivered: the live walk, then spam, deleted and the deep
 * pass. What it and earlier runs found is sent at once as far as operations allow; a walk ends only when all it found is settled.
 */
export async function continueScan(
  run: RunContext,
  begun: ListedPage | null,
  known: KnownWaiting,
): Promise<void> {
  const before = run.state.scan.found;
  const work: Scanning = { run, known, found: before > 0 ? await readMissing(run.store) : [], tally: null };
  // The key may have been seen to see less since that page was read.
  if (run.state.scan.scopeSeenAt > 0) await workOnWalk(work, begun);
  await workOnOthers(work);
  await settleAndKeep(work);
  if (work.found.length === 0) run.state = finishScans(run.state, freshdeskTime(run));
  await continueDayCount(run);
}
