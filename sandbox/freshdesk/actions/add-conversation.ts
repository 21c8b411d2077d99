import { conversationCreated } from '../events/conversation-event';
import type { Actor } from '../events/actor';
import { CONVERSATION_SOURCE } from '../model/conversation';
import type { Conversation } from '../model/conversation';
import type { Helpdesk } from '../model/helpdesk';
import type { Ticket, TicketCounts, TicketStats } from '../model/ticket';
import { existingTicket, pushVersion } from '../model/ticket-versions';

/** A conversation without its ids and timestamps, which are added. */
export interface NewConversation {
  readonly userId: number;
  readonly isIncoming: boolean;
  readonly isPrivate: boolean;
  readonly source: number;
  readonly category: number;
  readonly kind: string;
  readonly fromEmail?: string;
  readonly supportEmail?: string;
  readonly toEmails?: readonly string[];
  readonly text?: string;
  /** In the past for a conversation that an importer backdates. */
  readonly createdAt?: number;
}

const statsAfter = ({ stats }: Ticket, { isIncoming, isPrivate, createdAt }: Conversation): TicketStats => {
  if (isPrivate) {
    return stats;
  }
  return isIncoming
    ? { ...stats, requesterRespondedAt: createdAt }
    : { ...stats, agentRespondedAt: createdAt, firstRespondedAt: stats.firstRespondedAt ?? createdAt };
};

const countedAs = ({ isIncoming, isPrivate, source }: Conversation): keyof TicketCounts => {
  if (isPrivate) {
    return 'privateNotes';
  }
  if (isIncoming) {
    return 'customerReplies';
  }
  return source === CONVERSATION_SOURCE.note ? 'publicNotes' : 'agentReplies';
};

const store = (helpdesk: Helpdesk, ticket: Ticket, conversation: Conversation): void => {
  helpdesk.conversations.set(conversation.id, conversation);
  helpdesk.threads.set(ticket.id, [...(helpdesk.threads.get(ticket.id) ?? []), conversation.id]);
  const key = countedAs(conversation);
  pushVersion(helpdesk, {
    ...ticket,
    updatedAt: helpdesk.clock.now(),
    stats: statsAfter(ticket, conversation),
    counts: { ...ticket.counts, [key]: ticket.counts[key] + 1 },
  });
};

/** Adds a conversation to a ticket, updates the ticket's `updated_at` and stats, and emits the event. */
export const addConversation = (
  helpdesk: Helpdesk,
  ticketId: number,
  { what, actor }: { readonly what: NewConversation; readonly actor: Actor },
): Conversation => {
  const ticket = existingTicket(helpdesk, ticketId);
  if (ticket.isArchived) {
    throw new Error(`Ticket ${ticketId} is archived and read-only`);
  }
  const now = helpdesk.clock.now();
  const {
    fromEmail = null,
    supportEmail = null,
    toEmails = [],
    createdAt = now,
    text = null,
    ...rest
  } = what;
  const conversation: Conversation = {
    ...rest,
    id: helpdesk.nextId(),
    ticketId,
    receivedOnTicketId: ticketId,
    fromEmail,
    supportEmail,
    toEmails,
    createdAt,
    updatedAt: createdAt,
    recordedAt: now,
    text,
    isRemoved: false,
  };
  store(helpdesk, ticket, conversation);
  helpdesk.emit(conversationCreated(helpdesk, conversation, actor));
  return conversation;
};
