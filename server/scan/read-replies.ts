import { isDeletedOrSpam, type RecordedContact, type Ticket } from '../contacts/contact';
import type { Conversation } from '../contacts/conversation';
import { shownReplies } from '../contacts/customer-replies';
import { resolveReplySource } from '../contacts/sources';
import { isHidden } from '../freshdesk/client';
import { readConversations, type ConversationsRead } from '../freshdesk/conversations';
import type { Cursor, placeIn } from '../freshdesk/ticket-list-cursor';
import type { LedgerContact } from '../ledger/ledger';
import { openWithin } from '../ledger/open-oldest';
import { countConversations, type DayCount } from './day-count';
import type { ScanRun } from './scan-state';
import type { MissingContact } from './unsettled-missing';

/** What finding may use and collect. */
export interface Allowance {
  /** Ledger keys to load. */
  readonly keys: number;
  /** Tickets whose conversations may be read. */
  readonly ticketsToAsk: number;
  /** Missing contacts to collect. */
  readonly found: number;
  /** Counts the rows as well; null: nothing is counted. */
  readonly dayCount: DayCount | null;
}

/** What a run has found so far, and where it stands. */
export interface Finding {
  readonly run: ScanRun;
  cursor: Cursor;
  readonly found: MissingContact[];
  readonly leftOut: RecordedContact[];
  readonly allowance: Allowance;
  keysLeft: number;
  ticketsLeft: number;
}

/** Loads a contact's ledger key; false when no operations are left for it. */
export async function load(work: Finding, contact: LedgerContact): Promise<boolean> {
  work.keysLeft -= await openWithin(work.run, contact, work.keysLeft);
  return work.run.ledger.isLoaded(contact);
}

/** How reading a ticket ended: it may go on at once, past the ticket, or with the next run. */
type Reading = 'done' | 'set aside' | 'to be continued';

/** Where reading a ticket's replies goes on, and from when on they are looked for. */
type Place = ReturnType<typeof placeIn>;

/**
 * Reads a ticket's conversations, as far as its share of the run's calls reaches, and collects the replies that the ledger
 * lacks.
 */
export async function readReplies(work: Finding, ticket: Ticket, place: Place): Promise<Reading> {
  const { session } = work.run;
  const calls = session.tickets.share();
  const read = await readConversations(session.listConversations, ticket.id, { ...place, calls });
  const { conversations } = read;
  if (isDeletedOrSpam(ticket) && isTrashHidden(work, read)) return 'done';
  countRead(work, ticket, { conversations, place });
  return (await collect(work, ticket, { conversations, place }))
    ? await concludeReading(work, ticket.id, { ...read, place })
    : 'to be continued';
}

/** True when the API hides the conversations of a ticket in spam or trash, as some accounts do. */
function isTrashHidden(
  { run: { session } }: Finding,
  { conversations, problem }: ConversationsRead,
): boolean {
  if (conversations.length > 0) session.tickets.trashShown();
  return problem !== null && isHidden(problem) && session.tickets.hidesTrash();
}

/** What was read of a ticket. */
interface ReadPart {
  readonly conversations: readonly Conversation[];
  readonly place: Place;
}

/** Counts what was read; a ticket that goes on is counted as far as it was read. */
function countRead(
  { allowance: { dayCount } }: Finding,
  ticket: Ticket,
  { conversations, place }: ReadPart,
): void {
  const fresh = conversations.slice(conversations.findIndex(({ id }) => id === place.last) + 1);
  const isContinued = place.last !== undefined;
  if (dayCount !== null && fresh.length > 0) countConversations(dayCount, ticket, fresh, isContinued);
}

/** Notes how far a ticket was read, and what stopped that. */
async function concludeReading(
  work: Finding,
  ticketId: number,
  { next, problem, place }: Pick<ConversationsRead, 'next' | 'problem'> & { readonly place: Place },
): Promise<Reading> {
  const { tickets } = work.run.session;
  const about = { ticketId, call: 'replies' } as const;
  const { page, last, again } = next ?? place;
  work.cursor = { ...work.cursor, begun: { ...place, page, last, again } };
  tickets.change(about, { page, last, again });
  if (problem !== null) {
    const failed = await tickets.failed({ ...about, problem, from: place.repliesFrom, page, last, again });
    return failed === 'set aside' ? failed : 'to be continued';
  }
  if (next !== null) return 'to be continued';
  tickets.worked(about);
  return 'done';
}

/** Collects what the ledger is not known to have; false when no more may be collected: the row goes on with the next reply. */
async function collect(work: Finding, ticket: Ticket, { conversations, place }: ReadPart): Promise<boolean> {
  const { ledger } = work.run;
  const span = { from: place.repliesFrom, until: work.cursor.until };
  const shown = shownReplies(ticket, conversations, span);
  for (const contact of shown.leftOut) await load(work, contact);
  const compared = shown.leftOut.filter((contact) => ledger.isLoaded(contact));
  work.leftOut.push(...compared.filter((contact) => ledger.markOf(contact) === 'none'));
  const { groupId } = ticket;
  for (const contact of shown.replies) {
    // What cannot be compared now is compared before it is sent.
    if ((await load(work, contact)) && ledger.markOf(contact) !== 'none') continue;
    if (work.found.length >= work.allowance.found) {
      work.cursor = { ...work.cursor, begun: { ...place, repliesFrom: contact.occurredAt } };
      return false;
    }
    const source = resolveReplySource(contact.source, ticket.source);
    work.found.push({ contact, source, groupId, unknown: isDeletedOrSpam(ticket) });
  }
  return true;
}
