import type { FreshdeskProblem } from '../freshdesk/answer';
import { listTickets, type TicketPage } from '../freshdesk/tickets';
import { LIMITS } from '../platform/limits';
import type { RunContext } from './run-context';

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
 * the run's pages or its time for asking are used; what is shown goes to the run's listed tickets. Null, or the problem that ended it. At most
 * five calls a run, each charged as three.
 */
export async function readTickets(
  run: Pick<RunContext, 'get' | 'listed' | 'listPagesLeft' | 'budget'>,
  since: number,
  wanted: ReadonlySet<number>,
): Promise<FreshdeskProblem | null> {
  let cursor: Cursor = { since, page: 1 };
  let mayGoOn = true;
  while (mayGoOn && run.listPagesLeft > 0) {
    run.listPagesLeft -= 1;
    const answer = await listTickets(run.get, cursor.since, cursor.page, null);
    if (!answer.ok) return answer.problem;
    run.listed.answered = true;
    for (const ticket of answer.value.tickets) run.listed.tickets.set(ticket.id, ticket);
    const unseen = [...wanted].filter((id) => !run.listed.tickets.has(id)).length;
    if (!answer.value.full || unseen <= LIMITS.asksInsteadOfPage) return null;
    cursor = nextCursor(cursor, answer.value);
    mayGoOn = run.budget.mayAsk();
  }
  return null;
}
