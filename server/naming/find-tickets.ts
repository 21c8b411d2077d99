import type { TicketState } from '../contacts/contact';
import type { FreshdeskAnswer, FreshdeskProblem, SessionProblem } from '../freshdesk/client';
import { askTicket } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import type { FreshdeskSession } from '../freshdesk/session';
import type { RunBudget } from '../platform/run-budget';
import { inParallel } from '../values/in-parallel';

/** The tickets of waiting contacts as far as Freshdesk showed them; a ticket that is missing here has to wait. */
export interface FoundTickets {
  readonly states: ReadonlyMap<number, TicketState>;
  /** The first thing that kept a ticket from being found. */
  readonly problem: SessionProblem | null;
  /** True when Freshdesk was asked, and answered. */
  readonly isAnswered: boolean;
}

/** A ticket to be found, and when something last happened to it that is waiting. */
export interface WantedTicket {
  readonly ticketId: number;
  readonly occurredAt: number;
}

/** What finding tickets needs of a run. */
export interface TicketFinder {
  readonly session: Pick<FreshdeskSession, 'get' | 'listed' | 'hasListed' | 'findListed' | 'doubtScope'>;
  readonly budget: Pick<RunBudget, 'mayAsk'>;
}

interface Asked {
  readonly ticketId: number;
  readonly answer: FreshdeskAnswer<TicketState>;
}

function list({ session }: TicketFinder, wanted: readonly WantedTicket[]): Promise<FreshdeskProblem | null> {
  const oldest = Math.min(...wanted.map((each) => each.occurredAt));
  return session.findListed(oldest, new Set(wanted.map((each) => each.ticketId)));
}

/** Whether it can be believed that tickets are gone: a list was answered in this run, and the key sees everything. */
async function doubtGone(run: TicketFinder, gone: readonly WantedTicket[]): Promise<SessionProblem | null> {
  const problem = run.session.hasListed() ? null : await list(run, gone);
  return problem ?? (await run.session.doubtScope());
}

function firstProblem(asked: readonly Asked[]): FoundTickets['problem'] {
  const failed = asked.find(({ answer }) => !answer.ok)?.answer;
  return failed?.ok === false ? failed.problem : null;
}

async function askOneByOne(run: TicketFinder, ticketIds: readonly number[]): Promise<readonly Asked[]> {
  const answers = await askWithinBudget(run, ticketIds, (ticketId) => askTicket(run.session.get, ticketId));
  return ticketIds.flatMap((ticketId, index) => {
    const answer = answers[index];
    return answer === undefined ? [] : [{ ticketId, answer }];
  });
}

function statesOf(asked: readonly Asked[]): ReadonlyMap<number, TicketState> {
  return new Map(
    asked.flatMap(({ ticketId, answer }) => (answer.ok ? [[ticketId, answer.value] as const] : [])),
  );
}

/** Lists again when many tickets were not shown yet; the problem when Freshdesk does not answer. */
async function listMore(
  run: TicketFinder,
  wanted: readonly WantedTicket[],
): Promise<FreshdeskProblem | null> {
  const unlisted = wanted.filter(({ ticketId }) => !run.session.listed.has(ticketId));
  if (unlisted.length <= LIMITS.asksInsteadOfPage) return null;
  const problem = await list(run, unlisted);
  return problem?.kind === 'not asked' ? null : problem;
}

function merge(
  run: TicketFinder,
  answered: ReadonlyMap<number, TicketState>,
  believesGone: boolean,
): ReadonlyMap<number, TicketState> {
  const states = new Map<number, TicketState>();
  for (const [id, ticket] of run.session.listed) states.set(id, { kind: 'found', ticket });
  for (const [id, state] of answered) if (state.kind === 'found' || believesGone) states.set(id, state);
  return states;
}

/**
 * Finds tickets: those that a list of this run showed, then one list more when many are left, then one by one. That a
 * ticket is gone is believed only when a list was answered and the key's agent sees all tickets; otherwise it stays
 * missing; so does what there was no time to ask for. Calls: up to five list pages, one or two a ticket not shown, one more when any is gone.
 */
export async function findTickets(run: TicketFinder, wanted: readonly WantedTicket[]): Promise<FoundTickets> {
  const shownBefore = run.session.listed.size;
  const problem = await listMore(run, wanted);
  if (problem !== null) return { states: new Map(), problem, isAnswered: false };
  const ids = new Set(wanted.map((each) => each.ticketId));
  const asked = await askOneByOne(
    run,
    [...ids].filter((id) => !run.session.listed.has(id)),
  );
  const answered = statesOf(asked);
  const gone = wanted.filter(({ ticketId }) => answered.get(ticketId)?.kind === 'gone');
  const doubt = gone.length === 0 ? null : await doubtGone(run, gone);
  return {
    states: merge(run, answered, doubt === null),
    problem: doubt ?? firstProblem(asked),
    isAnswered: answered.size > 0 || run.session.listed.size > shownBefore,
  };
}

const SKIPPED = { ok: false, problem: { kind: 'not asked' } } as const;

/**
 * Asks Freshdesk about each item, several at once and in their order, and about no more once what was learned could not be
 * sent in this run: the next one goes on with those. The first few are always asked, or a slow list would leave nothing ever.
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
