import { isDeletedOrSpam, idOf, type Ticket } from '../contacts/contact';
import { isAlert } from '../contacts/counting-rules';
import { isDueAgain, release, type AsideTicket } from '../freshdesk/set-aside';
import { askTicket } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import type { HistoryView } from './history-view';
import { affordsBatch, mayRead, type ImportRun } from './import-run';
import { noteFailedTicket } from './note-failed-ticket';
import { openRow } from './read-chunks';
import type { PagesRead } from './read-ahead';
import { believesGone, readConversations } from './read-conversations';
import { closeOutcome, sendChunks } from './send-chunks';
import { chunksOf, NO_PAGES } from './ticket-chunks';

/** True when a ticket that the import has set aside is to be tried again. */
export function hasDueAgain({ setAside }: Pick<HistoryView, 'setAside'>, now: number): boolean {
  return setAside.some((each) => isDueAgain(each, now));
}

/**
 * Tries the tickets again that are set aside since an hour, and imports those that can be read. Two or three calls a ticket,
 * one more for each 100 conversations. @ops 1 a batch
 */
export async function tryAsideAgain(work: ImportRun): Promise<void> {
  const due = work.record.setAside.tickets.filter((each) => isDueAgain(each, work.run.now()));
  for (const entry of due.slice(0, LIMITS.setAsidePerRun)) {
    if (!mayRead(work) || !affordsBatch(work) || work.isWritten) return;
    const answer = await askTicket(work.run.session.get, entry.ticketId);
    if (!answer.ok) await noteFailedTicket(work, entry.ticketId, answer.problem);
    else if (answer.value.kind === 'found') await importAside(work, entry, answer.value.ticket);
    else await releaseGone(work, entry);
  }
}

/** Releases a ticket that is gone: not while a list of this run shows it, or the key does not see all tickets. */
async function releaseGone(work: ImportRun, entry: AsideTicket): Promise<void> {
  const isGone = !work.run.session.listed.has(entry.ticketId) && (await believesGone(work));
  if (isGone) work.record = { ...work.record, setAside: release(work.record.setAside, entry) };
  else await noteFailedTicket(work, entry.ticketId, { kind: 'not found' });
}

/** The pages of a ticket from its place on. Deleted tickets and spam show no conversations. */
async function readAside(work: ImportRun, ticket: Ticket): Promise<PagesRead> {
  if (isDeletedOrSpam(ticket) || isAlert(ticket)) return { pages: NO_PAGES, problem: null };
  return await readConversations(work, ticket.id);
}

/** Imports what can be read of a ticket now. */
async function importAside(work: ImportRun, entry: AsideTicket, ticket: Ticket): Promise<void> {
  if (!(await openRow(work, ticket))) return;
  const { pages, problem } = await readAside(work, ticket);
  if (problem !== null) await noteFailedTicket(work, ticket.id, problem);
  const chunks = (await chunksOf(work, ticket, { pages, cursor: work.record.cursor })) ?? [];
  // An earlier start may have added a span, in which the ticket is still to come.
  const isWhole = (entry.from ?? 0) <= work.record.from;
  const marked = chunks.map((chunk) => (isWhole ? chunk : { ...chunk, aside: 'again' as const }));
  for (const { contactId } of marked.flatMap(({ contacts }) => contacts))
    work.repliesRead.add(idOf(contactId));
  await sendChunks(work, marked, false);
  await closeOutcome(work);
}
