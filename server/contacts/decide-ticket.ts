import type { ContactKind, Decision, LeftOutReason, RecordedContact } from './contact';
import { leaveOutTicket } from './leave-out-ticket';
import type { TicketEvent } from './parse-ticket-event';

/** Reasons that Freshdesk's API will not show again and that the outbox therefore has to remember. */
const REMEMBERED: readonly LeftOutReason[] = ['outbound', 'migrated'];

function recordTicket(ticket: TicketEvent, kind: ContactKind): RecordedContact {
  return {
    contactId: `ticket:${ticket.id}`,
    kind,
    ticketId: ticket.id,
    occurredAt: ticket.createdAt,
    source: ticket.source,
    groupId: ticket.groupId,
  };
}

/** Leaves a ticket out for this reason, with a record of it when only an event can show the reason. */
export function leaveOut(ticket: TicketEvent, reason: LeftOutReason): Decision {
  const contact = REMEMBERED.includes(reason) ? recordTicket(ticket, 'left_out') : null;
  return { kind: 'left out', reason, contact };
}

/**
 * Decides T1 to T4 and T7 for a created ticket. One that is already spam or deleted is recorded like any other: what
 * it is by then is decided when it is named (T5).
 */
export function decideTicket(ticket: TicketEvent): Decision {
  const reason = leaveOutTicket(ticket);
  if (reason !== null) {
    return leaveOut(ticket, reason);
  }
  return { kind: 'contact', contact: recordTicket(ticket, 'ticket') };
}
