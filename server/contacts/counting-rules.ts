import {
  isDeletedOrSpam,
  ownContactOf,
  unknownContactOf,
  type Decision,
  type LeftOutReason,
  type Ticket,
} from './contact';
import type { Conversation } from './conversation';
import { CHANNEL_OF_CODE, SOURCE } from './sources';
import type { TicketEvent } from './ticket-event';

/** The tag of the tickets that the app itself opens when something needs attention. */
export const ALERT_TAG = 'injixo-connect-alert';

/** True for an alert ticket of the app: neither it nor what is written on it is a contact (T7). */
export function isAlert(ticket: Pick<Ticket, 'tags'>): boolean {
  return ticket.tags.includes(ALERT_TAG);
}

type Rule<T> = readonly [reason: LeftOutReason, applies: (candidate: T) => boolean];

/** What decides whether a ticket counts; Freshdesk's API does not show `outboundEmail` and `imported`. */
type TicketSigns = Pick<Ticket, 'source' | 'tags'> & Partial<Pick<TicketEvent, 'outboundEmail' | 'imported'>>;

/**
 * T7, T4, T2 and T3, in the order in which they are tried. What the API cannot show (T4, T2) goes before T3, so that it is
 * remembered even when both apply.
 */
const TICKET_RULES: readonly Rule<TicketSigns>[] = [
  ['alert', isAlert],
  ['migrated', (ticket) => ticket.imported === true],
  ['outbound', (ticket) => ticket.outboundEmail === true || ticket.source === SOURCE.OUTBOUND_EMAIL],
  ['internal task', (ticket) => ticket.source === SOURCE.INTERNAL_TASK],
];

/** Why a ticket of an event or of the API is not counted; null when it is counted. */
export function leaveOutTicket(ticket: TicketSigns): LeftOutReason | null {
  const [reason = null] = TICKET_RULES.find(([, applies]) => applies(ticket)) ?? [];
  return reason;
}

/** Reasons that Freshdesk's API will not show again, so that the outbox has to remember them. */
const REMEMBERED: readonly LeftOutReason[] = ['outbound', 'migrated'];

/**
 * Decides T1 to T4 and T7 for a created ticket. One that is already spam or deleted is recorded like any other: naming
 * decides by what it is then (T5).
 */
export function decideTicket(ticket: TicketEvent): Decision {
  const reason = leaveOutTicket(ticket);
  if (reason === null) return { kind: 'contact', contact: ownContactOf(ticket) };
  const isRemembered = REMEMBERED.includes(reason);
  return {
    kind: 'left out',
    reason,
    contact: isRemembered ? { ...ownContactOf(ticket), kind: 'left_out' } : null,
  };
}

/**
 * Decides U1 and U2 for a changed ticket by its present state, because an event may lack its list of changes. A ticket that
 * changes again while deleted has the same contact id, which counts once.
 */
export function decideTicketChange(ticket: TicketEvent): Decision {
  if (!isDeletedOrSpam(ticket)) return { kind: 'left out', reason: 'not a contact', contact: null };
  const decision = decideTicket(ticket);
  return decision.kind === 'left out' ? decision : { kind: 'contact', contact: unknownContactOf(ticket) };
}

const SURVEY = 6;
const FORWARD = 8;

/** C4, C2, C3 and C2 again, in the order in which they are tried. */
const CONVERSATION_RULES: readonly Rule<Conversation>[] = [
  ['survey', ({ source }) => source === SURVEY],
  ['agent', ({ source }) => source === FORWARD],
  ['private', (conversation) => conversation.private],
  ['agent', ({ incoming }) => !incoming],
];

/** Decides C1 to C4 for a conversation; naming decides what depends on its ticket (C5 to C7). */
export function decideConversation(conversation: Conversation): Decision {
  const rule = CONVERSATION_RULES.find(([, applies]) => applies(conversation));
  if (rule !== undefined) return { kind: 'left out', reason: rule[0], contact: null };
  const { id, ticketId, createdAt, supportEmail, toEmails, userId } = conversation;
  const byMailbox = supportEmail && toEmails ? SOURCE.EMAIL : null;
  return {
    kind: 'contact',
    contact: {
      contactId: `reply:${id}`,
      kind: 'reply',
      ticketId,
      occurredAt: createdAt,
      // The reply's own channel; null when it follows its ticket.
      source: CHANNEL_OF_CODE.get(conversation.source) ?? byMailbox,
      groupId: null,
      ...(userId === null ? {} : { authorId: userId }),
    },
  };
}
