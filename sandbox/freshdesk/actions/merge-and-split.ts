import { conversationDeleted } from '../events/conversation-event';
import type { Helpdesk } from '../model/helpdesk';
import { STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { existingTicket } from '../model/ticket-versions';
import { agentActor } from './agent-at-work';
import { changeTicket } from './change-ticket';
import { createTicket } from './create-ticket';
import { addAgentConversation } from './other-conversations';

const byTime = (helpdesk: Helpdesk) => (left: number, right: number) =>
  (helpdesk.conversations.get(left)?.createdAt ?? 0) - (helpdesk.conversations.get(right)?.createdAt ?? 0) ||
  left - right;

const moveThread = (helpdesk: Helpdesk, fromId: number, toId: number): void => {
  const moved = helpdesk.threads.get(fromId) ?? [];
  moved.forEach((id) => {
    const conversation = helpdesk.conversations.get(id);
    if (conversation !== undefined) {
      helpdesk.conversations.set(id, { ...conversation, ticketId: toId });
    }
  });
  const whole = [...(helpdesk.threads.get(toId) ?? []), ...moved].sort(byTime(helpdesk));
  helpdesk.threads.set(toId, whole);
  helpdesk.threads.set(fromId, []);
};

/** Merges tickets: the primary shows all conversations, each ticket gets a private note, the secondaries are closed. */
export const merge = (helpdesk: Helpdesk, primaryId: number, secondaryIds: readonly number[]): void => {
  const actor = agentActor(helpdesk);
  secondaryIds.forEach((id) => {
    moveThread(helpdesk, id, primaryId);
    addAgentConversation(helpdesk, id, 'privateNote');
    addAgentConversation(helpdesk, primaryId, 'privateNote');
    changeTicket(helpdesk, id, { patch: { status: STATUS.closed }, actor });
  });
};

/** Splits a conversation off into a new ticket and removes it from its old one. */
export const split = (helpdesk: Helpdesk, conversationId: number): Ticket => {
  const conversation = helpdesk.conversations.get(conversationId);
  if (conversation === undefined) {
    throw new Error(`There is no conversation ${conversationId}`);
  }
  const actor = agentActor(helpdesk);
  const { source, groupId } = existingTicket(helpdesk, conversation.ticketId);
  helpdesk.conversations.set(conversationId, { ...conversation, isRemoved: true });
  const rest = (helpdesk.threads.get(conversation.ticketId) ?? []).filter((id) => id !== conversationId);
  helpdesk.threads.set(conversation.ticketId, rest);
  helpdesk.emit(conversationDeleted(conversation, actor));
  changeTicket(helpdesk, conversation.ticketId, { patch: {}, actor });
  return createTicket(helpdesk, {
    source,
    groupId,
    requesterId: conversation.userId,
    repeatsDescription: false,
    actor,
  });
};
