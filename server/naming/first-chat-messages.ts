import type { FreshdeskAnswer } from '../freshdesk/client';
import { listConversations, type ConversationPage } from '../freshdesk/conversations';
import { askWithinBudget } from './find-tickets';
import type { RunContext } from '../run/run-context';

/** Reads a chat's first messages, a page of them, unless this run has. One Freshdesk call. */
export async function firstMessagesOf(
  run: RunContext,
  ticketId: number,
): Promise<FreshdeskAnswer<ConversationPage>> {
  const known = run.firstMessages.get(ticketId);
  if (known !== undefined) return known;
  const answer = await listConversations(run.get, ticketId, 1);
  run.firstMessages.set(ticketId, answer);
  return answer;
}

/**
 * Reads the first messages of many chats, oldest first, as long as what is named may still be sent in this run. One Freshdesk
 * call a chat.
 */
export async function readFirstMessages(run: RunContext, ticketIds: readonly number[]): Promise<void> {
  const unread = [...new Set(ticketIds)].filter((id) => !run.firstMessages.has(id));
  const answers = await askWithinBudget(run, unread, (id) => listConversations(run.get, id, 1));
  unread.forEach((id, index) => {
    const answer = answers[index];
    if (answer !== undefined) run.firstMessages.set(id, answer);
  });
}
