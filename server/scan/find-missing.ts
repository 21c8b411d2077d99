import {
  isDeletedOrSpam,
  ownContactOf,
  unknownContactOf,
  type RecordedContact,
  type Ticket,
} from '../contacts/contact';
import { leaveOutTicket } from '../contacts/counting-rules';
import { hasReplyToExplain } from '../contacts/customer-replies';
import { afterRow, placeIn, type Cursor } from '../freshdesk/ticket-list-cursor';
import { ledgerTicket } from '../ledger/ledger';
import { countTicket } from './day-count';
import { load, readReplies, type Finding, type Allowance } from './read-replies';
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

/**
 * Compares rows of a page with the ledger and collects what it lacks, until the rows, the allowance, the calls or the time end.
 * One Freshdesk call (one per 100 conversations) for each ticket whose latest reply the ledger does not explain. @ops 1 for
 * each ledger key
 */
export async function findMissing(
  run: ScanRun,
  cursor: Cursor,
  rows: readonly Ticket[],
  allowance: Allowance,
): Promise<FoundMissing> {
  const left = { keysLeft: allowance.keys, ticketsLeft: allowance.ticketsToAsk };
  const work: Finding = { run, cursor, found: [], leftOut: [], allowance, ...left };
  for (const ticket of rows) {
    const mayGoOn = work.found.length < allowance.found && run.budget.mayPost();
    const isDone = mayGoOn && (await findOwn(work, ticket)) && (await findReplies(work, ticket));
    if (!isDone) return { ...work, complete: false };
    work.cursor = afterRow(work.cursor, ticket);
  }
  return { ...work, complete: true };
}

/** Collects the ticket's own or its Unknown contact. False: the row cannot be compared yet. */
async function findOwn(work: Finding, ticket: Ticket): Promise<boolean> {
  if (work.allowance.dayCount !== null) countTicket(work.allowance.dayCount, ticket);
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
    // A date ahead of its last change is a mistake: the change tells since when Freshdesk has the ticket.
    return Math.min(ticket.createdAt, ticket.updatedAt) <= until ? ownContactOf(ticket) : null;
  return ticket.updatedAt <= until ? missingUnknown(run, ticket) : null;
}

/** U1: a ticket that is deleted or spam counts once as Unknown, whether its own contact was sent or not. */
function missingUnknown({ ledger, cutOver }: ScanRun, ticket: Ticket): RecordedContact | null {
  if (!isDeletedOrSpam(ticket) || ticket.updatedAt < cutOver) return null;
  return ledger.ticketMark(ticket.id, 'unknown') === 'none' ? unknownContactOf(ticket) : null;
}

/** Finds the replies of a row that the ledger lacks. A ticket that is set aside is read later, from this row's moment on. */
async function findReplies(work: Finding, ticket: Ticket): Promise<boolean> {
  if (await isExplained(work, ticket)) return true;
  const { tickets } = work.run.session;
  const place = placeIn(work.cursor, ticket.id);
  const aside = tickets.aside({ ticketId: ticket.id, call: 'replies' });
  if (aside !== undefined) {
    const isEarlier = place.repliesFrom < (aside.from ?? Infinity);
    if (isEarlier) tickets.change(aside, { from: place.repliesFrom, page: 1, last: undefined });
    return true;
  }
  if (work.ticketsLeft <= 0) return false;
  work.ticketsLeft -= 1;
  return (await readReplies(work, ticket, place)) !== 'to be continued';
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
