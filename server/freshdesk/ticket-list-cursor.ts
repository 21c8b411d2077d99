import type { Ticket } from '../contacts/contact';
import { isNothingListed, listTickets, type TicketFilter, type TicketPage } from './tickets';
import { LIMITS } from '../values/limits';
import type { ConversationPlace } from './conversations';
import type { FreshdeskAnswer, FreshdeskGet, FreshdeskProblem } from './client';

const SECOND_MS = 1000;

/**
 * A cursor goes through a ticket list of Freshdesk, oldest change first, over as many runs as that takes. Every page is page
 * 1 of the list since the last row's change, so that rows that move meanwhile come again later and none is skipped. The page
 * number goes up only while all rows of a page changed in the second the list starts from. A row that leaves such a second
 * moves others to the page before, so the cursor then goes back over these pages. `state` keeps the cursor.
 */

/** Live tickets, spam, deleted tickets, or the daily recheck of every reply (stored as `deep`). */
export const CURSOR_KINDS = ['live', 'spam', 'deleted', 'deep'] as const;
export type CursorKind = (typeof CURSOR_KINDS)[number];

/** A row with more replies than fit at once, or with more conversations than one run may read; left out: its first page. */
export interface BegunRow extends Partial<ConversationPlace> {
  readonly ticketId: number;
  /** From when on its replies are still to be collected. */
  readonly repliesFrom: number;
}

/** A place in a ticket list. All times are Freshdesk's, in milliseconds. */
export interface Cursor {
  readonly kind: CursorKind;
  /** Contacts before this moment are not looked for. */
  readonly from: number;
  /** Nor those after this one; a live scan ends 15 minutes before its start. */
  readonly until: number;
  /** Left out: `until`. Where a scan goes further than lists may lag: up to here all was sure to be shown. */
  readonly sureUntil?: number;
  /** The next list call: changes since this moment, and the page while many share it. */
  readonly since: number;
  readonly page: number;
  /** Going back over the pages of a crowded second: where the list goes on afterwards; `since` null: at its end. */
  readonly back?: { readonly since: number | null } | null;
  /** The last processed ticket of the page; null: none yet. */
  readonly after: number | null;
  /** When that ticket had changed; its place is void once it changes again. */
  readonly afterAt?: number;
  /** A row that takes several runs; other rows may come before it is met again. */
  readonly begun?: BegunRow | null;
  /** True once a second had more rows than Freshdesk shows, so that some were not seen. */
  readonly isCutShort?: boolean;
  /** Rows seen so far. */
  readonly rows: number;
  /** True when no row is expected: the first page is then listed without stats, for a third of the credits, and again if it has any. */
  readonly isQuiet?: boolean;
  /** True when all pages are read; the scan ends when what it found is settled. */
  readonly isRead: boolean;
}

/** A cursor at the start of a list. */
export function startCursor(kind: CursorKind, from: number, until: number, since: number): Cursor {
  return { kind, from, until, since, page: 1, after: null, rows: 0, isRead: false };
}

/** The rows after the last processed one; all rows if that one is not on the page or has changed. */
export function remainingRows(cursor: Cursor, page: TicketPage): readonly Ticket[] {
  const done = page.tickets.findIndex(
    (ticket) => ticket.id === cursor.after && ticket.updatedAt === cursor.afterAt,
  );
  return page.tickets.slice(done + 1);
}

/** The cursor after a row. */
export function afterRow(cursor: Cursor, ticket: Pick<Ticket, 'id' | 'updatedAt'>): Cursor {
  const isBegun = cursor.begun?.ticketId === ticket.id;
  const begun = isBegun ? null : (cursor.begun ?? null);
  return { ...cursor, after: ticket.id, afterAt: ticket.updatedAt, begun };
}

/** Where collecting a row's replies goes on. */
export function placeIn({ begun, from }: Cursor, ticketId: number): BegunRow & ConversationPlace {
  if (begun?.ticketId !== ticketId) return { ticketId, repliesFrom: from, page: 1 };
  return { ...begun, page: begun.page ?? 1 };
}

/** The cursor with its last processed row first on the page: a run that goes on amid a page then reads a full one. */
export function fromLastRow(cursor: Cursor): Cursor {
  const { after, afterAt = cursor.since, since, page, back } = cursor;
  const isAmid = after !== null && afterAt > since && page === 1 && !back;
  return isAmid ? { ...cursor, since: afterAt } : cursor;
}

/** One page down; below the first page the list goes on after the crowded second. */
function stepBack(cursor: Cursor, since: number | null): Cursor {
  if (cursor.page > 1) return { ...cursor, page: cursor.page - 1, back: { since } };
  const begun = { ...cursor, page: 1, back: null };
  return since === null ? { ...begun, isRead: true } : { ...begun, since };
}

/** The cursor after its second, of which Freshdesk shows no more. */
export function skipSecond(cursor: Cursor): Cursor {
  const since = cursor.since + SECOND_MS;
  return { ...cursor, since, page: 1, back: null, after: null, isCutShort: true };
}

/** The cursor after a whole page. */
export function nextPage(cursor: Cursor, page: TicketPage): Cursor {
  const begun = { ...cursor, after: null, rows: cursor.rows + page.tickets.length };
  if (cursor.back) return stepBack(begun, cursor.back.since);
  if (!page.full) return stepBack(begun, null);
  const isCrowded = page.lastUpdatedAt === null || page.lastUpdatedAt === cursor.since;
  if (!isCrowded) return stepBack(begun, page.lastUpdatedAt);
  if (cursor.page < LIMITS.listPages) return { ...begun, page: cursor.page + 1 };
  // Freshdesk shows no more of this second; without skipping its rest the cursor would never go on.
  return stepBack({ ...begun, isCutShort: true }, cursor.since + SECOND_MS);
}

/** A page of a list, and the cursor it was read at. */
export interface ListedPage {
  readonly cursor: Cursor;
  readonly page: TicketPage;
}

const FILTERS: Readonly<Record<CursorKind, TicketFilter | null>> = {
  live: null,
  deep: null,
  spam: 'spam',
  deleted: 'deleted',
};

const NO_ROWS: TicketPage = {
  tickets: [],
  unreadable: [],
  full: false,
  lastUpdatedAt: null,
  oneTimestamp: true,
};

/** The page at a cursor. One call, charged as three; where no row is expected one charged as one, and the other if there are any. */
export async function listPageAt(get: FreshdeskGet, cursor: Cursor): Promise<FreshdeskAnswer<TicketPage>> {
  const { since, page, kind } = cursor;
  const wanted = { since, page, filter: FILTERS[kind] };
  if (cursor.isQuiet === true && cursor.rows === 0 && cursor.after === null) {
    const empty = await isNothingListed(get, wanted);
    if (!empty.ok) return empty;
    if (empty.value) return { ...empty, value: NO_ROWS };
  }
  const answer = await listTickets(get, wanted);
  if (!answer.ok) return answer;
  const tickets = answer.value.tickets.map((ticket) => ({
    ...ticket,
    spam: ticket.spam || cursor.kind === 'spam',
    deleted: ticket.deleted || cursor.kind === 'deleted',
  }));
  return { ...answer, value: { ...answer.value, tickets } };
}

/** The place after a full page: its last change, or the next page number while all rows share one second. */
function nextPlace(cursor: Cursor, { oneTimestamp, lastUpdatedAt }: TicketPage): Cursor {
  if (oneTimestamp || lastUpdatedAt === null) return { ...cursor, page: cursor.page + 1 };
  return { ...cursor, since: lastUpdatedAt, page: 1 };
}

/** What reading tickets from a list needs. */
export interface TicketLister {
  /** Reads a page; null when no more pages may be asked for. */
  listPage(cursor: Cursor): Promise<FreshdeskAnswer<TicketPage> | null>;
  show(page: TicketPage): void;
  readonly listed: ReadonlyMap<number, Ticket>;
  mayAsk(): boolean;
}

/** What is looked for: tickets changed since a moment (ms), of which so many may stay unseen. */
export interface WantedInList {
  readonly since: number;
  readonly wanted: ReadonlySet<number>;
  readonly mayStayUnseen: number;
}

/** Lists tickets until the wanted ones were shown, or pages or time run out. Returns the problem that ended it, or null. */
export async function readTickets(
  { listPage, show, listed, mayAsk }: TicketLister,
  { since, wanted, mayStayUnseen }: WantedInList,
): Promise<FreshdeskProblem | null> {
  let cursor: Cursor | null = startCursor('live', since, since, since);
  while (cursor !== null) {
    const answer = await listPage(cursor);
    if (answer === null) return null;
    if (!answer.ok) return answer.problem;
    show(answer.value);
    const unseen = [...wanted].filter((id) => !listed.has(id)).length;
    const isEnough = !answer.value.full || unseen <= mayStayUnseen || !mayAsk();
    cursor = isEnough ? null : nextPlace(cursor, answer.value);
  }
  return null;
}
