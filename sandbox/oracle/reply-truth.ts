import { CONVERSATION_SOURCE } from '../freshdesk/model/conversation';
import type { Conversation } from '../freshdesk/model/conversation';
import type { Helpdesk } from '../freshdesk/model/helpdesk';
import { CHAT_SOURCES, TICKET_SOURCE } from '../freshdesk/model/ticket-source';
import type { TicketRecord } from '../freshdesk/model/ticket';
import { ticketAsOf } from '../freshdesk/model/ticket-versions';
import { pathOf, toSecond } from './contact-path';
import type { ContactPath } from './contact-path';
import { expectedQueue } from './queue-of';
import { isGone, isGoneWithin, rightQueues, statesWithin } from './right-queues';
import { isAlert } from './ticket-truth';
import type { RightQueue, TrueContact, TruthOptions } from './true-contact';

const SAME_MESSAGE_SECONDS = 10;

/** Ticket sources for the conversation sources that determine the channel. */
const CHANNEL_SOURCES: Readonly<Record<number, number>> = { 5: 5, 7: 6, 9: 3, 10: 8, 11: 11 };

const cameByMail = ({ supportEmail, toEmails }: Conversation): boolean =>
  supportEmail !== null && toEmails.length > 0;

/** The source of a reply's queue, from its ticket's source. */
export const replySource =
  (conversation: Conversation) =>
  (ticketSource: number): number => {
    const channelSource = CHANNEL_SOURCES[conversation.source];
    if (channelSource !== undefined) {
      return channelSource;
    }
    return cameByMail(conversation) || ticketSource === TICKET_SOURCE.outboundEmail
      ? TICKET_SOURCE.email
      : ticketSource;
  };

/** Rows C1 to C4 of the counting table, as far as they depend on the conversation alone. */
const isFromCustomer = ({ isIncoming, isPrivate, source }: Conversation): boolean =>
  isIncoming && !isPrivate && source !== CONVERSATION_SOURCE.survey && source !== CONVERSATION_SOURCE.forward;

/** The first message of each ticket's customer: conversation ids by ticket id. */
export type FirstMessages = ReadonlyMap<number, number>;

/** Collects them from all conversations. */
export const firstMessages = (helpdesk: Helpdesk): FirstMessages => {
  const firsts = new Map<number, number>();
  for (const conversation of helpdesk.conversations.values()) {
    const { id, receivedOnTicketId } = conversation;
    if (isFromCustomer(conversation) && !firsts.has(receivedOnTicketId)) firsts.set(receivedOnTicketId, id);
  }
  return firsts;
};

/** The input of the truth about replies. */
export interface ReplyWorld {
  readonly helpdesk: Helpdesk;
  readonly firsts: FirstMessages;
}

/** Whether a message may be the one of a chat that only repeats the ticket's description (row C5). */
export const mayRepeatDescription = (record: TicketRecord, conversation: Conversation): boolean => {
  const ticket = ticketAsOf(record, conversation.recordedAt);
  return (
    ticket !== undefined &&
    CHAT_SOURCES.has(ticket.source) &&
    conversation.userId === ticket.requesterId &&
    Math.abs(toSecond(conversation.createdAt) - toSecond(ticket.createdAt)) <= SAME_MESSAGE_SECONDS
  );
};

/** Row C5: the first message of a chat only repeats the ticket's description. */
const repeatsDescription = (
  firsts: FirstMessages,
  record: TicketRecord,
  conversation: Conversation,
): boolean =>
  firsts.get(conversation.receivedOnTicketId) === conversation.id &&
  mayRepeatDescription(record, conversation);

/** Conversations on the app's own ticket are not contacts. */
const isOnAlert = (record: TicketRecord, { recordedAt }: Conversation): boolean => {
  const ticket = ticketAsOf(record, recordedAt);
  return ticket !== undefined && isAlert(ticket);
};

/** The queues of the ticket it was created on, and of the ticket it was merged into. */
const queuesOf = (
  helpdesk: Helpdesk,
  conversation: Conversation,
  window: ContactPath['window'],
): readonly RightQueue[] =>
  [...new Set([conversation.receivedOnTicketId, conversation.ticketId])].flatMap((ticketId) => {
    const record = helpdesk.tickets.get(ticketId);
    const sourceOf = replySource(conversation);
    return record === undefined ? [] : rightQueues(helpdesk, record, { window, series: 'replies', sourceOf });
  });

/** Replies of a ticket that is deleted or spam throughout the import are not imported. */
const isUnreadable = (record: TicketRecord, { kind, window }: ContactPath): boolean =>
  kind === 'history' && statesWithin(record, window).every(isGone);

/** The import is certain to see the replies of unchanged tickets only. */
const isOutOfReach = (record: TicketRecord, { kind, window }: ContactPath, cutOver: number): boolean =>
  kind === 'history' &&
  (isGoneWithin(record, window) ||
    statesWithin(record, window).some(({ isArchived }) => isArchived) ||
    window.from > cutOver);

const contactOf = (
  helpdesk: Helpdesk,
  conversation: Conversation,
  path: ContactPath,
): Omit<TrueContact, 'isOptional'> => {
  const queues = queuesOf(helpdesk, conversation, path.window);
  return {
    contactId: `reply:${conversation.id}`,
    kind: 'replies',
    timestamp: toSecond(conversation.createdAt),
    otherTimestamps: [],
    ...expectedQueue(queues),
    orElse: undefined,
    note: path.kind === 'live' ? 'C1 or C6' : 'C1, history',
  };
};

/** The contact of a customer's reply (rows C1 and C6), or undefined if the conversation is not a contact. */
export const replyTruth = (
  { helpdesk, firsts }: ReplyWorld,
  conversation: Conversation,
  options: TruthOptions,
): TrueContact | undefined => {
  const record = helpdesk.tickets.get(conversation.receivedOnTicketId);
  const path = pathOf(conversation, options, helpdesk.clock.now());
  if (record === undefined || path === undefined || !isFromCustomer(conversation)) {
    return undefined;
  }
  if (repeatsDescription(firsts, record, conversation) || isOnAlert(record, conversation)) {
    return undefined;
  }
  if (isUnreadable(record, path)) {
    return undefined;
  }
  const isOptional = isOutOfReach(record, path, options.cutOver);
  return { ...contactOf(helpdesk, conversation, path), isOptional };
};
