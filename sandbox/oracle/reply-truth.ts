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

/** Ticket sources of the conversation sources that tell their channel. */
const TOLD_CHANNELS: Readonly<Record<number, number>> = { 5: 5, 7: 6, 9: 3, 10: 8, 11: 11 };

const cameByMail = ({ supportEmail, toEmails }: Conversation): boolean =>
  supportEmail !== null && toEmails.length > 0;

/** The source of a reply's queue, given its ticket's. */
export const replySource =
  (conversation: Conversation) =>
  (ticketSource: number): number => {
    const told = TOLD_CHANNELS[conversation.source];
    if (told !== undefined) {
      return told;
    }
    return cameByMail(conversation) || ticketSource === TICKET_SOURCE.outboundEmail
      ? TICKET_SOURCE.email
      : ticketSource;
  };

/** Rows C1 to C4 of the counting table, as far as the conversation alone decides. */
const isFromCustomer = ({ isIncoming, isPrivate, source }: Conversation): boolean =>
  isIncoming && !isPrivate && source !== CONVERSATION_SOURCE.survey && source !== CONVERSATION_SOURCE.forward;

/** The first message of each ticket's customer: conversation ids by ticket id. */
export type FirstMessages = ReadonlyMap<number, number>;

/** Looks through all conversations once. */
export const firstMessages = (helpdesk: Helpdesk): FirstMessages => {
  const firsts = new Map<number, number>();
  for (const conversation of helpdesk.conversations.values()) {
    const { id, receivedOnTicketId } = conversation;
    if (isFromCustomer(conversation) && !firsts.has(receivedOnTicketId)) firsts.set(receivedOnTicketId, id);
  }
  return firsts;
};

/** What the truth of replies is told from. */
export interface ReplyWorld {
  readonly helpdesk: Helpdesk;
  readonly firsts: FirstMessages;
}

/** Row C5: the first message of a chat only repeats the ticket's description. */
const repeatsDescription = (
  firsts: FirstMessages,
  record: TicketRecord,
  conversation: Conversation,
): boolean => {
  const ticket = ticketAsOf(record, conversation.recordedAt);
  return (
    ticket !== undefined &&
    CHAT_SOURCES.has(ticket.source) &&
    conversation.userId === ticket.requesterId &&
    Math.abs(toSecond(conversation.createdAt) - toSecond(ticket.createdAt)) <= SAME_MESSAGE_SECONDS &&
    firsts.get(conversation.receivedOnTicketId) === conversation.id
  );
};

/** What is written on the app's own ticket is no contact either. */
const isOnAlert = (record: TicketRecord, { recordedAt }: Conversation): boolean => {
  const ticket = ticketAsOf(record, recordedAt);
  return ticket !== undefined && isAlert(ticket);
};

/** The queues of the ticket it was written on, and of the one it was merged into. */
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

/** What is thrown away all the time that a history is read: its replies are not imported. */
const isUnreadable = (record: TicketRecord, { path, window }: ContactPath): boolean =>
  path === 'history' && statesWithin(record, window).every(isGone);

/** A history surely shows the replies only of what stays as it is. */
const isOutOfReach = (record: TicketRecord, { path, window }: ContactPath, cutOver: number): boolean =>
  path === 'history' &&
  (isGoneWithin(record, window) ||
    statesWithin(record, window).some(({ isArchived }) => isArchived) ||
    window.from > cutOver);

const contactOf = (
  helpdesk: Helpdesk,
  conversation: Conversation,
  way: ContactPath,
): Omit<TrueContact, 'isOptional'> => {
  const queues = queuesOf(helpdesk, conversation, way.window);
  return {
    contactId: `reply:${conversation.id}`,
    kind: 'replies',
    timestamp: toSecond(conversation.createdAt),
    otherTimestamps: [],
    ...expectedQueue(queues),
    orElse: undefined,
    note: way.path === 'live' ? 'C1 or C6' : 'C1, history',
  };
};

/** A customer's reply (rows C1 and C6), or undefined when the conversation is none. */
export const replyTruth = (
  { helpdesk, firsts }: ReplyWorld,
  conversation: Conversation,
  options: TruthOptions,
): TrueContact | undefined => {
  const record = helpdesk.tickets.get(conversation.receivedOnTicketId);
  const way = pathOf(conversation, options, helpdesk.clock.now());
  if (record === undefined || way === undefined || !isFromCustomer(conversation)) {
    return undefined;
  }
  if (repeatsDescription(firsts, record, conversation) || isOnAlert(record, conversation)) {
    return undefined;
  }
  if (isUnreadable(record, way)) {
    return undefined;
  }
  const isOptional = isOutOfReach(record, way, options.cutOver);
  return { ...contactOf(helpdesk, conversation, way), isOptional };
};
