import type { Ticket } from '../contacts/contact';
import type { FreshdeskGet } from '../freshdesk/client';
import type { FreshdeskProblem } from '../freshdesk/problem';
import { listTickets, type TicketPage } from '../freshdesk/tickets';
import { LIMITS } from '../platform/limits';

/** What the list showed of the tickets a run needs. */
export interface TicketList {
  readonly tickets: ReadonlyMap<number, Ticket>;
  /** The first problem; null when every page was answered. */
  readonly problem: FreshdeskProblem | null;
  readonly pages: number;
}

interface Cursor {
  readonly since: number;
  readonly page: number;
}

/** Where the list goes on after a full page: at its last change, or on the next page number while all share one second. */
export function nextCursor(cursor: Cursor, page: TicketPage): Cursor {
  if (page.oneTimestamp || page.lastUpdatedAt === null) return { since: cursor.since, page: cursor.page + 1 };
  return { since: page.lastUpdatedAt, page: 1 };
}

/**
 * Lists tickets changed since a moment until all wanted ones were seen, or asking for the rest one by one is cheaper, or
 * the run's pages are used. At most five calls, each charged as three.
 */
export async function readTickets(
  get: FreshdeskGet,
  since: number,
  wanted: ReadonlySet<number>,
): Promise<TicketList> {
  const tickets = new Map<number, Ticket>();
  let cursor: Cursor = { since, page: 1 };
  for (let pages = 1; pages <= LIMITS.listPagesPerRun; pages += 1) {
    const answer = await listTickets(get, cursor.since, cursor.page);
    if (!answer.ok) return { tickets, problem: answer.problem, pages };
    for (const ticket of answer.value.tickets) tickets.set(ticket.id, ticket);
    const unseen = [...wanted].filter((id) => !tickets.has(id)).length;
    if (!answer.value.full || unseen <= LIMITS.asksInsteadOfPage) return { tickets, problem: null, pages };
    cursor = nextCursor(cursor, answer.value);
  }
  return { tickets, problem: null, pages: LIMITS.listPagesPerRun };
}
