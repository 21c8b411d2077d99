import type { TicketState } from '../contacts/contact';
import type { FreshdeskAnswer, FreshdeskProblem, SessionProblem } from '../freshdesk/client';
import { askTicket } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import type { FreshdeskSession } from '../freshdesk/session';
import type { RunBudget } from '../platform/run-budget';
import { inParallel } from '../values/in-parallel';

/** The tickets that Freshdesk showed; the contacts of a ticket that is missing here have to wait. */
export interface FoundTickets {
  readonly states: ReadonlyMap<number, TicketState>;
  /** The first thing that kept a ticket from being found. */
  readonly problem: SessionProblem | null;
  /** True when Freshdesk was asked, and answered. */
  readonly isAnswered: boolean;
}

/** A ticket to find, and when its waiting contact happened (ms). */
export interface WantedTicket {
  readonly ticketId: number;
  readonly occurredAt: number;
}

/** What finding tickets needs of a run. */
export interface TicketFinder {
  readonly session: Pick<
    FreshdeskSession,
    'get' | 'listed' | 'hasListed' | 'hasListedAll' | 'findListed' | 'doubtScope' | 'tickets' | 'creditsLeft'
  >;
  readonly budget: Pick<RunBudget, 'mayAsk'>;
}

function list(
  { session }: TicketFinder,
  wanted: readonly WantedTicket[],
  mayStayUnseen: number,
): Promise<FreshdeskProblem | null> {
  const oldest = Math.min(...wanted.map((each) => each.occurredAt));
  return session.findListed(oldest, new Set(wanted.map((each) => each.ticketId)), mayStayUnseen);
}

/** True for a ticket that no list has shown, unless it is set aside and rests. */
function mustAsk({ session }: TicketFinder, ticketId: number): boolean {
  return !session.listed.has(ticketId) && !session.tickets.rests({ ticketId, call: 'view' });
}

/** Lists once more when many tickets were not shown yet; the problem when Freshdesk does not answer. */
async function listUnshown(
  run: TicketFinder,
  wanted: readonly WantedTicket[],
): Promise<FreshdeskProblem | null> {
  const unshown = wanted.filter(({ ticketId }) => mustAsk(run, ticketId));
  if (unshown.length <= LIMITS.asksInsteadOfPage) return null;
  const problem = await list(run, unshown, LIMITS.asksInsteadOfPage);
  return problem?.kind === 'not asked' ? null : problem;
}

/** Asks one by one for the tickets that no list showed. */
async function askUnshown(
  run: TicketFinder,
  wanted: readonly WantedTicket[],
): Promise<{
  readonly answered: ReadonlyMap<number, TicketState>;
  readonly problem: FreshdeskProblem | null;
}> {
  const ids = [...new Set(wanted.map(({ ticketId }) => ticketId))];
  const unshown = ids.filter((id) => mustAsk(run, id));
  const answered = new Map<number, TicketState>();
  const answers = await askWithinBudget(run, unshown, async (ticketId) => {
    const answer = await askTicket(run.session.get, ticketId);
    if (!answer.ok) return answer;
    answered.set(ticketId, answer.value);
    if (answer.value.kind === 'found') run.session.tickets.worked({ ticketId, call: 'view' });
    return answer;
  });
  let problem: FreshdeskProblem | null = null;
  for (const [index, answer] of answers.entries()) {
    if (answer.ok) continue;
    const about = { ticketId: unshown[index] ?? 0, call: 'view' } as const;
    // What fails for one ticket alone is no failure of Freshdesk.
    if (
      (await run.session.tickets.failed({ ...about, problem: answer.problem, from: null })) ===
      'not its fault'
    )
      problem ??= answer.problem;
  }
  return { answered, problem };
}

const NOT_ASKED = { kind: 'not asked' } as const;

/** Why no ticket may be believed to be gone in this run; null: some may. Looks for them in a list of their own time first. */
async function doubtGone(run: TicketFinder, gone: readonly WantedTicket[]): Promise<SessionProblem | null> {
  const { session } = run;
  if (gone.length === 0) return null;
  const problem = await list(run, gone, 0);
  if (problem !== null && problem.kind !== 'not asked') return problem;
  return session.hasListed() ? await session.doubtScope() : NOT_ASKED;
}

/**
 * The tickets that are gone: a list was answered in this run, the key sees all tickets, and no list shows them. Where a list
 * of their own time cannot be read to its end, only the third refusal in a row is believed.
 */
async function believeGone(
  { session }: TicketFinder,
  gone: readonly WantedTicket[],
): Promise<ReadonlySet<number>> {
  const believed = new Set<number>();
  for (const { ticketId, occurredAt } of gone) {
    const about = { ticketId, call: 'view' } as const;
    const refusal = { ...about, problem: { kind: 'not found' }, from: null } as const;
    const isGone =
      session.hasListedAll(occurredAt) || (await session.tickets.failed(refusal)) === 'set aside';
    if (!isGone) continue;
    believed.add(ticketId);
    session.tickets.worked(about);
  }
  return believed;
}

/**
 * Finds tickets: those that a list of this run showed, then one more list when many are left, then one by one, also when the
 * list fails. What a list shows goes before what a ticket's own addresses answer. A ticket that cannot be believed to be gone
 * stays missing, and so does what there was no time to ask for. Calls: up to five list pages, one or two a ticket not shown,
 * one more when any is gone.
 */
export async function findTickets(run: TicketFinder, wanted: readonly WantedTicket[]): Promise<FoundTickets> {
  const { session } = run;
  const shownBefore = session.listed.size;
  const listProblem = await listUnshown(run, wanted);
  if (listProblem?.kind === 'key refused') {
    return { states: new Map(), problem: listProblem, isAnswered: false };
  }
  const { answered, problem } = await askUnshown(run, wanted);
  const gone = wanted.filter(({ ticketId }) => answered.get(ticketId)?.kind === 'gone');
  const doubt = await doubtGone(run, gone);
  const believed = await believeGone(run, doubt === null ? gone : []);
  const shown = [...session.listed].map(([id, ticket]) => [id, { kind: 'found', ticket }] as const);
  const told = [...answered].filter(([id, state]) => state.kind === 'found' || believed.has(id));
  return {
    states: new Map<number, TicketState>([...told, ...shown]),
    problem: doubt ?? listProblem ?? problem,
    isAnswered: answered.size > 0 || session.listed.size > shownBefore,
  };
}

const SKIPPED = { ok: false, problem: NOT_ASKED } as const;

/** What asking within a run's budget needs of it. */
export interface Asker extends Pick<TicketFinder, 'budget'> {
  readonly session: Pick<FreshdeskSession, 'creditsLeft'>;
}

/**
 * Asks Freshdesk about each item, several at once and in their order, and skips the rest once the answers could not be sent
 * in this run: for want of time, or of the calls that names take. The first few are always asked: otherwise a slow list would block all of them in every run.
 */
export function askWithinBudget<T, R>(
  { budget, session }: Asker,
  items: readonly T[],
  ask: (item: T) => Promise<FreshdeskAnswer<R>>,
): Promise<readonly FreshdeskAnswer<R>[]> {
  const numbered = items.map((item, index) => ({ item, isFirst: index < LIMITS.freshdeskParallel }));
  return inParallel(numbered, LIMITS.freshdeskParallel, async ({ item, isFirst }) =>
    isFirst || (budget.mayAsk() && session.creditsLeft() > LIMITS.callsForNames) ? await ask(item) : SKIPPED,
  );
}
