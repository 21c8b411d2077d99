import { parseConversation, type Conversation } from '../contacts/parse-conversation';
import type { FreshdeskGet } from './client';
import type { FreshdeskAnswer } from './problem';

const ROWS = 100;

/** A page of a ticket's conversations, oldest first, and whether there may be more. One call. */
export async function listConversations(
  get: FreshdeskGet,
  ticketId: number,
  page: number,
): Promise<FreshdeskAnswer<{ readonly conversations: readonly Conversation[]; readonly full: boolean }>> {
  const answer = await get(`/api/v2/tickets/${ticketId}/conversations`, { per_page: ROWS, page });
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return { ok: false, problem: { kind: 'unreachable' } };
  const rows = answer.value as readonly unknown[];
  const parsed = rows.map(parseConversation);
  const conversations = parsed.flatMap((row) => (row.ok ? [row.value] : []));
  return { ...answer, value: { conversations, full: rows.length >= ROWS } };
}
