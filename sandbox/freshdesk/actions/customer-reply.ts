import { customerEmail } from '../events/actor';
import { CONVERSATION_SOURCE } from '../model/conversation';
import type { Conversation } from '../model/conversation';
import { SUPPORT_EMAIL } from '../model/helpdesk';
import type { Helpdesk } from '../model/helpdesk';
import { STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { existingTicket } from '../model/ticket-versions';
import { addConversation } from './add-conversation';
import { changeTicket } from './change-ticket';
import { createTicket } from './create-ticket';

/** The channels of a customer's reply. */
export type ReplyChannel =
  'email' | 'portal' | 'chat' | 'twitter' | 'facebook' | 'phone' | 'ecommerce' | 'mobihelp';

/** A customer's reply: its channel, and its author (the requester, a person in copy, or a user id). */
export interface CustomerReply {
  readonly channel: ReplyChannel;
  readonly by?: 'requester' | 'cc' | number;
  readonly createdAt?: number;
}

const SOURCE_OF_CHANNEL: Readonly<Record<ReplyChannel, number>> = {
  email: CONVERSATION_SOURCE.reply,
  portal: CONVERSATION_SOURCE.reply,
  chat: CONVERSATION_SOURCE.reply,
  twitter: CONVERSATION_SOURCE.twitter,
  facebook: CONVERSATION_SOURCE.facebook,
  phone: CONVERSATION_SOURCE.phone,
  ecommerce: CONVERSATION_SOURCE.ecommerce,
  mobihelp: CONVERSATION_SOURCE.mobihelp,
};

const authorOf = (helpdesk: Helpdesk, ticket: Ticket, by: CustomerReply['by']): number => {
  if (typeof by === 'number') {
    return by;
  }
  return by === 'cc' ? helpdesk.nextId() : ticket.requesterId;
};

const mailOf = (channel: ReplyChannel, userId: number): object =>
  channel === 'email'
    ? { fromEmail: customerEmail(userId), supportEmail: SUPPORT_EMAIL, toEmails: [SUPPORT_EMAIL] }
    : {};

/** A reply to an archived ticket creates a new ticket and returns undefined; any other reopens its ticket. */
export const customerReply = (
  helpdesk: Helpdesk,
  ticketId: number,
  { channel, by, createdAt }: CustomerReply,
): Conversation | undefined => {
  const ticket = existingTicket(helpdesk, ticketId);
  if (ticket.isArchived) {
    createTicket(helpdesk, {
      source: ticket.source,
      groupId: ticket.groupId,
      requesterId: ticket.requesterId,
    });
    return undefined;
  }
  const userId = authorOf(helpdesk, ticket, by);
  const actor = { kind: 'requester', userId } as const;
  const conversation = addConversation(helpdesk, ticketId, {
    what: {
      userId,
      isIncoming: true,
      isPrivate: false,
      source: SOURCE_OF_CHANNEL[channel],
      category: 1,
      kind: 'reply',
      ...mailOf(channel, userId),
      ...(createdAt === undefined ? {} : { createdAt }),
    },
    actor,
  });
  if (ticket.status !== STATUS.open) {
    changeTicket(helpdesk, ticketId, { patch: { status: STATUS.open }, actor });
  }
  return conversation;
};
