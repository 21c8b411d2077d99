import { type LeftOutReason, type Decision, ownContactOf, isThrownAway, unknownContactOf } from './contact';
import { SOURCE, replyChannel } from './sources';
import type { TicketEvent } from './ticket-event';
import type { ConversationEvent } from './conversation';
/** The tag of the tickets in which the app itself tells somebody that something needs attention. */
export const ALERT_TAG = 'injixo-connect-alert';

/** True for a ticket in which the app itself tells somebody something: neither it nor what is written on it is a contact (T7). */
export function isAlert(ticket: { readonly tags: readonly string[] }): boolean {
  return ticket.tags.includes(ALERT_TAG);
}

/** The signs that a ticket is no contact; a ticket of Freshdesk's API does not show the last two. */
export interface TicketSigns {
  readonly source: number;
  readonly tags: readonly string[];
  readonly outboundEmail?: boolean;
  readonly imported?: boolean;
}

interface Row {
  readonly reason: LeftOutReason;
  readonly applies: (ticket: TicketSigns) => boolean;
}

/**
 * Rows T7, T4, T2 and T3, in the order in which they are tried. What the API cannot show (T4, T2) goes before T3, so
 * that it is remembered even when both apply.
 */
const ROWS: readonly Row[] = [
  { reason: 'alert', applies: isAlert },
  { reason: 'migrated', applies: (ticket) => ticket.imported === true },
  {
    reason: 'outbound',
    applies: (ticket) => ticket.outboundEmail === true || ticket.source === SOURCE.OUTBOUND_EMAIL,
  },
  { reason: 'internal task', applies: (ticket) => ticket.source === SOURCE.INTERNAL_TASK },
];

/** Says why a ticket is not counted, for an event's ticket and for one of the API alike; null when it is counted. */
export function leaveOutTicket(ticket: TicketSigns): LeftOutReason | null {
  return ROWS.find((row) => row.applies(ticket))?.reason ?? null;
}

/** Reasons that Freshdesk's API will not show again and that the outbox therefore has to remember. */
const REMEMBERED: readonly LeftOutReason[] = ['outbound', 'migrated'];

/** Leaves a ticket out for this reason, with a record of it when only an event can show the reason. */
function leaveOut(ticket: TicketEvent, reason: LeftOutReason): Decision {
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

const SURVEY = 6;
const FORWARD = 8;

interface RowDecideConversation {
  readonly reason: LeftOutReason;
  readonly applies: (conversation: ConversationEvent) => boolean;
}

/** Rows C4, C2, C3 and C2 again, in the order in which they are tried. */
const ROWSDecideConversation: readonly RowDecideConversation[] = [
  { reason: 'survey', applies: (conversation) => conversation.source === SURVEY },
  { reason: 'agent', applies: (conversation) => conversation.source === FORWARD },
  { reason: 'private', applies: (conversation) => conversation.private },
  { reason: 'agent', applies: (conversation) => !conversation.incoming },
];

/** Decides C1 to C4 for a conversation; what hangs on its ticket (C5 to C7) is decided when it is named. */
export function decideConversation(conversation: ConversationEvent): Decision {
  const row = ROWSDecideConversation.find(({ applies }) => applies(conversation));
  if (row !== undefined) {
    return { kind: 'left out', reason: row.reason, contact: null };
  }
  return {
    kind: 'contact',
    contact: {
      contactId: `reply:${conversation.id}`,
      kind: 'reply',
      ticketId: conversation.ticketId,
      occurredAt: conversation.createdAt,
      source: replyChannel(conversation),
      groupId: null,
    },
  };
}
