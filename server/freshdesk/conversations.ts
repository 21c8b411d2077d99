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
      full: page < LIMITS.conversationPages && goesOn(answer, LIMITS.conversationRows),
    },
  };
}

/** A place in a ticket's conversations. */
export interface ConversationPlace {
  /** The page to go on with, which is read again: a deleted conversation moves the pages. */
  readonly page: number;
  /** The last conversation that was read of that page; left out: it is not known. */
  readonly last?: number | undefined;
  /** How often the ticket was begun again because its pages had moved. */
  readonly again?: number | undefined;
}

/** True when pages moved so far that what was read and what follows do not meet: the ticket has to be begun again. */
export function hasMoved(
  { page, last, again = 0 }: ConversationPlace,
  { conversations }: Pick<ConversationPage, 'conversations'>,
): boolean {
  const isKnown = page > 1 && last !== undefined && again < LIMITS.conversationsAgain;
  return isKnown && !conversations.some(({ id }) => id === last);
}

/** The place after a page that was read. */
export function placeAfter<Place extends ConversationPlace>(
  before: Place,
  page: number,
  { conversations }: Pick<ConversationPage, 'conversations'>,
): Place {
  return { ...before, page, last: conversations[conversations.length - 1]?.id };
}

/** The beginning of a ticket whose pages moved. */
export function beginAgain({ again = 0 }: ConversationPlace): ConversationPlace {
  return { page: 1, again: again + 1 };
}

/** Conversations of a ticket that were read, from a page on. */
export interface ConversationsRead {
  readonly conversations: readonly Conversation[];
  /** Where to go on. Null: all are read. */
  readonly next: ConversationPlace | null;
  /** Why reading stopped; null: all are read, or the calls are used. */
  readonly problem: FreshdeskProblem | null;
}

/** Reads a page of a ticket's conversations. One call. */
export type ListConversations = (
  ticketId: number,
  page: number,
) => Promise<FreshdeskAnswer<ConversationPage>>;

/**
 * Reads a ticket's conversations from a place on, oldest first, and from the first page when the pages moved too far. One
 * call for each 100, at most `calls`.
 */
export async function readConversations(
  list: ListConversations,
  ticketId: number,
  { calls, ...first }: ConversationPlace & { readonly calls: number },
): Promise<ConversationsRead> {
  const conversations: Conversation[] = [];
  let next: ConversationPlace = first;
  for (let { page } = first; page < first.page + calls; page += 1) {
    const answer = await list(ticketId, page);
    if (!answer.ok) return { conversations, next, problem: answer.problem };
    if (page === first.page && hasMoved(first, answer.value))
      return { conversations, next: beginAgain(first), problem: null };
    conversations.push(...answer.value.conversations);
    if (!answer.value.full) return { conversations, next: null, problem: null };
    next = placeAfter(first, page, answer.value);
  }
  return { conversations, next, problem: null };
}
