import type { Ticket } from '../contacts/contact';
import { type TicketPage, listTickets, type TicketFilter } from './tickets';
import { LIMITS } from '../values/limits';
import type { FreshdeskAnswer, FreshdeskGet, FreshdeskProblem } from './client';

const SECOND_MS = 1000;

/**
 * A walk goes through a ticket list of Freshdesk, oldest change first, over as many runs as it takes. Every page is asked
 * for as page 1 from the last row's change on, so that rows that move while it walks come again later and none is skipped;
 * only while all rows of a page changed in the second it is asked from does the page number go on. A row that leaves such a
 * second moves others to the page before, so the walk then goes back over its pages. Its place is kept in `state`.
 */

/** What a walk looks for: what live tickets show now, every reply of a past day, or the two lists of thrown-away tickets. */
export const CURSOR_KINDS = ['live', 'spam', 'deleted', 'deep'] as const;
export type CursorKind = (typeof CURSOR_KINDS)[number];

/** Where a walk stands. All times are Freshdesk's, in milliseconds. */
export interface Cursor {
  readonly kind: CursorKind;
  /** Contacts before this moment are not looked for. */
  readonly from: number;
  /** Nor those after this one; a live walk ends 15 minutes before its own beginning. */
  readonly until: number;
  /** The next list call: changes since this moment, and the page while many share it. */
  readonly since: number;
  readonly page: number;
  /** On its way back over the pages of a crowded second: from when it goes on afterwards; null: that was the end. */
  readonly back?: { readonly since: number | null } | null;
  /** The last ticket of that page that is done with; null: none yet. */
  readonly after: number | null;
  /** When that ticket had changed; when it has changed since, its place says nothing any more. */
  readonly afterAt?: number;
  /** The row under way, of whose replies those before this moment are collected: it has more than fit at once. */
  readonly begun?: { readonly ticketId: number; readonly repliesFrom: number } | null;
  /** True once a second had more rows than Freshdesk has pages for, so that some were not seen. */
  readonly isCutShort?: boolean;
  /** Rows seen so far. */
  readonly rows: number;
  /** True when all pages are read; the walk ends when what it found is settled. */
  readonly isRead: boolean;
}

/** A walk at its beginning. */
export function startCursor(kind: CursorKind, from: number, until: number, since: number): Cursor {
  return { kind, from, until, since, page: 1, after: null, rows: 0, isRead: false };
}

/** The rows of a page that are still to be done: all, unless the last one done with stands on it as it was. */
export function remainingRows(walk: Cursor, page: TicketPage): readonly Ticket[] {
  const done = page.tickets.findIndex(
    (ticket) => ticket.id === walk.after && ticket.updatedAt === walk.afterAt,
  );
  return page.tickets.slice(done + 1);
}

/** The walk after a row. */
export function afterRow(walk: Cursor, ticket: Pick<Ticket, 'id' | 'updatedAt'>): Cursor {
  return { ...walk, after: ticket.id, afterAt: ticket.updatedAt, begun: null };
}

/** From when on the replies of a row are still to be collected. */
export function repliesFrom(walk: Cursor, ticketId: number): number {
  return walk.begun?.ticketId === ticketId ? walk.begun.repliesFrom : walk.from;
}

function goOnAt(walk: Cursor, since: number | null): Cursor {
  const begun = { ...walk, page: 1, back: null };
  return since === null ? { ...begun, isRead: true } : { ...begun, since };
}

/** One page down; below the first page the walk goes on after the crowded second. */
function stepBack(walk: Cursor, since: number | null): Cursor {
  return walk.page > 1 ? { ...walk, page: walk.page - 1, back: { since } } : goOnAt(walk, since);
}

/** The walk after the second it stands in, of which Freshdesk refuses to show more. */
export function skipSecond(walk: Cursor): Cursor {
  return { ...goOnAt(walk, walk.since + SECOND_MS), after: null, isCutShort: true };
}

/** The walk after a whole page. */
export function nextPage(walk: Cursor, page: TicketPage): Cursor {
  const begun = { ...walk, after: null, rows: walk.rows + page.tickets.length };
  if (walk.back) return stepBack(begun, walk.back.since);
  if (!page.full) return stepBack(begun, null);
  const isCrowded = page.lastUpdatedAt === null || page.lastUpdatedAt === walk.since;
  if (!isCrowded) return stepBack(begun, page.lastUpdatedAt);
  if (walk.page < LIMITS.listPages) return { ...begun, page: walk.page + 1 };
  // Freshdesk shows no more of this second: better to lose what it hides than to stand here for ever.
  return stepBack({ ...begun, isCutShort: true }, walk.since + SECOND_MS);
}

/** A page of a list, and the walk that stood on it when it was read. */
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

function marked(ticket: Ticket, kind: CursorKind): Ticket {
  return { ...ticket, spam: ticket.spam || kind === 'spam', deleted: ticket.deleted || kind === 'deleted' };
}

/** The page of the list on which a walk stands. One call, charged as three. */
export async function listPageAt(get: FreshdeskGet, walk: Cursor): Promise<FreshdeskAnswer<TicketPage>> {
  const answer = await listTickets(get, walk.since, walk.page, FILTERS[walk.kind]);
  if (!answer.ok) return answer;
  const tickets = answer.value.tickets.map((ticket) => marked(ticket, walk.kind));
  return { ...answer, value: { ...answer.value, tickets } };
}

/** Where a list of changed tickets goes on. */
interface ListPlace {
  readonly since: number;
  readonly page: number;
}

/** Where the list goes on after a full page: at its last change, or on the next page number while all share one second. */
export function nextPlace({ since, page }: ListPlace, listed: TicketPage): ListPlace {
  if (listed.oneTimestamp || listed.lastUpdatedAt === null) return { since, page: page + 1 };
  return { since: listed.lastUpdatedAt, page: 1 };
}

/** What reading tickets from a list needs. */
export interface TicketLister {
  /** Asks for a page; null when no more pages may be asked for. */
  list(since: number, page: number): Promise<FreshdeskAnswer<TicketPage> | null>;
  show(page: TicketPage): void;
  readonly listed: ReadonlyMap<number, Ticket>;
  mayAsk(): boolean;
}

/**
 * Lists tickets changed since a moment until all wanted ones were shown, or asking for the rest one by one is cheaper, or
 * pages or time are used. Null, or the problem that ended it.
 */
export async function readTickets(
  { list, show, listed, mayAsk }: TicketLister,
  since: number,
  wanted: ReadonlySet<number>,
): Promise<FreshdeskProblem | null> {
  let place: ListPlace | null = { since, page: 1 };
  while (place !== null) {
    const answer = await list(place.since, place.page);
    if (answer === null) return null;
    if (!answer.ok) return answer.problem;
    show(answer.value);
    const unseen = [...wanted].filter((id) => !listed.has(id)).length;
    const isEnough = !answer.value.full || unseen <= LIMITS.asksInsteadOfPage || !mayAsk();
    place = isEnough ? null : nextPlace(place, answer.value);
  }
  return null;
}
