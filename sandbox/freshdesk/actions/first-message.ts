import { CONVERSATION_SOURCE } from '../model/conversation';
import type { Conversation } from '../model/conversation';
import type { Helpdesk } from '../model/helpdesk';
import type { Ticket } from '../model/ticket';
import { addConversation } from './add-conversation';

/** The first message of a chat: the ticket's description once more, as a conversation. */
export const addFirstMessage = (helpdesk: Helpdesk, ticket: Ticket): Conversation =>
  addConversation(helpdesk, ticket.id, {
    what: {
      userId: ticket.requesterId,
      isIncoming: true,
      isPrivate: false,
      source: CONVERSATION_SOURCE.reply,
      category: 1,
      kind: 'reply',
      createdAt: ticket.createdAt,
    },
    actor: { kind: 'requester', userId: ticket.requesterId },
  });
