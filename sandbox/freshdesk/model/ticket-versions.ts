import type { Helpdesk } from './helpdesk';
import type { Ticket, TicketRecord } from './ticket';

/** The current state of a ticket. A purged ticket still has its last state. */
export const latestVersion = (record: TicketRecord): Ticket => {
  const last = record.versions.at(-1);
  if (last === undefined) {
    throw new Error(`Ticket ${record.id} has no state`);
  }
  return last.ticket;
};

/** The state of a ticket at a moment; undefined before its creation and after its purge. */
export const ticketAsOf = (record: TicketRecord, at: number): Ticket | undefined =>
  record.purgedAt !== null && record.purgedAt <= at
    ? undefined
    : record.versions.findLast((version) => version.at <= at)?.ticket;

/** The ticket of an action. */
export const existingTicket = (helpdesk: Helpdesk, ticketId: number): Ticket => {
  const record = helpdesk.tickets.get(ticketId);
  if (record === undefined || record.purgedAt !== null) {
    throw new Error(`There is no ticket ${ticketId}`);
  }
  return latestVersion(record);
};

/** Adds the next state of a ticket with its start time. */
export const pushVersion = (helpdesk: Helpdesk, ticket: Ticket): Ticket => {
  const record = helpdesk.tickets.get(ticket.id) ?? { id: ticket.id, versions: [], purgedAt: null };
  record.versions.push({ at: helpdesk.clock.now(), ticket });
  helpdesk.tickets.set(ticket.id, record);
  helpdesk.revision += 1;
  return ticket;
};
