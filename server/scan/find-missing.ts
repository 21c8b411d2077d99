import type { RecordedContact, Ticket } from '../contacts/contact';
import { resolveReplySource } from '../contacts/sources';
import type { ScanRun } from './scan-state';
import { listAllConversations } from '../freshdesk/conversations';
import { ledgerTicket, type LedgerContact, openWithin } from '../ledger/ledger';
import { tallyConversations, tallyTicket, type DayCount } from './day-count';
import { missingOn, type MissingContact } from './unsettled-missing';
import { missingInTicket } from './missing-contacts';
import { hasReplyToExplain, shownReplies, type ShownReplies } from '../contacts/customer-replies';
import { afterRow, repliesFrom, type Cursor } from '../freshdesk/ticket-list-cursor';

/** What was found on the rows of a page, as far as the run's operations and calls reached. */
export interface FoundMissing {
  /** Contacts that the ledger lacks, or whose ledger key is not open yet. */
  readonly found: readonly MissingContact[];
  /** Chat messages that only repeat their ticket (C5) and whose key is open: settled without being sent. */
  readonly leftOut: readonly RecordedContact[];
  /** The cursor after the rows that are done with. */
  readonly cursor: Cursor;
  /** False: the page has further rows. */
  readonly complete: boolean;
}

interface Collecting {
  readonly run: ScanRun;
  cursor: Cursor;
  readonly found: MissingContact[];
  /** Finds that fit. */
  readonly room: number;
  readonly leftOut: RecordedContact[];
  keysLeft: number;
  ticketsLeftToAsk: number;
  readonly dayCount: DayCount | null;
}

/** What may be used up and filled, and where else the rows are counted. */
export interface Room {
  /** Ledger keys that may be opened. */
  readonly keys: number;
  /** Tickets whose conversations may be asked for. */
  readonly ticketsToAsk: number;
  readonly found: number;
  readonly dayCount: DayCount | null;
}

/** Opens a contact's ledger key when there are operations for it; false when there are not. */
async function open(work: Collecting, contact: LedgerContact): Promise<boolean> {
  const keys = await openWithin(work.run, contact, work.keysLeft);
  work.keysLeft -= keys ?? 0;
  return keys !== null;
}

/** True when only a look into the ledger can tell whether the ticket's own contact is missing. */
function mayBeMissing(cursor: Cursor, ticket: Ticket): boolean {
  const isDeletedOrSpam = cursor.kind === 'spam' || cursor.kind === 'deleted';
  return isDeletedOrSpam || ticket.createdAt >= cursor.from;
}

async function collectTicket(work: Collecting, ticket: Ticket): Promise<boolean> {
  if (work.dayCount !== null) tallyTicket(work.dayCount, ticket);
  const isOpen = await open(work, ledgerTicket(ticket.id));
  // An old ticket was looked at in the window of its creation; its key is not worth waiting for.
  if (!isOpen) return !mayBeMissing(work.cursor, ticket);
  const { ledger, cutOver } = work.run;
  const marks = {
    own: ledger.ticketMark(ticket.id, 'own'),
    unknown: ledger.ticketMark(ticket.id, 'unknown'),
  };
  const contact = missingInTicket(ticket, marks, work.cursor, cutOver);
  if (contact !== null) work.found.push(missingOn(ticket, contact, ticket.source));
  return true;
}

/** True when the ledger explains the ticket's latest reply; a key there are no operations for explains nothing. */
async function isExplained(work: Collecting, ticket: Ticket): Promise<boolean> {
  if (work.cursor.kind !== 'live') return false;
  const at = ticket.requesterRespondedAt ?? 0;
  // Any reply of that moment lies under the key of its hour.
  const isOpen = await open(work, { contactId: 'reply:0', ticketId: ticket.id, occurredAt: at });
  return isOpen && work.run.ledger.explainsReply(ticket.id, at);
}

/** True when the ledger is known to have the contact; what cannot be looked up now is looked up before it is sent. */
async function isKnown(work: Collecting, contact: RecordedContact): Promise<boolean> {
  return (await open(work, contact)) && work.run.ledger.markOf(contact) !== 'none';
}

/** Collects what is not known; false when there were more replies than fit, and the row goes on with the next of them. */
async function collectShown(work: Collecting, ticket: Ticket, shown: ShownReplies): Promise<boolean> {
  for (const contact of shown.leftOut) {
    if (!(await isKnown(work, contact)) && work.run.ledger.isLoaded(contact)) work.leftOut.push(contact);
  }
  for (const contact of shown.replies) {
    if (await isKnown(work, contact)) continue;
    if (work.found.length >= work.room) {
      work.cursor = { ...work.cursor, begun: { ticketId: ticket.id, repliesFrom: contact.occurredAt } };
      return false;
    }
    work.found.push(missingOn(ticket, contact, resolveReplySource(contact.source, ticket.source)));
  }
  return true;
}

/** Asks for a ticket's conversations and collects the replies that are not known to be settled. */
async function collectFrom(work: Collecting, ticket: Ticket): Promise<boolean> {
  if (work.ticketsLeftToAsk <= 0) return false;
  work.ticketsLeftToAsk -= 1;
  const answer = await listAllConversations(work.run.session.get, ticket.id);
  if (answer.ok) {
    if (work.dayCount !== null) tallyConversations(work.dayCount, ticket, answer.value);
    const span = { from: repliesFrom(work.cursor, ticket.id), until: work.cursor.until };
    return collectShown(work, ticket, shownReplies(ticket, answer.value, span));
  }
  // A ticket thrown away since the list was read: its replies cannot be read, its own contact is found as Unknown.
  const isGone = answer.problem.kind === 'not found' || answer.problem.kind === 'forbidden';
  if (!isGone) work.run.session.noteProblem(answer.problem);
  return isGone;
}

async function collectReplies(work: Collecting, ticket: Ticket): Promise<boolean> {
  if (!hasReplyToExplain(ticket, work.cursor) || (await isExplained(work, ticket))) return true;
  return collectFrom(work, ticket);
}

/**
 * Goes through rows of a page and collects what the ledger lacks, until the rows end, or the room for finds, the run's
 * operations, calls or time. One operation a ledger key; one Freshdesk call (one for each 100 conversations) a ticket whose
 * latest reply the ledger does not explain.
 */
export async function findMissing(
  run: ScanRun,
  cursor: Cursor,
  rows: readonly Ticket[],
  room: Room,
): Promise<FoundMissing> {
  const work: Collecting = {
    run,
    cursor,
    found: [],
    room: room.found,
    leftOut: [],
    keysLeft: room.keys,
    ticketsLeftToAsk: room.ticketsToAsk,
    dayCount: room.dayCount,
  };
  for (const ticket of rows) {
    const mayGoOn = work.found.length < work.room && run.budget.mayPost();
    const done = mayGoOn && (await collectTicket(work, ticket)) && (await collectReplies(work, ticket));
    if (!done) return { ...work, complete: false };
    work.cursor = afterRow(work.cursor, ticket);
  }
  return { ...work, complete: true };
}
