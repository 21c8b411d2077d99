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
  readonly session: Pick<FreshdeskSession, 'get' | 'listed' | 'hasListed' | 'findListed' | 'doubtScope'>;
  readonly budget: Pick<RunBudget, 'mayAsk'>;
}

function list({ session }: TicketFinder, wanted: readonly WantedTicket[]): Promise<FreshdeskProblem | null> {
  const oldest = Math.min(...wanted.map((each) => each.occurredAt));
  return session.findListed(oldest, new Set(wanted.map((each) => each.ticketId)));
}

/** Lists once more when many tickets were not shown yet; the problem when Freshdesk does not answer. */
async function listUnshown(
  run: TicketFinder,
  wanted: readonly WantedTicket[],
): Promise<FreshdeskProblem | null> {
  const unshown = wanted.filter(({ ticketId }) => !run.session.listed.has(ticketId));
  if (unshown.length <= LIMITS.asksInsteadOfPage) return null;
  const problem = await list(run, unshown);
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
  const unshown = ids.filter((id) => !run.session.listed.has(id));
  const answered = new Map<number, TicketState>();
  const answers = await askWithinBudget(run, unshown, async (ticketId) => {
    const answer = await askTicket(run.session.get, ticketId);
    if (answer.ok) answered.set(ticketId, answer.value);
    return answer;
  });
  const failed = answers.find((answer) => !answer.ok);
  return { answered, problem: failed?.ok === false ? failed.problem : null };
}

/**
 * Finds tickets: those that a list of this run showed, then one more list when many are left, then one by one. A ticket that
 * cannot be believed to be gone stays missing, and so does what there was no time to ask for. Calls: up to five list pages,
 * one or two a ticket not shown, one more when any is gone.
 */
export async function findTickets(run: TicketFinder, wanted: readonly WantedTicket[]): Promise<FoundTickets> {
  const { session } = run;
  const shownBefore = session.listed.size;
  const listProblem = await listUnshown(run, wanted);
  if (listProblem !== null) return { states: new Map(), problem: listProblem, isAnswered: false };
  const { answered, problem } = await askUnshown(run, wanted);
  const gone = wanted.filter(({ ticketId }) => answered.get(ticketId)?.kind === 'gone');
  let doubt: SessionProblem | null = null;
  if (gone.length > 0) {
    // They may be believed to be gone once a list was answered in this run, and the key sees all tickets.
    if (!session.hasListed()) doubt = await list(run, gone);
    doubt ??= await session.doubtScope();
  }
  const shown = [...session.listed].map(([id, ticket]) => [id, { kind: 'found', ticket }] as const);
  const believed = [...answered].filter(([, state]) => state.kind === 'found' || doubt === null);
  return {
    states: new Map<number, TicketState>([...shown, ...believed]),
    problem: doubt ?? problem,
    isAnswered: answered.size > 0 || session.listed.size > shownBefore,
  };
}

const SKIPPED = { ok: false, problem: { kind: 'not asked' } } as const;

/**
 * Asks Freshdesk about each item, several at once and in their order, and skips the rest once the answers could not be sent
 * in this run. The first few are always asked: otherwise a slow list would block all of them in every run.
 */
export function askWithinBudget<T, R>(
  { budget }: Pick<TicketFinder, 'budget'>,
  items: readonly T[],
  ask: (item: T) => Promise<FreshdeskAnswer<R>>,
): Promise<readonly FreshdeskAnswer<R>[]> {
  const numbered = items.map((item, index) => ({ item, isFirst: index < LIMITS.freshdeskParallel }));
  return inParallel(numbered, LIMITS.freshdeskParallel, async ({ item, isFirst }) =>
    isFirst || budget.mayAsk() ? await ask(item) : SKIPPED,
  );
}
