import type { Helpdesk } from './helpdesk';
import type { Ticket, TicketRecord } from './ticket';

/** The ticket as it is now, or undefined when there never was one. A purged ticket still has its last state. */
export const latestVersion = (record: TicketRecord): Ticket => {
  const last = record.versions.at(-1);
  if (last === undefined) {
    throw new Error(`Ticket ${record.id} has no state`);
  }
  return last.ticket;
};

/** The ticket as it was at a moment; undefined before its creation and after it was purged. */
export const ticketAsOf = (record: TicketRecord, at: number): Ticket | undefined =>
  record.purgedAt !== null && record.purgedAt <= at
    ? undefined
    : record.versions.findLast((version) => version.at <= at)?.ticket;

/** A ticket that an action is about. */
export const existingTicket = (helpdesk: Helpdesk, ticketId: number): Ticket => {
  const record = helpdesk.tickets.get(ticketId);
  if (record === undefined || record.purgedAt !== null) {
    throw new Error(`There is no ticket ${ticketId}`);
  }
  return latestVersion(record);
};

/** Makes the next state of a ticket and remembers since when it holds. */
export const pushVersion = (helpdesk: Helpdesk, ticket: Ticket): Ticket => {
  const record = helpdesk.tickets.get(ticket.id) ?? { id: ticket.id, versions: [], purgedAt: null };
  record.versions.push({ at: helpdesk.clock.now(), ticket });
  helpdesk.tickets.set(ticket.id, record);
  helpdesk.revision += 1;
  return ticket;
};
