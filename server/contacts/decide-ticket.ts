import type { Decision, LeftOutReason } from './contact';
import { ownContactOf } from './contact-of-ticket';
import { leaveOutTicket } from './leave-out-ticket';
import type { TicketEvent } from './parse-ticket-event';

/** Reasons that Freshdesk's API will not show again and that the outbox therefore has to remember. */
const REMEMBERED: readonly LeftOutReason[] = ['outbound', 'migrated'];

/** Leaves a ticket out for this reason, with a record of it when only an event can show the reason. */
export function leaveOut(ticket: TicketEvent, reason: LeftOutReason): Decision {
  const isRemembered = REMEMBERED.includes(reason);
  return {
    kind: 'left out',
    reason,
    contact: isRemembered ? { ...ownContactOf(ticket), kind: 'left_out' } : null,
  };
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
  return { kind: 'contact', contact: ownContactOf(ticket) };
}
