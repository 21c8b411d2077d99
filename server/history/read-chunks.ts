import { type Ticket, idOf } from '../contacts/contact';
import { inParallel } from '../values/in-parallel';
import type { TicketPage } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import {
  nextPage,
  afterRow,
  skipSecond,
  remainingRows,
  type Cursor,
  listPageAt,
} from '../freshdesk/ticket-list-cursor';
import { mayNote, mayRead, openTicket, opsToUse, type ImportRun } from './import-run';
import { readReplyPart } from './imported';
import { readConversations, type ConversationPage } from './read-conversations';
import { NO_PAGES, chunksOf, type Chunk, mayHaveReplies } from './ticket-chunks';

/** What was read: chunks in the order of the list, and the cursor once all of them are sent. */
export interface ChunksRead {
  readonly chunks: readonly Chunk[];
  readonly cursor: Cursor;
  /** True when as many contacts were found as were wanted. */
  readonly isFull: boolean;
}

interface Reading {
  readonly work: ImportRun;
  readonly chunks: Chunk[];
  cursor: Cursor;
  contacts: number;
  /** Contacts that are wanted. */
  readonly room: number;
}

/** The page at the cursor; a run reads each page once. Null when there is none now. */
async function readPage(reading: Reading): Promise<TicketPage | null> {
  const { work, cursor } = reading;
  const isSame = (['kind', 'since', 'page'] as const).every(
    (each) => work.page?.cursor[each] === cursor[each],
  );
  if (work.page !== null && isSame) return work.page.page;
  if (work.pagesLeft <= 0) return null;
  work.pagesLeft -= 1;
  const { session } = work.run;
  const answer = await listPageAt(session.get, cursor);
  if (answer.ok) {
    work.page = { cursor, page: answer.value };
    return answer.value;
  }
  const isBeyond = answer.problem.kind === 'refused' && cursor.page > 1;
  if (!isBeyond) {
    session.noteProblem(answer.problem);
    return null;
  }
  // A page beyond Freshdesk's limit: all tickets from there on changed in one second, which the cursor skips.
  reading.cursor = skipSecond(cursor);
  return await readPage(reading);
}

/** Loads the list of sent replies; false when too few operations are left in this run. */
async function loadSent(work: ImportRun): Promise<boolean> {
  if (work.sent !== null) return true;
  const { span, replyParts } = work.record;
  const left = Math.min(opsToUse(work) - 1, work.run.budget.opsLeft());
  if (left < replyParts) return false;
  const sent = new Set<number>();
  for (let part = 0; part < replyParts; part += 1) {
    for (const id of await readReplyPart(work.run.store, span, part)) sent.add(id);
  }
  work.sent = sent;
  return true;
}

/** True for a moved ticket whose replies are looked up one by one; with too many sent replies to load, none is. */
function needsLookUp({ record }: ImportRun, ticket: Ticket): boolean {
  return ticket.updatedAt >= record.movedSince && record.replyParts <= LIMITS.historyReplyParts;
}

function isImported(work: ImportRun, ticket: Ticket): boolean {
  if (work.ticketsRead.has(ticket.id)) return true;
  return work.bits.has(ticket.id) && !needsLookUp(work, ticket);
}

/** The first rows whose keys can be loaded in this run, with their conversations where these are needed. */
async function readRows(work: ImportRun, rows: readonly Ticket[]) {
  const open: Ticket[] = [];
  for (const ticket of rows) {
    if (!(await openTicket(work, ticket.id))) break;
    const needsSent = needsLookUp(work, ticket) && mayHaveReplies(ticket, work.record);
    if (needsSent && !(await loadSent(work))) break;
    open.push(ticket);
  }
  const width = mayNote(work) ? LIMITS.historyParallel : LIMITS.historyParallelEarly;
  return inParallel(open, width, async (ticket) => {
    if (isImported(work, ticket) || !mayHaveReplies(ticket, work.record)) return { ticket, pages: NO_PAGES };
    const partial = work.record.partialTickets.find((each) => each.ticketId === ticket.id) ?? null;
    return { ticket, pages: await readConversations(work, ticket, partial) };
  });
}

/** Adds the chunks of one row; false when the row cannot be completed now. */
async function addRow(
  reading: Reading,
  ticket: Ticket,
  pages: readonly ConversationPage[],
): Promise<boolean> {
  const { work } = reading;
  const cursor = afterRow(reading.cursor, ticket);
  const chunks = isImported(work, ticket)
    ? [{ ticketId: ticket.id, contacts: [], leftOut: [], page: 1, partial: null, cursor, isNew: false }]
    : await chunksOf(work, ticket, { pages, cursor });
  const last = chunks?.[chunks.length - 1];
  if (chunks === null || last === undefined) return false;
  reading.chunks.push(...chunks);
  const contacts = chunks.flatMap((chunk) => chunk.contacts);
  reading.contacts += contacts.length;
  for (const { contactId } of contacts) work.repliesRead.add(idOf(contactId));
  work.ticketsRead.add(ticket.id);
  if (last.partial !== null) return false;
  reading.cursor = cursor;
  return true;
}

/** Adds the rows of a page, some at a time; true when all are read. */
async function addPage(reading: Reading, page: TicketPage): Promise<boolean> {
  const { work } = reading;
  const rows = remainingRows(reading.cursor, page);
  for (let start = 0; start < rows.length; start += LIMITS.historyRowsAtOnce) {
    if (!mayRead(work) || reading.contacts >= reading.room) return false;
    const some = rows.slice(start, start + LIMITS.historyRowsAtOnce);
    const read = await readRows(work, some);
    for (const { ticket, pages } of read) {
      if (!(await addRow(reading, ticket, pages))) return false;
    }
    if (read.length < some.length) return false;
  }
  return true;
}

/**
 * Reads tickets and their conversations from the cursor on, until there are as many contacts as are wanted, or the run's
 * time, operations or Freshdesk calls run out. Credits: 3 for each 100 tickets, 1 for each 100 conversations of a ticket
 * with customer replies.
 */
export async function readChunks(work: ImportRun, cursor: Cursor, room: number): Promise<ChunksRead> {
  const reading: Reading = { work, chunks: [], cursor, contacts: 0, room };
  while (mayRead(work) && reading.contacts < room && !reading.cursor.isRead) {
    const page = await readPage(reading);
    if (page === null || !(await addPage(reading, page))) break;
    reading.cursor = nextPage(reading.cursor, page);
  }
  return { chunks: reading.chunks, cursor: reading.cursor, isFull: reading.contacts >= room };
}
