import type { Decision } from './contact';
import { isThrownAway, unknownContactOf } from './contact-of-ticket';
import { leaveOut } from './decide-ticket';
import { leaveOutTicket } from './leave-out-ticket';
import type { TicketEvent } from './parse-ticket-event';

/**
 * Decides U1 and U2 for a changed ticket by what it is now, not by what changed: an event may come without its list of
 * changes, and a ticket that is still deleted when it changes again has the same contact id, which counts once.
 */
export function decideTicketChange(ticket: TicketEvent): Decision {
  if (!isThrownAway(ticket)) {
    return { kind: 'left out', reason: 'not a contact', contact: null };
  }
  const reason = leaveOutTicket(ticket);
  if (reason !== null) {
    return leaveOut(ticket, reason);
  }
  return { kind: 'contact', contact: unknownContactOf(ticket) };
}
