import type { Decision, RecordedContact } from './contact';
import { leaveOut } from './decide-ticket';
import { leaveOutTicket } from './leave-out-ticket';
import type { TicketEvent } from './parse-ticket-event';

function recordUnknown(ticket: TicketEvent): RecordedContact {
  return {
    contactId: `unknown:${ticket.id}`,
    kind: 'unknown',
    ticketId: ticket.id,
    occurredAt: ticket.updatedAt,
    source: ticket.source,
    groupId: ticket.groupId,
  };
}

/**
 * Decides U1 and U2 for a changed ticket by what it is now, not by what changed: an event may come without its list of
 * changes, and a ticket that is still deleted when it changes again has the same contact id, which counts once.
 */
export function decideTicketChange(ticket: TicketEvent): Decision {
  if (!ticket.deleted && !ticket.spam) {
    return { kind: 'left out', reason: 'not a contact', contact: null };
  }
  const reason = leaveOutTicket(ticket);
  if (reason !== null) {
    return leaveOut(ticket, reason);
  }
  return { kind: 'contact', contact: recordUnknown(ticket) };
}
