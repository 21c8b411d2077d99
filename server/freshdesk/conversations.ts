import { parseConversation, type Conversation } from '../contacts/conversation';
import { LIMITS } from '../values/limits';
import { getRows, type FreshdeskAnswer, type FreshdeskGet } from './client';

/** A page of a ticket's conversations, oldest first; `full` when there may be more. */
export interface ConversationPage {
  readonly conversations: readonly Conversation[];
  readonly full: boolean;
}

/** Reads a page of a ticket's conversations. One call. */
export async function listConversations(
  get: FreshdeskGet,
  ticketId: number,
  page: number,
): Promise<FreshdeskAnswer<ConversationPage>> {
  const path = `/api/v2/tickets/${ticketId}/conversations`;
  const answer = await getRows(get, path, { per_page: LIMITS.conversationRows, page });
  if (!answer.ok) return answer;
  const parsed = answer.value.map(parseConversation);
  const conversations = parsed.flatMap((row) => (row.ok ? [row.value] : []));
  return { ...answer, value: { conversations, full: answer.value.length >= LIMITS.conversationRows } };
}

/** All conversations of a ticket, oldest first. One call for each 100. */
export async function listAllConversations(
  get: FreshdeskGet,
  ticketId: number,
): Promise<FreshdeskAnswer<readonly Conversation[]>> {
  const all: Conversation[] = [];
  for (let page = 1; page <= LIMITS.conversationPages; page += 1) {
    const answer = await listConversations(get, ticketId, page);
    if (!answer.ok) return answer;
    all.push(...answer.value.conversations);
    if (!answer.value.full) return { ...answer, value: all };
  }
  return { ok: true, value: all, serverTime: null };
}
