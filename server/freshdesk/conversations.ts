import { parseConversation, type Conversation } from '../contacts/conversation';
import { LIMITS } from '../values/limits';
import { getRows, goesOn, type FreshdeskAnswer, type FreshdeskGet, type FreshdeskProblem } from './client';
import { findUnreadable, type UnreadableRow } from './unreadable';

/** A page of a ticket's conversations, oldest first; `full` when there may be more. */
export interface ConversationPage {
  readonly conversations: readonly Conversation[];
  /** The rows that cannot be read. */
  readonly unreadable: readonly UnreadableRow[];
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
  const parsed = answer.value.map(parseConversation).map((row) => (row.ok ? row.value : null));
  return {
    ...answer,
    value: {
      conversations: parsed.filter((row) => row !== null),
      unreadable: findUnreadable(answer.value, parsed, {
        list: 'conversations',
        page,
        ticketId,
        start: `page ${page}`,
      }),
      full: goesOn(answer, LIMITS.conversationRows),
    },
  };
}

/** Conversations of a ticket that were read, from a page on. */
export interface ConversationsRead {
  readonly conversations: readonly Conversation[];
  /** The page to go on with, one before where reading stopped: a deleted conversation moves the pages. Null: all are read. */
  readonly next: number | null;
  /** Why reading stopped; null: all are read, or the calls are used. */
  readonly problem: FreshdeskProblem | null;
}

/** Reads a page of a ticket's conversations. One call. */
export type ListConversations = (
  ticketId: number,
  page: number,
) => Promise<FreshdeskAnswer<ConversationPage>>;

/** Reads a ticket's conversations from a page on, oldest first. One call for each 100, at most `calls`. */
export async function readConversations(
  list: ListConversations,
  ticketId: number,
  { page: first, calls }: { readonly page: number; readonly calls: number },
): Promise<ConversationsRead> {
  const conversations: Conversation[] = [];
  const end = Math.min(LIMITS.conversationPages + 1, first + calls);
  for (let page = first; page < end; page += 1) {
    const answer = await list(ticketId, page);
    if (!answer.ok) return { conversations, next: Math.max(first, page - 1), problem: answer.problem };
    conversations.push(...answer.value.conversations);
    if (!answer.value.full || page === LIMITS.conversationPages)
      return { conversations, next: null, problem: null };
  }
  return { conversations, next: Math.max(first, end - 1), problem: null };
}
