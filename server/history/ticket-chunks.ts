import {
  type RecordedContact,
  type Ticket,
  idOf,
  isDeletedOrSpam,
  ownContactOf,
  isReplyId,
} from '../contacts/contact';
import { resolveReplySource } from '../contacts/sources';
import { nameDecided } from '../naming/name-contacts';
import type { NamedContact } from '../naming/named-contact';
import { withoutRecord } from '../outbox/waiting-contacts';
import { changeAside, findAside, release, type CallAbout } from '../freshdesk/set-aside';
import { placeAfter } from '../freshdesk/conversations';
import type { Cursor } from '../freshdesk/ticket-list-cursor';
import { partialOf, type PartialTicket, type HistoryRecord } from './history-record';
import type { ImportRun } from './import-run';
import type { PageRead } from './read-ahead';
import { isAlert, leaveOutTicket } from '../contacts/counting-rules';
import { shownReplies } from '../contacts/customer-replies';

/** Named contacts of one page of a ticket's conversations, and where the import stands once they are sent. */
export interface Chunk {
  readonly ticketId: number;
  readonly contacts: readonly NamedContact[];
  /** Replies that are not contacts (C5). They stay left out if a merge moves them to another ticket. */
  readonly leftOut: readonly number[];
  readonly page: number;
  /** Where the ticket goes on after this chunk; null: it is complete. */
  readonly partial: PartialTicket | null;
  /** The cursor once the ticket is complete, or passed; null: the next list is due. */
  readonly cursor: Cursor | null;
  /** True when the ticket is dated in the span and was not imported before. */
  readonly isNew: boolean;
  /** `passed`: the ticket is set aside, and the import goes past it. `again`: it was, for a part of the span. */
  readonly aside?: 'passed' | 'again';
}

/** Pages of a ticket whose conversations are not needed: as if they were read and empty. */
export const NO_PAGES: readonly PageRead[] = [{ page: 1, conversations: [], isLast: true }];

/** The ticket's own contact (T1, T5); none when it is outside the span, left out (T2, T3, T7) or in the ledger. */
function ownToSend(work: ImportRun, ticket: Ticket): readonly RecordedContact[] {
  const { run, record } = work;
  const isInSpan = ticket.createdAt >= record.from && ticket.createdAt < record.until;
  if (!isInSpan || leaveOutTicket(ticket) !== null) return [];
  return run.ledger.ticketMark(ticket.id, 'own') === 'none' ? [ownContactOf(ticket)] : [];
}

/** True when replies of a ticket may be sent already, under this ticket or the one they were merged from. */
export function mayHaveSent(record: HistoryRecord, ticket: Ticket): boolean {
  return ticket.updatedAt >= record.movedSince || partialOf(record, ticket.id).again !== undefined;
}

/** The customer replies (C1) of the span on one page that are to be sent, and the ids of those left out (C5). */
function repliesOnPage(work: ImportRun, ticket: Ticket, { page, conversations }: PageRead) {
  const { record } = work;
  const { from, until = record.until } = findAside(record.setAside, repliesOf(ticket.id)) ?? record;
  const shown = shownReplies(ticket, conversations, { from: from ?? record.from, until: until - 1 });
  const begun = partialOf(record, ticket.id);
  const after = begun.page === page ? begun.after : 0;
  const index = shown.replies.findIndex(({ contactId }) => contactId === `reply:${after}`);
  const replies = shown.replies.filter(({ contactId }, place) => {
    const id = idOf(contactId);
    if (work.early.has(id) || (index === -1 ? id <= after : place <= index)) return false;
    if (!mayHaveSent(record, ticket)) return true;
    return !work.repliesRead.has(id) && work.sent?.has(id) !== true;
  });
  const last = shown.replies.slice(-1).map(({ contactId }) => idOf(contactId));
  return { replies, leftOut: shown.leftOut.map(({ contactId }) => idOf(contactId)), last: last[0] ?? after };
}

/** The contacts with their queues; null when a name is not available now. A ticket's second Unknown contact is dropped. */
async function nameAll(
  { run }: ImportRun,
  ticket: Ticket,
  contacts: readonly RecordedContact[],
): Promise<readonly NamedContact[] | null> {
  const { source: own, groupId } = ticket;
  const named: NamedContact[] = [];
  for (const contact of contacts) {
    const source = isReplyId(contact.contactId) ? resolveReplySource(contact.source, own) : own;
    const decision = isDeletedOrSpam(ticket)
      ? ({ kind: 'unknown' } as const)
      : ({ kind: 'named', source, groupId } as const);
    const result = await nameDecided(withoutRecord(contact), decision, run);
    if (result.kind === 'wait') return null;
    if (result.kind === 'send') named.push(result.contact);
  }
  return named;
}

/**
 * The chunks of one ticket, one for each page of its conversations that was read; null when it cannot be done now. At most
 * two Freshdesk calls, for a name that is not known.
 * @ops 2
 */
export async function chunksOf(
  work: ImportRun,
  ticket: Ticket,
  { pages, cursor }: { readonly pages: readonly PageRead[]; readonly cursor: Cursor | null },
): Promise<readonly Chunk[] | null> {
  const { id: ticketId } = ticket;
  const isNew = ticket.createdAt < work.record.until && !work.bits.has(ticketId);
  const deferred = new Set(work.record.deferred.map(({ contact }) => contact[0]));
  const chunks: Chunk[] = [];
  for (const read of pages) {
    const own = chunks.length === 0 ? ownToSend(work, ticket) : [];
    const { replies, leftOut, last } = repliesOnPage(work, ticket, read);
    const toName = [...own, ...replies].filter(({ contactId }) => !deferred.has(contactId));
    const contacts = await nameAll(work, ticket, toName);
    if (contacts === null) return null;
    const { page, isLast } = read;
    // The page is read again, because a deleted conversation moves the pages.
    const place = { ...partialOf(work.record, ticketId), after: last };
    const partial = isLast ? null : placeAfter(place, page, read);
    chunks.push({ ticketId, contacts, leftOut, page, partial, cursor, isNew });
  }
  return chunks;
}

/** The chunk of a ticket that is set aside: its own contact, and the place after it. Null when it cannot be named now. */
export async function chunksPast(
  work: ImportRun,
  ticket: Ticket,
  cursor: Cursor,
): Promise<readonly Chunk[] | null> {
  const { record } = work;
  const { from } = findAside(record.setAside, repliesOf(ticket.id)) ?? record;
  // Met again in an earlier span, it is to be read from there on.
  const earliest = { from: Math.min(from ?? record.from, record.from) };
  work.record = { ...record, setAside: changeAside(record.setAside, repliesOf(ticket.id), earliest) };
  const deferred = new Set(record.deferred.map(({ contact }) => contact[0]));
  const own = ownToSend(work, ticket).filter(({ contactId }) => !deferred.has(contactId));
  const contacts = await nameAll(work, ticket, own);
  const place = { page: 1, partial: null, cursor, isNew: false, aside: 'passed' } as const;
  return contacts === null ? null : [{ ticketId: ticket.id, contacts, leftOut: [], ...place }];
}

/**
 * True when the ticket's conversations have to be read: its customer replied, not before the span, and the ticket is as old
 * as the span, unless a merge may have brought older replies. Deleted tickets and spam show no conversations.
 */
export function mayHaveReplies(
  ticket: Ticket,
  span: Pick<HistoryRecord, 'from' | 'until' | 'movedSince'>,
): boolean {
  const { requesterRespondedAt: at } = ticket;
  if (at === null || isDeletedOrSpam(ticket) || isAlert(ticket)) return false;
  const isOldEnough = ticket.createdAt < span.until || ticket.updatedAt >= span.movedSince;
  return isOldEnough && (at === undefined || at >= span.from);
}

/** The import after the first contacts of its chunks. */
export interface Progress {
  readonly record: HistoryRecord;
  /** Tickets that are complete with them. */
  readonly done: readonly number[];
  readonly leftOut: readonly number[];
  readonly rest: readonly Chunk[];
}

/** The calls for a ticket's replies. */
export function repliesOf(ticketId: number): CallAbout {
  return { ticketId, call: 'replies' };
}

function afterChunk(record: HistoryRecord, chunk: Chunk): HistoryRecord {
  const { ticketId, partial, cursor, isNew, aside } = chunk;
  const others = record.partialTickets.filter((each) => each.ticketId !== ticketId);
  if (partial !== null) return { ...record, partialTickets: [...others, partial] };
  const { totals } = record;
  const next = { ...record, cursor, totals: { ...totals, rows: totals.rows + 1 } };
  if (aside === 'passed') return next;
  const setAside = release(record.setAside, repliesOf(ticketId));
  const tickets = totals.tickets + (isNew ? 1 : 0);
  return { ...next, setAside, partialTickets: others, totals: { ...next.totals, tickets } };
}

/** The place after a contact of a chunk. */
function partialAfter(
  record: HistoryRecord,
  { ticketId, page }: Chunk,
  { contactId }: NamedContact,
): PartialTicket {
  const { again } = partialOf(record, ticketId);
  const id = idOf(contactId);
  return isReplyId(contactId)
    ? { ticketId, page, after: id, last: id, again }
    : { ticketId, page, after: 0, again };
}

/** Takes contacts from the front of the chunks, and every chunk after them that has none. */
export function takeChunks(record: HistoryRecord, chunks: readonly Chunk[], contacts: number): Progress {
  let left = contacts;
  let next = record;
  const done: number[] = [];
  const leftOut: number[] = [];
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.contacts.length > left) {
      const { contacts: all } = chunk;
      const rest = [{ ...chunk, contacts: all.slice(left) }, ...chunks.slice(index + 1)];
      const last = all[left - 1];
      if (last === undefined) return { record: next, done, leftOut, rest };
      const begun = { ...chunk, partial: partialAfter(next, chunk, last) };
      return { record: afterChunk(next, begun), done, leftOut, rest };
    }
    left -= chunk.contacts.length;
    next = afterChunk(next, chunk);
    leftOut.push(...chunk.leftOut);
    if (chunk.partial === null && chunk.aside === undefined) done.push(chunk.ticketId);
  }
  return { record: next, done, leftOut, rest: [] };
}
