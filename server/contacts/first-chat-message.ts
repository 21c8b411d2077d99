import { LIMITS } from '../values/limits';
import type { Ticket } from './contact';
import { decideConversation } from './counting-rules';
import type { Conversation } from './conversation';
import { isChatSource } from './sources';

/** Tells whether a message of this second can be the one that a chat-type ticket's description repeats (C5). */
export function isNearStartOfChat(occurredAt: number, ticket: Pick<Ticket, 'source' | 'createdAt'>): boolean {
  const isNear = Math.abs(occurredAt - ticket.createdAt) <= LIMITS.chatFirstMessageMs;
  return isNear && isChatSource(ticket.source);
}

function inOrder(one: Conversation, other: Conversation): number {
  return one.createdAt - other.createdAt || one.id - other.id;
}

/**
 * Decides C5: whether this reply is the first message of its chat-type ticket's requester, within the ten seconds. What a
 * merge brought in from another ticket is older than that, or somebody else's, and does not take its place.
 */
export function isPartOfTicket(
  replyId: number,
  conversations: readonly Conversation[],
  ticket: Pick<Ticket, 'source' | 'createdAt' | 'requesterId'>,
): boolean {
  if (ticket.requesterId === null) return false;
  const [first] = conversations
    .filter(({ userId }) => userId === ticket.requesterId)
    .filter((conversation) => decideConversation(conversation).kind === 'contact')
    .filter((conversation) => isNearStartOfChat(conversation.createdAt, ticket))
    .sort(inOrder);
  return first !== undefined && first.id === replyId;
}
