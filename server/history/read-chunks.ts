import { type Ticket, idOf } from '../contacts/contact';
import { inParallel } from '../values/in-parallel';
import type { FreshdeskProblem } from '../freshdesk/client';
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
import { NO_PAGES, emptyChunk, chunksOf, type Chunk, isMoved, mayHaveReplies } from './ticket-chunks';

/** What a run read: steps in the order of the list, and where the walk stands once all of them are sent. */
export interface ChunksRead {
  readonly chunks: readonly Chunk[];
  readonly walk: Cursor;
  /** True when there was more than was asked for. */
  readonly isFull: boolean;
}

interface Reading {
  readonly work: ImportRun;
  readonly chunks: Chunk[];
  walk: Cursor;
  contacts: number;
  /** Contacts that are wanted. */
  readonly room: number;
}

function hasRoom({ work, contacts, room }: Reading): boolean {
  return mayRead(work) && contacts < room;
}

/** True when the walk goes on elsewhere. */
function followProblem(gathering: Reading, problem: FreshdeskProblem): boolean {
  const { work, walk } = gathering;
  const isBeyond = problem.kind === 'refused' && walk.page > 1;
  if (isBeyond) gathering.walk = skipSecond(walk);
  else work.run.session.noteProblem(problem);
  return isBeyond;
}

function isSamePage(a: Cursor, b: Cursor): boolean {
  return !b.isRead && a.kind === b.kind && a.since === b.since && a.page === b.page;
}

/** The page a walk stands on; the run reads it once. */
async function readPage(gathering: Reading): Promise<TicketPage | null> {
  const { work, walk } = gathering;
  const known = work.page;
  if (known !== null && isSamePage(known.cursor, walk)) return known.page;
  if (walk.isRead || work.pagesLeft <= 0) return null;
  work.pagesLeft -= 1;
  const answer = await listPageAt(work.run.session.get, walk);
  if (answer.ok) {
    work.page = { cursor: walk, page: answer.value };
    return answer.value;
  }
  return followProblem(gathering, answer.problem) ? await readPage(gathering) : null;
}

/** Reads the list of replies that are sent; false when the operations do not suffice in this run. */
async function openSent(work: ImportRun): Promise<boolean> {
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

/** With more replies than a run can read the list of, a ticket that moved counts as done once it was. */
function canLookUp(work: ImportRun): boolean {
  return work.record.replyParts <= LIMITS.historyReplyParts;
}

function isPassed(work: ImportRun, ticket: Ticket): boolean {
  if (work.taken.has(ticket.id)) return true;
  return work.bits.has(ticket.id) && !(isMoved(ticket, work.record) && canLookUp(work));
}

function needsSent(work: ImportRun, ticket: Ticket): boolean {
  return isMoved(ticket, work.record) && canLookUp(work) && mayHaveReplies(ticket, work.record);
}

/** The first rows whose keys can be opened in this run. */
async function openRows(work: ImportRun, rows: readonly Ticket[]): Promise<readonly Ticket[]> {
  for (const [index, ticket] of rows.entries()) {
    const isOpen = await openTicket(work, ticket.id);
    const isReady = isOpen && (!needsSent(work, ticket) || (await openSent(work)));
    if (!isReady) return rows.slice(0, index);
  }
  return rows;
}

async function readRow(work: ImportRun, ticket: Ticket): Promise<readonly ConversationPage[]> {
  if (isPassed(work, ticket) || !mayHaveReplies(ticket, work.record)) return NO_PAGES;
  const part = work.record.partialTickets.find((each) => each.ticketId === ticket.id) ?? null;
  return await readConversations(work, ticket, part);
}

/** Adds the steps of one row; false when it cannot be done now. */
async function addRow(
  gathering: Reading,
  ticket: Ticket,
  pages: readonly ConversationPage[],
): Promise<boolean> {
  const { work } = gathering;
  const walk = afterRow(gathering.walk, ticket);
  const steps = isPassed(work, ticket)
    ? [emptyChunk(ticket.id, walk)]
    : await chunksOf(work, ticket, pages, walk);
  const last = steps?.[steps.length - 1];
  if (steps === null || last === undefined) return false;
  gathering.chunks.push(...steps);
  const contacts = steps.flatMap((step) => step.contacts);
  gathering.contacts += contacts.length;
  for (const { contactId } of contacts) work.gathered.add(idOf(contactId));
  work.taken.add(ticket.id);
  if (last.part !== null) return false;
  gathering.walk = walk;
  return true;
}

async function addRows(gathering: Reading, rows: readonly Ticket[]): Promise<boolean> {
  const { work } = gathering;
  const open = await openRows(work, rows);
  const width = mayNote(work) ? LIMITS.historyParallel : LIMITS.historyParallelEarly;
  const read = await inParallel(open, width, (ticket) => readRow(work, ticket));
  for (const [index, ticket] of open.entries()) {
    if (!(await addRow(gathering, ticket, read[index] ?? []))) return false;
  }
  return open.length === rows.length;
}

/** Adds the rows of a page, some at a time; true when all are read. */
async function addPage(gathering: Reading, page: TicketPage): Promise<boolean> {
  const rows = remainingRows(gathering.walk, page);
  for (let start = 0; start < rows.length; start += LIMITS.historyRowsAtOnce) {
    if (!hasRoom(gathering)) return false;
    const some = rows.slice(start, start + LIMITS.historyRowsAtOnce);
    if (!(await addRows(gathering, some))) return false;
  }
  return true;
}

/**
 * Reads tickets and their conversations from a walk's place on: as many contacts as are wanted, and as the run's time,
 * operations and share of the account's calls allow. Calls: three credits for each 100 tickets, one for each 100 conversations of
 * a ticket whose customer has replied.
 */
export async function readChunks(work: ImportRun, walk: Cursor, room: number): Promise<ChunksRead> {
  const gathering: Reading = { work, chunks: [], walk, contacts: 0, room };
  while (hasRoom(gathering)) {
    const page = await readPage(gathering);
    if (page === null || !(await addPage(gathering, page))) break;
    gathering.walk = nextPage(gathering.walk, page);
  }
  return { chunks: gathering.chunks, walk: gathering.walk, isFull: gathering.contacts >= room };
}
