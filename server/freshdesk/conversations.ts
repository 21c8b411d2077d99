import { parseConversation, type Conversation } from '../contacts/conversation';
import { LIMITS } from '../values/limits';
import type { FreshdeskAnswer, FreshdeskGet } from './client';

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
  const answer = await get(`/api/v2/tickets/${ticketId}/conversations`, {
    per_page: LIMITS.conversationRows,
    page,
  });
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return { ok: false, problem: { kind: 'unreachable' } };
  const rows = answer.value as readonly unknown[];
  const parsed = rows.map(parseConversation);
  const conversations = parsed.flatMap((row) => (row.ok ? [row.value] : []));
  return { ...answer, value: { conversations, full: rows.length >= LIMITS.conversationRows } };
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
