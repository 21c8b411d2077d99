import { isDeletedOrSpam, idOf, type Ticket } from '../contacts/contact';
import { isAlert } from '../contacts/counting-rules';
import { isDueAgain, release, type AsideTicket } from '../freshdesk/set-aside';
import { askTicket } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import { mayNote, mayRead, type ImportRun } from './import-run';
import { noteFailure } from './note-failure';
import { openRow } from './read-chunks';
import { believesGone, readConversations } from './read-conversations';
import { closeOutcome, sendChunks } from './send-chunks';
import { chunksOf, NO_PAGES } from './ticket-chunks';

/** True when a ticket of the list is to be tried again. */
export function hasDueAgain(setAside: readonly AsideTicket[], now: number): boolean {
  return setAside.some((each) => isDueAgain(each, now));
}

/**
 * Tries the tickets again that are set aside since an hour, and imports those that can be read. Two or three calls a ticket,
 * one more for each 100 conversations. @ops 1 a batch
 */
export async function tryAsideAgain(work: ImportRun): Promise<void> {
  const due = work.record.setAside.tickets.filter((each) => isDueAgain(each, work.run.now()));
  for (const entry of due.slice(0, LIMITS.setAsidePerRun)) {
    if (!mayRead(work) || !mayNote(work) || work.isWritten) return;
    const { ticketId } = entry;
    const answer = await askTicket(work.run.session.get, ticketId);
    if (answer.ok && answer.value.kind === 'found') await importAside(work, entry, answer.value.ticket);
    else if (answer.ok && !work.run.session.listed.has(ticketId) && (await believesGone(work)))
      work.record = { ...work.record, setAside: release(work.record.setAside, entry) };
    else await noteFailure(work, ticketId, answer.ok ? { kind: 'not found' } : answer.problem);
  }
}

/** Imports what can be read of a ticket now. Deleted tickets and spam show no conversations. */
async function importAside(work: ImportRun, entry: AsideTicket, ticket: Ticket): Promise<void> {
  if (!(await openRow(work, ticket))) return;
  const isHidden = isDeletedOrSpam(ticket) || isAlert(ticket);
  const partial = work.record.partialTickets.find((each) => each.ticketId === ticket.id) ?? null;
  const { pages, problem } = isHidden
    ? { pages: NO_PAGES, problem: null }
    : await readConversations(work, ticket, partial);
  if (problem !== null) await noteFailure(work, ticket.id, problem);
  const chunks = (await chunksOf(work, ticket, { pages, cursor: work.record.cursor })) ?? [];
  // The rest of the ticket's span is still to come when an earlier start has added one.
  const isWhole = (entry.from ?? 0) <= work.record.from;
  const marked = chunks.map((chunk) => (isWhole ? chunk : { ...chunk, aside: 'again' as const }));
  for (const { contactId } of marked.flatMap(({ contacts }) => contacts))
    work.repliesRead.add(idOf(contactId));
  await sendChunks(work, marked, false);
  await closeOutcome(work);
}
