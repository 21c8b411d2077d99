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
import type { Cursor } from '../freshdesk/ticket-list-cursor';
import type { PartialTicket, HistoryRecord } from './history-record';
import type { ImportRun } from './import-run';
import type { ConversationPage } from './read-conversations';
import { isAlert, leaveOutTicket } from '../contacts/counting-rules';
import type { Conversation } from '../contacts/conversation';
import { shownReplies, type ShownReplies } from '../contacts/customer-replies';

/** Contacts of one ticket, named, and where the import stands when they are sent. */
export interface Chunk {
  readonly ticketId: number;
  readonly contacts: readonly NamedContact[];
  /** Replies that are no contacts (C5), and are none either when a merge brings them to another ticket. */
  readonly leftOut: readonly number[];
  /** The page of the ticket's conversations the contacts stand on. */
  readonly page: number;
  /** Where the ticket goes on after them; null: it is done. */
  readonly part: PartialTicket | null;
  /** The walk once the ticket is done. */
  readonly walk: Cursor;
  /** True when the ticket is of the stage's time and was not done before. */
  readonly isNew: boolean;
}

/** A contact and the source of its queue. */
interface SourcedContact {
  readonly contact: RecordedContact;
  readonly source: number;
}

function isDeferred(work: ImportRun, contactId: string): boolean {
  return work.record.deferred.some((late) => late.contact[0] === contactId);
}

function ownOfTicket(work: ImportRun, ticket: Ticket): readonly SourcedContact[] {
  const contact = ownInSpan(ticket, work.record);
  if (contact === null || isDeferred(work, contact.contactId)) return [];
  const isKnown = work.run.ledger.ticketMark(ticket.id, 'own') !== 'none';
  return isKnown ? [] : [{ contact, source: ticket.source }];
}

/** False for a reply that is sent already, under this ticket or the one it was merged from. */
function isToSend(work: ImportRun, ticket: Ticket, reply: RecordedContact): boolean {
  if (isDeferred(work, reply.contactId)) return false;
  if (!isMoved(ticket, work.record)) return true;
  const id = idOf(reply.contactId);
  return !work.gathered.has(id) && work.sent?.has(id) !== true;
}

interface PageReplies {
  readonly contacts: readonly SourcedContact[];
  readonly leftOut: readonly number[];
}

function repliesOf(
  work: ImportRun,
  ticket: Ticket,
  page: ConversationPage,
  begun: readonly PartialTicket[],
): PageReplies {
  const onThisPage = begun.find((part) => part.page === page.page) ?? null;
  const shown = repliesOnPage(ticket, page.conversations, work.record, onThisPage);
  const contacts = shown.replies
    .filter((reply) => isToSend(work, ticket, reply))
    .map((contact) => ({ contact, source: resolveReplySource(contact.source, ticket.source) }));
  return { contacts, leftOut: shown.leftOut.map((reply) => idOf(reply.contactId)) };
}

/** The contacts with their queues; null when a name cannot be had now. A ticket's second Unknown contact is dropped. */
async function nameAll(
  work: ImportRun,
  ticket: Ticket,
  contacts: readonly SourcedContact[],
): Promise<readonly NamedContact[] | null> {
  const named: NamedContact[] = [];
  for (const { contact, source } of contacts) {
    const decision = isDeletedOrSpam(ticket)
      ? ({ kind: 'unknown' } as const)
      : ({ kind: 'named', source, groupId: ticket.groupId } as const);
    const result = await nameDecided(withoutRecord(contact), decision, work.run);
    if (result.kind === 'wait') return null;
    if (result.kind === 'send') named.push(result.contact);
  }
  return named;
}

/** The pages of a ticket that needs none: as if its conversations were read and empty. */
export const NO_PAGES: readonly ConversationPage[] = [{ page: 1, conversations: [], isLast: true }];

/** A row that is done already. */
export function emptyChunk(ticketId: number, walk: Cursor): Chunk {
  return { ticketId, contacts: [], leftOut: [], page: 1, part: null, walk, isNew: false };
}

/**
 * The steps of one ticket, one for each page of its conversations that was read; null when it cannot be done now. At most
 * two operations and two calls, for a name that is not known.
 */
export async function chunksOf(
  work: ImportRun,
  ticket: Ticket,
  pages: readonly ConversationPage[],
  walk: Cursor,
): Promise<readonly Chunk[] | null> {
  const begun = work.record.partialTickets.filter((each) => each.ticketId === ticket.id);
  const isNew = ticket.createdAt < work.record.until && !work.bits.has(ticket.id);
  const steps: Chunk[] = [];
  for (const page of pages) {
    const own = steps.length === 0 ? ownOfTicket(work, ticket) : [];
    const replies = repliesOf(work, ticket, page, begun);
    const contacts = await nameAll(work, ticket, [...own, ...replies.contacts]);
    if (contacts === null) return null;
    const part = page.isLast ? null : { ticketId: ticket.id, page: page.page + 1, after: 0 };
    const { leftOut } = replies;
    steps.push({ ticketId: ticket.id, contacts, leftOut, page: page.page, part, walk, isNew });
  }
  return steps;
}

/** The part of the record that says which contacts belong to the stage. */
export type Span = Pick<HistoryRecord, 'from' | 'until' | 'movedSince'>;

/** True when the ticket may have been changed while the stage ran: merged with another one, say. */
export function isMoved(ticket: Ticket, span: Span): boolean {
  return ticket.updatedAt >= span.movedSince;
}

/** The ticket's own contact (T1, T5) when it is dated in the span; null when it is not, or is left out (T2, T3, T7). */
function ownInSpan(ticket: Ticket, span: Span): RecordedContact | null {
  const isInSpan = ticket.createdAt >= span.from && ticket.createdAt < span.until;
  return isInSpan && leaveOutTicket(ticket) === null ? ownContactOf(ticket) : null;
}

/**
 * True when the ticket's conversations have to be read: its customer has replied, not before the span, and the ticket is as
 * old as the span, unless a merge may have brought older replies. What is thrown away shows no conversations.
 */
export function mayHaveReplies(ticket: Ticket, span: Span): boolean {
  const { requesterRespondedAt: at } = ticket;
  if (at === null || isDeletedOrSpam(ticket) || isAlert(ticket)) return false;
  const isOldEnough = ticket.createdAt < span.until || isMoved(ticket, span);
  return isOldEnough && (at === undefined || at >= span.from);
}

/** The customer replies (C1) of the span on one page of a ticket's conversations, after those that are sent, and those left out (C5). */
function repliesOnPage(
  ticket: Ticket,
  conversations: readonly Conversation[],
  span: Span,
  part: PartialTicket | null,
): ShownReplies {
  const shown = shownReplies(ticket, conversations, { from: span.from, until: span.until - 1 });
  return { ...shown, replies: repliesAfter(shown.replies, part?.after ?? 0) };
}

function repliesAfter(replies: readonly RecordedContact[], after: number): readonly RecordedContact[] {
  if (after === 0) return replies;
  const at = replies.findIndex((reply) => reply.contactId === `reply:${after}`);
  if (at !== -1) return replies.slice(at + 1);
  return replies.filter((reply) => idOf(reply.contactId) > after);
}

/** The import after the first contacts of its steps. */
export interface Progress {
  readonly record: HistoryRecord;
  /** Tickets that are done with them. */
  readonly done: readonly number[];
  /** Replies left out on purpose. */
  readonly leftOut: readonly number[];
  readonly rest: readonly Chunk[];
}

function withPart(record: HistoryRecord, ticketId: number, part: PartialTicket | null): HistoryRecord {
  const others = record.partialTickets.filter((each) => each.ticketId !== ticketId);
  return { ...record, partialTickets: part === null ? others : [...others, part] };
}

function afterChunk(record: HistoryRecord, step: Chunk): HistoryRecord {
  const next = withPart(record, step.ticketId, step.part);
  if (step.part !== null) return next;
  const { totals } = record;
  const isNew = step.isNew ? 1 : 0;
  return {
    ...next,
    cursor: step.walk,
    totals: { ...totals, tickets: totals.tickets + isNew, rows: totals.rows + 1 },
  };
}

function partAfter(step: Chunk, contact: NamedContact | undefined): PartialTicket {
  const id = contact?.contactId ?? '';
  return { ticketId: step.ticketId, page: step.page, after: isReplyId(id) ? idOf(id) : 0 };
}

/** Takes contacts from the front of the steps, and every step after them that has none. */
export function takeChunks(record: HistoryRecord, steps: readonly Chunk[], contacts: number): Progress {
  let left = contacts;
  let next = record;
  const done: number[] = [];
  const leftOut: number[] = [];
  for (const [index, step] of steps.entries()) {
    const size = step.contacts.length;
    if (size > left) {
      const rest = [{ ...step, contacts: step.contacts.slice(left) }, ...steps.slice(index + 1)];
      const part = partAfter(step, step.contacts[left - 1]);
      return { record: left > 0 ? withPart(next, step.ticketId, part) : next, done, leftOut, rest };
    }
    left -= size;
    next = afterChunk(next, step);
    leftOut.push(...step.leftOut);
    if (step.part === null) done.push(step.ticketId);
  }
  return { record: next, done, leftOut, rest: [] };
}

/** The next contacts of the steps. */
export function contactsOf(steps: readonly Chunk[], most: number): readonly NamedContact[] {
  const contacts: NamedContact[] = [];
  for (const step of steps) {
    contacts.push(...step.contacts.slice(0, most - contacts.length));
    if (contacts.length >= most) break;
  }
  return contacts;
}

/** The record after this many contacts more were sent, held or set aside; a pass that found some is not the last one. */
export function withContacts(record: HistoryRecord, contacts: number): HistoryRecord {
  const { totals, fresh } = record;
  return {
    ...record,
    fresh: fresh + contacts,
    totals: { ...totals, contacts: totals.contacts + contacts },
  };
}
