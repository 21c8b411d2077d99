import { SYSTEM } from '../events/actor';
import { ticketDeleted } from '../events/ticket-event';
import type { Helpdesk } from '../model/helpdesk';
import { STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { existingTicket, pushVersion } from '../model/ticket-versions';

/** Removes a ticket for ever: it is a 404 from now on. */
export const purge = (helpdesk: Helpdesk, ticketId: number): void => {
  const ticket = existingTicket(helpdesk, ticketId);
  const record = helpdesk.tickets.get(ticketId);
  if (record !== undefined) {
    record.purgedAt = helpdesk.clock.now();
    helpdesk.revision += 1;
    helpdesk.emit(ticketDeleted(helpdesk, ticket, SYSTEM));
  }
};

/** Archives a closed ticket: from now on only its own archive address shows it, and nothing changes it. */
export const archive = (helpdesk: Helpdesk, ticketId: number): Ticket => {
  const ticket = existingTicket(helpdesk, ticketId);
  if (ticket.status !== STATUS.closed) {
    throw new Error(`Ticket ${ticketId} is not closed and cannot be archived`);
  }
  return pushVersion(helpdesk, { ...ticket, isArchived: true });
};
