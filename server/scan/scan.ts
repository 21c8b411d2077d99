import { noteFreshdeskProblem } from '../delivery/probe';
import type { RunContext } from '../delivery/run-context';
import type { State } from '../delivery/state';
import type { TicketPage } from '../freshdesk/tickets';
import { LIMITS } from '../platform/limits';
import { collectFindings } from './collect-findings';
import { listWalkPage } from './list-walk-page';
import { planDeep, planLive, planTrash } from './plan-walks';
import { seesEverything } from './scope';
import { sendFindings, type KnownWaiting } from './send-findings';
import { afterPage, rowsToDo, type Walk, type WalkKind } from './walk';

/** A page of the list that was read before the outbox was delivered, so that one call serves both. */
export interface ReadPage {
  readonly walk: Walk;
  readonly page: TicketPage;
}

function freshdeskTime(run: RunContext): number {
  return run.now() + run.state.scan.aheadMs;
}

function planWalk(run: RunContext, kind: WalkKind): Walk | null {
  const { scan, cutOver, checkedUntil } = run.state;
  const facts = { cutOver, checkedUntil, now: freshdeskTime(run) };
  if (kind === 'live') return planLive(scan, facts);
  return kind === 'deep' ? planDeep(scan, facts) : planTrash(kind, scan, facts);
}

function keepWalk(run: RunContext, walk: Walk): void {
  run.state = { ...run.state, scan: { ...run.state.scan, [walk.kind]: walk } };
}

/** Reads the page a walk stands on and shows it to whoever names contacts; null when Freshdesk did not answer. */
async function readPage(run: RunContext, walk: Walk): Promise<ReadPage | null> {
  if (run.listPagesLeft <= 0) return null;
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
  return { walk, page: answer.value };
}

/** Begins the scan of a run: reads the first page of the live walk when one is due. At most two calls. */
export async function beginScan(run: RunContext): Promise<ReadPage | null> {
  const walk = planWalk(run, 'live');
  if (walk === null || !(await seesEverything(run, freshdeskTime(run)))) return null;
  return readPage(run, walk);
}

type Finish = (state: State, walk: Walk, now: number) => State;

const FINISH: Readonly<Record<WalkKind, Finish>> = {
  live: (state, walk, now) => ({
    ...state,
    checkedUntil: Math.max(state.checkedUntil, walk.until),
    scan: { ...state.scan, live: null, rowsPerMinute: walk.rows / Math.max(1, (now - walk.from) / 60_000) },
  }),
  spam: (state, walk) => ({ ...state, scan: { ...state.scan, spam: null, spamUntil: walk.until } }),
  deleted: (state, walk) => ({ ...state, scan: { ...state.scan, deleted: null, deletedUntil: walk.until } }),
  deep: (state, walk, now) => ({
    ...state,
    scan: { ...state.scan, deep: null, deepUntil: walk.until, deepEndedAt: now },
  }),
};

/** Works on one page; the walk's next place is kept, and returned when there is a further page. */
async function workOnPage(
  run: RunContext,
  { walk, page }: ReadPage,
  known: KnownWaiting,
): Promise<Walk | null> {
  const calls = walk.kind === 'deep' ? LIMITS.deepConversationsPerRun : LIMITS.scanConversationsPerRun;
  const findings = await collectFindings(run, walk, rowsToDo(walk, page), calls);
  const settled = await sendFindings(run, findings, known);
  if (findings.missing.length > 0) {
    run.log.info('scan found contacts that no event recorded', {
      outcome: walk.kind,
      repaired: findings.missing.length,
    });
  }
  if (!settled) return null;
  if (!findings.complete) {
    keepWalk(run, findings.walk);
    return null;
  }
  const next = afterPage(walk, page);
  if (next !== null) {
    keepWalk(run, next);
    return next;
  }
  const whole = { ...walk, rows: walk.rows + page.tickets.length };
  run.state = FINISH[walk.kind](run.state, whole, freshdeskTime(run));
  return null;
}

async function workOnWalk(run: RunContext, first: ReadPage | null, known: KnownWaiting): Promise<void> {
  let read = first;
  while (read !== null) {
    const next = await workOnPage(run, read, known);
    read = next !== null && run.budget.mayPost() ? await readPage(run, next) : null;
  }
}

const AFTER_LIVE: readonly WalkKind[] = ['spam', 'deleted', 'deep'];

/**
 * Goes on with the scan after the outbox was delivered: the live walk first, then, while it is not behind, spam, deleted
 * and the deep pass. What it finds is sent at once; a walk's place moves only past what is settled.
 */
export async function continueScan(
  run: RunContext,
  begun: ReadPage | null,
  known: KnownWaiting,
): Promise<void> {
  await workOnWalk(run, begun, known);
  for (const kind of AFTER_LIVE) {
    const walk = run.state.scan.live === null && run.budget.mayPost() ? planWalk(run, kind) : null;
    if (walk !== null) await workOnWalk(run, await readPage(run, walk), known);
  }
}
