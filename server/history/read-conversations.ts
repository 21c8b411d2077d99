import type { Ticket } from '../contacts/contact';
import type { Conversation } from '../contacts/conversation';
import type { FreshdeskProblem } from '../freshdesk/client';
import { LIMITS } from '../values/limits';
import type { PartialTicket } from './history-record';
import type { ImportRun } from './import-run';

/** One page of a ticket's conversations. */
export interface ConversationPage {
  readonly page: number;
  readonly conversations: readonly Conversation[];
  readonly isLast: boolean;
}

/** The pages of a ticket that were read, and why no more were; null: they are all, or the run's calls are used. */
export interface PagesRead {
  readonly pages: readonly ConversationPage[];
  readonly problem: FreshdeskProblem | null;
}

/** True when Freshdesk's "not found" is reliable because the key sees all tickets. At most one call a run. */
export async function believesGone(work: ImportRun): Promise<boolean> {
  const { session } = work.run;
  if (work.believesGone === null) {
    const doubt = await session.doubtScope();
    if (doubt?.kind === 'scope') session.noteProblem(doubt);
    work.believesGone = doubt === null;
  }
  return work.believesGone;
}

/**
 * Reads a ticket's conversations from a page on, as far as its share of the run's calls reaches. Credits: 1 for each 100.
 */
export async function readConversations(
  work: ImportRun,
  ticket: Ticket,
  partial: PartialTicket | null,
): Promise<PagesRead> {
  const { session } = work.run;
  const pages: ConversationPage[] = [];
  const first = partial?.page ?? 1;
  const end = first + Math.min(LIMITS.historyConversationPages, session.tickets.share());
  for (let page = first; page < end; page += 1) {
    // The remaining calls are reserved for names.
    if (session.creditsLeft() <= LIMITS.callsForNames) break;
    const answer = await session.listConversations(ticket.id, page);
    if (!answer.ok) return { pages, problem: answer.problem };
    const { conversations, full } = answer.value;
    pages.push({ page, conversations, isLast: !full });
    if (!full) break;
  }
  return { pages, problem: null };
}
