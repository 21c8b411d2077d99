import { LIMITS } from '../values/limits';
import type { Ticket } from './contact';
import { decideConversation } from './counting-rules';
import type { Conversation } from './conversation';
import { CHAT_SOURCES } from './sources';

/**
 * Decides C5: whether this reply is the requester's first message of a chat-type ticket, within the ten seconds. Messages
 * that a merge brought in are older, or of another author, and do not take its place.
 */
export function isPartOfTicket(
  replyId: number,
  conversations: readonly Conversation[],
  ticket: Pick<Ticket, 'source' | 'createdAt' | 'requesterId'>,
): boolean {
  if (ticket.requesterId === null || !CHAT_SOURCES.has(ticket.source)) return false;
  const [first] = conversations
    .filter(({ userId }) => userId === ticket.requesterId)
    .filter((conversation) => decideConversation(conversation).kind === 'contact')
    .filter(({ createdAt }) => Math.abs(createdAt - ticket.createdAt) <= LIMITS.chatFirstMessageMs)
    .sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  return first !== undefined && first.id === replyId;
}
