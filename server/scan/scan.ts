import { noteFreshdeskProblem } from '../delivery/probe';
import type { RunContext } from '../delivery/run-context';
import { settleUnsent } from '../delivery/settle-unsent';
import { withoutRecord } from '../outbox/waiting-contacts';
import { LIMITS } from '../platform/limits';
import { collectFindings } from './collect-findings';
import type { Tally } from './day-tally';
import { finishWalks } from './finish-walks';
import { mergeFound, readFound, writeFound, type FoundContact } from './found-contacts';
import { beginTally, continueTally, keepTally } from './keep-tally';
import { freshdeskTime } from './freshdesk-time';
import { listWalkPage, type WalkPage } from './list-walk-page';
import { planDeep, planLive, planTrash } from './plan-walks';
import { seesEverything } from './scope';
import { settleFound, type KnownWaiting } from './settle-found';
import { afterPage, rowsToDo, WALK_KINDS, type Walk, type WalkKind } from './walk';

function planWalk(run: RunContext, kind: WalkKind): Walk | null {
  const { scan, cutOver, checkedUntil } = run.state;
  const { dayOf, startOf } = run.calendar;
  const startOfDay = (at: number): number => startOf(dayOf(at));
  const facts = { cutOver, checkedUntil, now: freshdeskTime(run), startOfDay };
  if (kind === 'live') return planLive(scan, facts);
  return kind === 'deep' ? planDeep(scan, facts) : planTrash(kind, scan, facts);
}

/** The walk as far as Freshdesk's own clock lets it reach, whatever this run's clock said when it was planned. */
function endingInThePast(walk: Walk, serverTime: number | null): Walk {
  if (serverTime === null) return walk;
  return { ...walk, until: Math.min(walk.until, serverTime - LIMITS.scanAgeMs) };
}

/** Reads the page a walk stands on and shows it to whoever names contacts; null when Freshdesk did not answer. */
async function readPage(run: RunContext, walk: Walk): Promise<WalkPage | null> {
  if (walk.isRead || run.listPagesLeft <= 0) return null;
  run.listPagesLeft -= 1;
  const answer = await listWalkPage(run.get, walk);
  if (!answer.ok) {
    noteFreshdeskProblem(run, answer.problem);
    return null;
  }
  run.listed.answered = true;
  for (const ticket of answer.value.tickets) run.listed.tickets.set(ticket.id, ticket);
  if (answer.serverTime !== null) {
    run.state = { ...run.state, scan: { ...run.state.scan, aheadMs: answer.serverTime - run.now() } };
  }
  return { walk: endingInThePast(walk, answer.serverTime), page: answer.value };
}

/** With many finds waiting, a run settles those instead of looking for more. */
function hasRoom(found: number): boolean {
  return found < LIMITS.foundContacts / 2;
}

/**
 * Begins the scan of a run before the outbox is delivered, so that one call serves both: reads the page of the live walk
 * when one is due. At most two calls.
 */
export async function beginScan(run: RunContext): Promise<WalkPage | null> {
  const walk = hasRoom(run.state.scan.found) ? planWalk(run, 'live') : null;
  if (walk === null || !(await seesEverything(run))) return null;
  return readPage(run, walk);
}

interface Scanning {
  readonly run: RunContext;
  readonly known: KnownWaiting;
  found: readonly FoundContact[];
  /** What the deep pass counts besides. */
  tally: Tally | null;
}

/** Collects from one page and settles what it can; the walk's place is kept in `state`, and returned when the page is done. */
async function workOnPage(work: Scanning, { walk, page }: WalkPage): Promise<Walk | null> {
  const { run } = work;
  const findings = await collectFindings(run, walk, rowsToDo(walk, page), {
    keys: Math.max(1, run.budget.keysToOpen(LIMITS.scanKeysPerRun) - LIMITS.scanKeysForFinds),
    ticketsToAsk: walk.kind === 'deep' ? LIMITS.deepTicketsToAsk : LIMITS.scanTicketsToAsk,
    found: LIMITS.foundContacts - work.found.length,
    tally: work.tally,
  });
  await settleUnsent(run, findings.leftOut.map(withoutRecord), false);
  work.found = mergeFound(work.found, findings.found);
  const next = findings.complete ? afterPage(findings.walk, page) : findings.walk;
  run.state = { ...run.state, scan: { ...run.state.scan, [walk.kind]: next } };
  return findings.complete ? next : null;
}

async function workOnWalk(work: Scanning, first: WalkPage | null): Promise<void> {
  let read = first;
  while (read !== null) {
    const next = await workOnPage(work, read);
    const mayGoOn = hasRoom(work.found.length) && work.run.budget.mayPost();
    read = next !== null && mayGoOn ? await readPage(work.run, next) : null;
  }
}

const AFTER_LIVE = WALK_KINDS.filter((kind) => kind !== 'live');

/** A walk through another list; a key that does not see all tickets would end it with some of them left out. */
async function workOnOther(work: Scanning, kind: WalkKind): Promise<void> {
  const { run } = work;
  const walk = planWalk(run, kind);
  if (walk === null || !(await seesEverything(run))) return;
  const isCounted = kind === 'deep' && !walk.isRead;
  work.tally = isCounted ? await beginTally(run, walk) : null;
  await workOnWalk(work, await readPage(run, walk));
  await keepTally(run, work.tally);
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
async function keepFound(run: RunContext, found: readonly FoundContact[]): Promise<void> {
  if (found.length > 0) await writeFound(run.store, found);
  run.state = { ...run.state, scan: { ...run.state.scan, found: found.length } };
}

/** Sending may write `state` with the walks' new places, and the run may end then: their finds are kept before. */
async function settleAndKeep(work: Scanning): Promise<void> {
  const { run, found, known } = work;
  await keepFound(run, found);
  if (found.length === 0) return;
  work.found = await settleFound(run, found, known);
  if (work.found.length < found.length) await keepFound(run, work.found);
}

/**
 * Goes on with the scan after the outbox was delivered: the live walk, then spam, deleted and the deep
 * pass. What it and earlier runs found is sent at once as far as operations allow; a walk ends only when all it found is settled.
 */
export async function continueScan(
  run: RunContext,
  begun: WalkPage | null,
  known: KnownWaiting,
): Promise<void> {
  const before = run.state.scan.found;
  const work: Scanning = { run, known, found: before > 0 ? await readFound(run.store) : [], tally: null };
  // The key may have been seen to see less since that page was read.
  if (run.state.scan.scopeSeenAt > 0) await workOnWalk(work, begun);
  await workOnOthers(work);
  await settleAndKeep(work);
  if (work.found.length === 0) run.state = finishWalks(run.state, freshdeskTime(run));
  await continueTally(run);
}
