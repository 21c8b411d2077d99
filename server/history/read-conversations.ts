import { beginAgain, hasMoved } from '../freshdesk/conversations';
import { findAside } from '../freshdesk/set-aside';
import { LIMITS } from '../values/limits';
import { partialOf, type PartialTicket } from './history-record';
import type { ImportRun } from './import-run';
import type { PageRead, PagesRead } from './read-ahead';

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

/** True when the replies of a ticket that were sent can be looked up: they are listed for each span, and the list may be too long. */
function mayBeginAgain({ record }: ImportRun, ticketId: number): boolean {
  const { until } = findAside(record.setAside, { ticketId, call: 'replies' }) ?? record;
  return until === record.until && record.replyParts <= LIMITS.historyReplyParts;
}

/** Reads pages of a ticket from its place on. */
async function readPages(work: ImportRun, { ticketId, page: first }: PartialTicket): Promise<PagesRead> {
  const { session } = work.run;
  const pages: PageRead[] = [];
  const end = first + Math.min(LIMITS.historyConversationPages, session.tickets.share());
  for (let page = first; page < end; page += 1) {
    // The remaining calls are reserved for names.
    if (session.creditsLeft() <= LIMITS.callsForNames) break;
    const answer = await session.listConversations(ticketId, page);
    if (!answer.ok) return { pages, problem: answer.problem };
    const { conversations, full } = answer.value;
    pages.push({ page, conversations, isLast: !full });
    if (!full) break;
  }
  return { pages, problem: null };
}

/**
 * Reads a ticket's conversations from its place on, as far as its share of the run's calls reaches. When its pages moved too
 * far the next run begins it again. Credits: 1 for each 100.
 */
export async function readConversations(work: ImportRun, ticketId: number): Promise<PagesRead> {
  const partial = partialOf(work.record, ticketId);
  const mayBegin = mayBeginAgain(work, ticketId);
  // What is left of a ticket begun again stays out when nothing tells any more which of its replies were sent.
  if (partial.again !== undefined && !mayBegin)
    return { pages: [{ page: 1, conversations: [], isLast: true }], problem: null };
  const read = await readPages(work, partial);
  const [first] = read.pages;
  if (first === undefined || !mayBegin || !hasMoved(partial, first)) return read;
  const others = work.record.partialTickets.filter((each) => each.ticketId !== ticketId);
  const begun = { ...beginAgain(partial), ticketId, after: 0 };
  work.record = { ...work.record, partialTickets: [...others, begun] };
  return { pages: [], problem: null };
}
