import {
  isDeletedOrSpam,
  ownContactOf,
  unknownContactOf,
  type RecordedContact,
  type Ticket,
} from '../contacts/contact';
import { leaveOutTicket } from '../contacts/counting-rules';
import { hasReplyToExplain, shownReplies, type ShownReplies } from '../contacts/customer-replies';
import { resolveReplySource } from '../contacts/sources';
import { listAllConversations } from '../freshdesk/conversations';
import { afterRow, repliesFrom, type Cursor } from '../freshdesk/ticket-list-cursor';
import { ledgerTicket, openWithin, type LedgerContact } from '../ledger/ledger';
import { countConversations, countTicket, type DayCount } from './day-count';
import type { ScanRun } from './scan-state';
import type { MissingContact } from './unsettled-missing';

/** The result for the rows of a page, as far as the run's operations and calls reached. */
export interface FoundMissing {
  /** Contacts that the ledger lacks, or whose ledger key is not loaded. */
  readonly found: readonly MissingContact[];
  /** Chat messages that repeat their ticket (C5) and whose key is loaded: to be settled without sending. */
  readonly leftOut: readonly RecordedContact[];
  /** The cursor after the rows that are done. */
  readonly cursor: Cursor;
  /** False: rows of the page are left. */
  readonly complete: boolean;
}

/** What finding may use. */
export interface Room {
  /** Ledger keys to load. */
  readonly keys: number;
  /** Tickets whose conversations may be read. */
  readonly ticketsToAsk: number;
  /** Missing contacts to collect. */
  readonly found: number;
  /** Counts the rows as well; null: nothing is counted. */
  readonly dayCount: DayCount | null;
}

interface Finding {
  readonly run: ScanRun;
  cursor: Cursor;
  readonly found: MissingContact[];
  readonly leftOut: RecordedContact[];
  readonly room: Room;
  keysLeft: number;
  ticketsLeft: number;
}

/**
 * Compares rows of a page with the ledger and collects what it lacks, until the rows end, or room, calls or time are used.
 * One Freshdesk call (one per 100 conversations) for each ticket whose latest reply the ledger does not explain. @ops 1 for
 * each ledger key
 */
export async function findMissing(
  run: ScanRun,
  cursor: Cursor,
  rows: readonly Ticket[],
  room: Room,
): Promise<FoundMissing> {
  const left = { keysLeft: room.keys, ticketsLeft: room.ticketsToAsk };
  const work: Finding = { run, cursor, found: [], leftOut: [], room, ...left };
  for (const ticket of rows) {
    const mayGoOn = work.found.length < room.found && run.budget.mayPost();
    const isDone = mayGoOn && (await findOwn(work, ticket)) && (await findReplies(work, ticket));
    if (!isDone) return { ...work, complete: false };
    work.cursor = afterRow(work.cursor, ticket);
  }
  return { ...work, complete: true };
}

/** Loads a contact's ledger key; false when no operations are left for it. */
async function load(work: Finding, contact: LedgerContact): Promise<boolean> {
  const keys = await openWithin(work.run, contact, work.keysLeft);
  work.keysLeft -= keys ?? 0;
  return keys !== null;
}

/** Collects the ticket's own or its Unknown contact. False: the row cannot be compared yet. */
async function findOwn(work: Finding, ticket: Ticket): Promise<boolean> {
  if (work.room.dayCount !== null) countTicket(work.room.dayCount, ticket);
  // An old date is no reason to pass: whoever recorded the ticket may have dated it back.
  if (!(await load(work, ledgerTicket(ticket.id)))) return false;
  const contact = missingOf(work, ticket);
  const { source, groupId } = ticket;
  if (contact !== null) work.found.push({ contact, source, groupId, unknown: isDeletedOrSpam(ticket) });
  return true;
}

/**
 * The ticket's own contact when the ledger lacks it (T1; T5 when the ticket is deleted or spam), else its Unknown contact.
 * Null: nothing is missing, or it is before the cut-over or after the cursor's end.
 */
function missingOf({ run, cursor: { until } }: Finding, ticket: Ticket): RecordedContact | null {
  const { ledger, cutOver } = run;
  if (leaveOutTicket(ticket) !== null) return null;
  if (ticket.createdAt >= cutOver && ledger.ticketMark(ticket.id, 'own') === 'none')
    return ticket.createdAt <= until ? ownContactOf(ticket) : null;
  return ticket.updatedAt <= until ? missingUnknown(run, ticket) : null;
}

/** U1: a ticket that is deleted or spam counts once as Unknown, whether its own contact was sent or not. */
function missingUnknown({ ledger, cutOver }: ScanRun, ticket: Ticket): RecordedContact | null {
  if (!isDeletedOrSpam(ticket) || ticket.updatedAt < cutOver) return null;
  return ledger.ticketMark(ticket.id, 'unknown') === 'none' ? unknownContactOf(ticket) : null;
}

/** Reads the conversations of a ticket with an unexplained reply, and collects the replies that the ledger lacks. */
async function findReplies(work: Finding, ticket: Ticket): Promise<boolean> {
  const { run, cursor, room } = work;
  if (await isExplained(work, ticket)) return true;
  if (work.ticketsLeft <= 0) return false;
  work.ticketsLeft -= 1;
  const answer = await listAllConversations(run.session.get, ticket.id);
  if (answer.ok) {
    if (room.dayCount !== null) countConversations(room.dayCount, ticket, answer.value);
    const span = { from: repliesFrom(cursor, ticket.id), until: cursor.until };
    return collect(work, ticket, shownReplies(ticket, answer.value, span));
  }
  // Deleted since the list was read: its replies cannot be read, and its own contact is found as Unknown.
  const isGone = answer.problem.kind === 'not found' || answer.problem.kind === 'forbidden';
  if (!isGone) run.session.noteProblem(answer.problem);
  return isGone;
}

/** True without a reply in the cursor's span. The live scan also accepts that the ledger explains the latest reply. */
async function isExplained(work: Finding, ticket: Ticket): Promise<boolean> {
  if (!hasReplyToExplain(ticket, work.cursor)) return true;
  if (work.cursor.kind !== 'live') return false;
  const at = ticket.requesterRespondedAt ?? 0;
  // All replies of that moment share the key of its hour.
  const isLoaded = await load(work, { contactId: 'reply:0', ticketId: ticket.id, occurredAt: at });
  return isLoaded && work.run.ledger.explainsReply(ticket.id, at);
}

/** Collects what the ledger is not known to have; false when room ends, and the row goes on with the next reply. */
async function collect(work: Finding, ticket: Ticket, shown: ShownReplies): Promise<boolean> {
  const { ledger } = work.run;
  for (const contact of shown.leftOut) await load(work, contact);
  const compared = shown.leftOut.filter((contact) => ledger.isLoaded(contact));
  work.leftOut.push(...compared.filter((contact) => ledger.markOf(contact) === 'none'));
  const { groupId } = ticket;
  for (const contact of shown.replies) {
    // What cannot be compared now is compared before it is sent.
    if ((await load(work, contact)) && ledger.markOf(contact) !== 'none') continue;
    if (work.found.length >= work.room.found) {
      work.cursor = { ...work.cursor, begun: { ticketId: ticket.id, repliesFrom: contact.occurredAt } };
      return false;
    }
    const source = resolveReplySource(contact.source, ticket.source);
    work.found.push({ contact, source, groupId, unknown: isDeletedOrSpam(ticket) });
  }
  return true;
}
