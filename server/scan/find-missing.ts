import {
  isDeletedOrSpam,
  ownContactOf,
  unknownContactOf,
  type RecordedContact,
  type Ticket,
} from '../contacts/contact';
import { leaveOutTicket } from '../contacts/counting-rules';
import type { Conversation } from '../contacts/conversation';
import { hasReplyToExplain, shownReplies } from '../contacts/customer-replies';
import { resolveReplySource } from '../contacts/sources';
import { isHidden } from '../freshdesk/client';
import { readConversations } from '../freshdesk/conversations';
import type { AsideTicket } from '../freshdesk/set-aside';
import { askTicket } from '../freshdesk/tickets';
import { afterRow, placeIn, startCursor, type Cursor } from '../freshdesk/ticket-list-cursor';
import { ledgerTicket, openWithin, type LedgerContact } from '../ledger/ledger';
import { countConversations, countTicket, type DayCount } from './day-count';
import type { ScanRun } from './scan-state';
import { LIMITS } from '../values/limits';
import { missingOn, type MissingContact } from './unsettled-missing';

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
  if (!(await load(work, ledgerTicket(ticket.id)))) {
    // The scan of an old live ticket's creation compared its own contact: its key is not worth waiting for.
    const { kind, from } = work.cursor;
    return kind !== 'spam' && kind !== 'deleted' && ticket.createdAt < from;
  }
  const contact = missingOf(work, ticket);
  if (contact !== null) work.found.push(missingOn(ticket, contact, ticket.source));
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

/** Finds the replies of a row that the ledger lacks. A ticket that is set aside is read later, from this row's moment on. */
async function findReplies(work: Finding, ticket: Ticket): Promise<boolean> {
  if (await isExplained(work, ticket)) return true;
  const { tickets } = work.run.session;
  const place = placeIn(work.cursor, ticket.id);
  const aside = tickets.aside({ ticketId: ticket.id, call: 'replies' });
  if (aside !== undefined) {
    const isEarlier = place.repliesFrom < (aside.from ?? Infinity);
    if (isEarlier) tickets.change(aside, { from: place.repliesFrom, page: 1 });
    return true;
  }
  if (work.ticketsLeft <= 0) return false;
  work.ticketsLeft -= 1;
  return (await readReplies(work, ticket, place)) !== 'to be continued';
}

/** Where reading a ticket's replies goes on, and from when on they are looked for. */
type Place = ReturnType<typeof placeIn>;

/**
 * Reads a ticket's conversations, as far as its share of the run's calls reaches, and collects the replies that the ledger
 * lacks.
 */
async function readReplies(
  work: Finding,
  ticket: Ticket,
  place: Place,
): Promise<'done' | 'set aside' | 'to be continued'> {
  const { session } = work.run;
  const about = { ticketId: ticket.id, call: 'replies' } as const;
  const calls = session.tickets.share();
  const read = await readConversations(session.get, ticket.id, { page: place.page, calls });
  const { conversations, next, problem } = read;
  // The API hides the conversations of some deleted tickets.
  if (problem !== null && isHidden(problem) && isDeletedOrSpam(ticket)) return 'done';
  const { dayCount } = work.room;
  const isCounted = problem === null || conversations.length > 0;
  if (dayCount !== null && isCounted) countConversations(dayCount, ticket, conversations, place.page > 1);
  if (!(await collect(work, ticket, { conversations, place }))) return 'to be continued';
  const page = next ?? place.page;
  work.cursor = { ...work.cursor, begun: { ticketId: ticket.id, ...place, page } };
  if (problem !== null) {
    const failed = { ...about, problem, from: place.repliesFrom, page };
    return (await session.tickets.failed(failed)) ? 'set aside' : 'to be continued';
  }
  if (next === null) session.tickets.worked(about);
  else session.tickets.change(about, { page });
  return next === null ? 'done' : 'to be continued';
}

/**
 * Tries the tickets again that are set aside since an hour, and collects the replies that the ledger lacks. A ticket that is
 * gone is released. Two or three calls a ticket, one more for each 100 conversations.
 */
export async function findAside(run: ScanRun, room: Room): Promise<Pick<FoundMissing, 'found' | 'leftOut'>> {
  const found: MissingContact[] = [];
  const leftOut: RecordedContact[] = [];
  let keysLeft = room.keys;
  for (const entry of run.session.tickets.dueAgain('replies')) {
    if (found.length >= room.found || !run.budget.mayPost()) break;
    const from = entry.from ?? run.cutOver;
    const cursor = startCursor('live', from, run.session.time() - LIMITS.scanAgeMs, from);
    const work: Finding = { run, cursor, found, leftOut, room, keysLeft, ticketsLeft: 1 };
    await tryAgain(work, entry);
    keysLeft = work.keysLeft;
  }
  return { found, leftOut };
}

async function tryAgain(work: Finding, entry: AsideTicket): Promise<void> {
  const { session } = work.run;
  const { ticketId, from, page = 1 } = entry;
  const isEntry = (each: AsideTicket): boolean => each.ticketId === ticketId && each.call === 'replies';
  const answer = await askTicket(session.get, ticketId);
  if (answer.ok && answer.value.kind === 'found') {
    const place = { repliesFrom: from ?? work.cursor.from, page };
    if ((await readReplies(work, answer.value.ticket, place)) === 'done') session.tickets.release(isEntry);
    return;
  }
  const mayBeGone = answer.ok && session.hasListed() && !session.listed.has(ticketId);
  if (mayBeGone && (await session.doubtScope()) === null) return session.tickets.release(isEntry);
  const problem = answer.ok ? ({ kind: 'not found' } as const) : answer.problem;
  await session.tickets.failed({ ticketId, call: 'replies', problem, from });
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
async function collect(
  work: Finding,
  ticket: Ticket,
  { conversations, place }: { readonly conversations: readonly Conversation[]; readonly place: Place },
): Promise<boolean> {
  const { ledger } = work.run;
  const span = { from: place.repliesFrom, until: work.cursor.until };
  const shown = shownReplies(ticket, conversations, span);
  // What cannot be compared now is compared before it is sent.
  const isKnown = async (contact: RecordedContact): Promise<boolean> =>
    (await load(work, contact)) && ledger.markOf(contact) !== 'none';
  for (const contact of shown.leftOut) {
    if (!(await isKnown(contact)) && ledger.isLoaded(contact)) work.leftOut.push(contact);
  }
  for (const contact of shown.replies) {
    if (await isKnown(contact)) continue;
    if (work.found.length >= work.room.found) {
      const begun = { ticketId: ticket.id, repliesFrom: contact.occurredAt, page: place.page };
      work.cursor = { ...work.cursor, begun };
      return false;
    }
    work.found.push(missingOn(ticket, contact, resolveReplySource(contact.source, ticket.source)));
  }
  return true;
}
