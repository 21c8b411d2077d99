import type { TicketState } from '../contacts/contact';
import { askAgent } from '../freshdesk/agent';
import type { FreshdeskGet } from '../freshdesk/client';
import type { FreshdeskAnswer, FreshdeskProblem } from '../freshdesk/problem';
import { askTicket } from '../freshdesk/tickets';
import { LIMITS } from '../platform/limits';
import { inParallel } from './in-parallel';
import { readTickets } from './read-tickets';

/** The tickets of waiting contacts as far as Freshdesk showed them; a ticket that is missing here has to wait. */
export interface FoundTickets {
  readonly states: ReadonlyMap<number, TicketState>;
  /** The first thing that kept a ticket from being found. */
  readonly problem: FreshdeskProblem | { readonly kind: 'scope' } | null;
}

/** A ticket to be found, and when something last happened to it that is waiting. */
export interface WantedTicket {
  readonly ticketId: number;
  readonly occurredAt: number;
}

async function believable(get: FreshdeskGet): Promise<FoundTickets['problem']> {
  const agent = await askAgent(get);
  if (!agent.ok) return agent.problem;
  return agent.value.seesAllTickets ? null : { kind: 'scope' };
}

interface Asked {
  readonly ticketId: number;
  readonly answer: FreshdeskAnswer<TicketState>;
}

/** Adds what was answered; that a ticket is gone only when it can be believed. */
async function addAnswers(
  get: FreshdeskGet,
  states: Map<number, TicketState>,
  asked: readonly Asked[],
): Promise<FoundTickets['problem']> {
  const answered = asked.flatMap(({ ticketId, answer }) =>
    answer.ok ? [{ ticketId, state: answer.value }] : [],
  );
  const anyGone = answered.some(({ state }) => state.kind === 'gone');
  const doubt = anyGone ? await believable(get) : null;
  for (const { ticketId, state } of answered) {
    if (state.kind === 'found' || doubt === null) states.set(ticketId, state);
  }
  return doubt;
}

function firstProblem(asked: readonly Asked[]): FoundTickets['problem'] {
  const failed = asked.find(({ answer }) => !answer.ok)?.answer;
  return failed?.ok === false ? failed.problem : null;
}

/**
 * Finds the tickets with one list, and those it did not show one by one. That a ticket is gone is believed only when the
 * list was answered and the key's agent sees all tickets; otherwise it stays missing. Calls: the list's pages, one or two
 * a ticket not shown, one more when any is gone.
 */
export async function findTickets(get: FreshdeskGet, wanted: readonly WantedTicket[]): Promise<FoundTickets> {
  if (wanted.length === 0) return { states: new Map(), problem: null };
  const ids = new Set(wanted.map((each) => each.ticketId));
  const oldest = Math.min(...wanted.map((each) => each.occurredAt));
  const list = await readTickets(get, oldest, ids);
  if (list.problem !== null) return { states: new Map(), problem: list.problem };

  const states = new Map<number, TicketState>();
  for (const [id, ticket] of list.tickets) states.set(id, { kind: 'found', ticket });
  const unseen = [...ids].filter((id) => !states.has(id));
  const asked = await inParallel(unseen, LIMITS.freshdeskParallel, async (ticketId) => ({
    ticketId,
    answer: await askTicket(get, ticketId),
  }));
  const doubt = await addAnswers(get, states, asked);
  return { states, problem: doubt ?? firstProblem(asked) };
}
