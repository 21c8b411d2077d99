import type { Ticket } from '../contacts/contact';
import type { Conversation } from '../contacts/conversation';
import { listConversations } from '../freshdesk/conversations';
import { isHidden } from '../freshdesk/client';
import { LIMITS } from '../values/limits';
import type { PartialTicket } from './history-record';
import type { ImportRun } from './import-run';

/** One page of a ticket's conversations. */
export interface ConversationPage {
  readonly page: number;
  readonly conversations: readonly Conversation[];
  readonly isLast: boolean;
}

/** One page; null when Freshdesk did not answer. */
async function readPage(work: ImportRun, ticket: Ticket, page: number): Promise<ConversationPage | null> {
  const { session } = work.run;
  const answer = await listConversations(session.get, ticket.id, page);
  if (answer.ok) return { page, conversations: answer.value.conversations, isLast: !answer.value.full };
  if (!isHidden(answer.problem)) {
    session.noteProblem(answer.problem);
    return null;
  }
  // "Not found" is reliable when the key sees all tickets, which is asked once a run.
  if (work.believesGone === null) {
    const doubt = await session.doubtScope();
    if (doubt?.kind === 'scope') session.noteProblem(doubt);
    work.believesGone = doubt === null;
  }
  // Deleted, spam or archived since the list was read: only its own contact can be imported.
  return work.believesGone ? { page, conversations: [], isLast: true } : null;
}

/**
 * Reads a ticket's conversations from a page on, as far as the run's calls reach; empty when Freshdesk did not answer.
 * Credits: 1 for each 100.
 */
export async function readConversations(
  work: ImportRun,
  ticket: Ticket,
  partial: PartialTicket | null,
): Promise<readonly ConversationPage[]> {
  const pages: ConversationPage[] = [];
  const first = partial?.page ?? 1;
  for (let page = first; page < first + LIMITS.historyConversationPages; page += 1) {
    // The remaining calls are reserved for names.
    if (work.run.session.creditsLeft() <= LIMITS.historyCallsForNames) break;
    const read = await readPage(work, ticket, page);
    if (read === null) break;
    pages.push(read);
    if (read.isLast) break;
  }
  return pages;
}
