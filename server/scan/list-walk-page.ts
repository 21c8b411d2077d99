import type { Ticket } from '../contacts/contact';
import type { FreshdeskGet } from '../freshdesk/get';
import type { FreshdeskAnswer } from '../freshdesk/answer';
import { listTickets, type TicketFilter, type TicketPage } from '../freshdesk/tickets';
import type { Walk, WalkKind } from './walk';

/** A page of a list, and the walk that stood on it when it was read. */
export interface WalkPage {
  readonly walk: Walk;
  readonly page: TicketPage;
}

const FILTERS: Readonly<Record<WalkKind, TicketFilter | null>> = {
  live: null,
  deep: null,
  spam: 'spam',
  deleted: 'deleted',
};

function marked(ticket: Ticket, kind: WalkKind): Ticket {
  return { ...ticket, spam: ticket.spam || kind === 'spam', deleted: ticket.deleted || kind === 'deleted' };
}

/** The page of the list on which a walk stands. One call, charged as three. */
export async function listWalkPage(get: FreshdeskGet, walk: Walk): Promise<FreshdeskAnswer<TicketPage>> {
  const answer = await listTickets(get, walk.since, walk.page, FILTERS[walk.kind]);
  if (!answer.ok) return answer;
  const tickets = answer.value.tickets.map((ticket) => marked(ticket, walk.kind));
  return { ...answer, value: { ...answer.value, tickets } };
}
