import { type Ticket, idOf } from '../contacts/contact';
import type { TicketPage } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import {
  nextPage,
  afterRow,
  fromLastRow,
  skipSecond,
  remainingRows,
  type Cursor,
} from '../freshdesk/ticket-list-cursor';
import { KEY_OF } from '../platform/keys';
import { afterSuccess, findAside } from '../freshdesk/set-aside';
import { mayRead, openTicket, opsToUse, type ImportRun } from './import-run';
import { readReplyPart } from './imported';
import type { PagesRead } from './read-ahead';
import { readConversations } from './read-conversations';
import {
  NO_PAGES,
  chunksOf,
  chunksPast,
  type Chunk,
  mayHaveReplies,
  mayHaveSent,
  repliesOf,
} from './ticket-chunks';
import { noteFailedTicket } from './note-failed-ticket';

/** What was read: chunks in the order of the list, and the cursor once all of them are sent. */
export interface ChunksRead {
  readonly chunks: readonly Chunk[];
  readonly cursor: Cursor;
  /** True when as many contacts were found as were wanted, and more may be read in this run. */
  readonly isFull: boolean;
}

interface Reading {
  readonly work: ImportRun;
  readonly chunks: Chunk[];
  cursor: Cursor;
  contacts: number;
  /** True once a row cannot be completed in this run: the next one goes on with it. What was read of later rows is sent too. */
  isStopped: boolean;
  /** Contacts that are wanted. */
  room: number;
}

/** True while another page may be read: not a second one for the last few calls, of whose rows most would be listed again. */
function mayList({ page, run, ...work }: ImportRun): boolean {
  const isWorth = page === null || run.session.creditsLeft() >= LIMITS.callsForPage;
  return isWorth && work.pagesLeft > 0 && mayRead({ run });
}

/** The page that was read last, if it is the one at the cursor. */
function pageAt({ page }: ImportRun, cursor: Cursor): TicketPage | null {
  const isSame = (['kind', 'since', 'page'] as const).every((each) => page?.cursor[each] === cursor[each]);
  return page !== null && isSame ? page.page : null;
}

/** The page at the cursor; a run reads each page once. Null when there is none now. */
async function readPage(reading: Reading): Promise<TicketPage | null> {
  const { work } = reading;
  if (work.page === null) reading.cursor = fromLastRow(reading.cursor);
  const { cursor } = reading;
  const known = pageAt(work, cursor);
  if (known !== null) return known;
  if (!mayList(work)) return null;
  work.pagesLeft -= 1;
  const { session } = work.run;
  const answer = await session.readPage(cursor);
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

/** Where a part of the list of sent replies is gone, no ticket is looked up any more: some replies would be sent twice. */
async function proveReplyParts(work: ImportRun): Promise<void> {
  const { store } = work.run;
  const { span, replyParts } = work.record;
  const parts = [...Array(replyParts).keys()].map((part) => KEY_OF.importedReplies(span, part));
  // Only the last part may be absent: nothing was written to it yet.
  const isGone = store.unproved(parts.slice(0, -1)) > 0;
  await store.prove(parts);
  if (!isGone) return;
  store.reportLost({ records: 1, contacts: 0 });
  work.record = { ...work.record, replyParts: LIMITS.historyReplyParts + 1 };
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
  await proveReplyParts(work);
  work.sent = sent;
  return true;
}

/** True for a moved ticket, or one begun again, whose replies are looked up one by one; with too many sent replies to load, none is. */
function needsLookUp({ record }: ImportRun, ticket: Ticket): boolean {
  return mayHaveSent(record, ticket) && record.replyParts <= LIMITS.historyReplyParts;
}

function isImported(work: ImportRun, ticket: Ticket): boolean {
  if (work.ticketsRead.has(ticket.id)) return true;
  return work.bits.has(ticket.id) && !needsLookUp(work, ticket);
}

/** A ticket of a list with its conversations, as far as they were read. */
interface Row extends PagesRead {
  readonly ticket: Ticket;
}

/** The first rows whose keys can be loaded in this run; where their conversations are needed, reading them is begun. */
async function openRows(work: ImportRun, rows: readonly Ticket[]): Promise<readonly Ticket[]> {
  const open: Ticket[] = [];
  for (const ticket of rows) {
    if (!(await openRow(work, ticket))) break;
    open.push(ticket);
    const isAside = findAside(work.record.setAside, repliesOf(ticket.id)) !== undefined;
    const isWanted = !isAside && !isImported(work, ticket) && mayHaveReplies(ticket, work.record);
    if (isWanted && !work.ahead.has(ticket.id))
      work.ahead.begin(ticket.id, () => readConversations(work, ticket.id));
  }
  return open;
}

/** Loads what a row is compared with; false when too few operations are left in this run. */
export async function openRow(work: ImportRun, ticket: Ticket): Promise<boolean> {
  if (!(await openTicket(work, ticket.id))) return false;
  const needsSent = needsLookUp(work, ticket) && mayHaveReplies(ticket, work.record);
  return !needsSent || (await loadSent(work));
}

/** The chunks of a row; null when the row cannot be completed now. */
async function chunksOfRow(
  { work, ...reading }: Reading,
  { ticket, pages, problem }: Row,
): Promise<readonly Chunk[] | null> {
  if (problem !== null) await noteFailedTicket(work, ticket.id, problem);
  const cursor = reading.isStopped ? reading.cursor : afterRow(reading.cursor, ticket);
  if (findAside(work.record.setAside, repliesOf(ticket.id)) !== undefined)
    return await chunksPast(work, ticket, cursor);
  if (!isImported(work, ticket)) return await chunksOf(work, ticket, { pages, cursor });
  return [{ ticketId: ticket.id, contacts: [], leftOut: [], page: 1, partial: null, cursor, isNew: false }];
}

/** Adds the chunks of one row; false when the row cannot be completed now. */
async function addRow(reading: Reading, row: Row): Promise<boolean> {
  const { work } = reading;
  const { ticket } = row;
  const chunks = await chunksOfRow(reading, row);
  const last = chunks?.[chunks.length - 1];
  if (chunks === null || last === undefined) return false;
  reading.chunks.push(...chunks);
  const contacts = chunks.flatMap((chunk) => chunk.contacts);
  reading.contacts += contacts.length;
  for (const { contactId } of contacts) work.repliesRead.add(idOf(contactId));
  work.ticketsRead.add(ticket.id);
  if (last.partial !== null) return false;
  reading.cursor = last.cursor ?? reading.cursor;
  return true;
}

/** Notes that a ticket's conversations were read: failures before and after it are not failures in a row. */
function noteWorked(work: ImportRun, { ticket, pages, problem }: Row): void {
  if (problem !== null || pages === NO_PAGES) return;
  const setAside = afterSuccess(work.record.setAside, repliesOf(ticket.id));
  work.record = { ...work.record, setAside };
}

/** A row with what was read of it; null when its conversations are needed and this run reads no more. */
async function takeRow({ ahead }: ImportRun, ticket: Ticket): Promise<Row | null> {
  if (!ahead.has(ticket.id)) return { ticket, pages: NO_PAGES, problem: null };
  const read = await ahead.take(ticket.id);
  return read && { ticket, ...read };
}

/** Behind a row that waits for the next run only what cost a call is added: the next run meets the others again. */
function isLeft({ isStopped }: Reading, { pages, problem }: Row): boolean {
  return isStopped && (pages === NO_PAGES || problem !== null);
}

/** Adds the rows of a page; true when all are read. */
async function addPage(reading: Reading, page: TicketPage): Promise<boolean> {
  const { work } = reading;
  const rows = remainingRows(reading.cursor, page);
  const open = await openRows(work, rows);
  for (const ticket of open) {
    if (reading.contacts >= reading.room) return false;
    const row = await takeRow(work, ticket);
    if (row === null) return false;
    if (isLeft(reading, row)) continue;
    noteWorked(work, row);
    if (!(await addRow(reading, row))) stop(reading);
  }
  return !reading.isStopped && open.length === rows.length;
}

/** Takes what was read of the rows behind one that waits, however much it is, and reads no more. */
function stop(reading: Reading): void {
  reading.isStopped = true;
  reading.room = Infinity;
  reading.work.ahead.stop();
}

/**
 * Reads tickets and their conversations from the cursor on, until there are as many contacts as are wanted, or the run's
 * time, operations or Freshdesk calls run out. Credits: 3 for each 100 tickets, 1 for each 100 conversations of a ticket
 * with customer replies.
 */
export async function readChunks(work: ImportRun, cursor: Cursor, room: number): Promise<ChunksRead> {
  const reading: Reading = { work, chunks: [], cursor, contacts: 0, isStopped: false, room };
  while (reading.contacts < reading.room && !reading.cursor.isRead) {
    const page = await readPage(reading);
    if (page === null || !(await addPage(reading, page))) break;
    reading.cursor = nextPage(reading.cursor, page);
  }
  const isFull = reading.contacts >= room && !reading.isStopped;
  return { chunks: reading.chunks, cursor: reading.cursor, isFull };
}
