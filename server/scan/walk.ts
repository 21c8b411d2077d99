import type { Ticket } from '../contacts/contact';
import type { TicketPage } from '../freshdesk/tickets';

/**
 * A walk goes through a ticket list of Freshdesk, oldest change first, over as many runs as it takes. Every page is asked
 * for as page 1 from the last row's change on, so that rows that move while it walks come again later and none is skipped;
 * only while all rows of a page share one second does the page number go on. Its place is kept in `state`.
 */

/** What a walk looks for: what live tickets show now, every reply of a past day, or the two lists of thrown-away tickets. */
export const WALK_KINDS = ['live', 'spam', 'deleted', 'deep'] as const;
export type WalkKind = (typeof WALK_KINDS)[number];

/** Where a walk stands. All times are Freshdesk's, in milliseconds. */
export interface Walk {
  readonly kind: WalkKind;
  /** Contacts before this moment are not looked for. */
  readonly from: number;
  /** Nor those after this one; a live walk ends 15 minutes before its own beginning. */
  readonly until: number;
  /** The next list call: changes since this moment, and the page while many share it. */
  readonly since: number;
  readonly page: number;
  /** The last ticket of that page that is done with; null: none yet. */
  readonly after: number | null;
  /** Rows seen so far. */
  readonly rows: number;
  /** True when all pages are read; the walk ends when what it found is settled. */
  readonly isRead: boolean;
}

/** A walk at its beginning. */
export function startWalk(kind: WalkKind, from: number, until: number, since: number): Walk {
  return { kind, from, until, since, page: 1, after: null, rows: 0, isRead: false };
}

/** The rows of a page that are still to be done: all, unless the last one done with still stands on it. */
export function rowsToDo(walk: Walk, page: TicketPage): readonly Ticket[] {
  const done = page.tickets.findIndex((ticket) => ticket.id === walk.after);
  return page.tickets.slice(done + 1);
}

/** The walk after a row. */
export function afterRow(walk: Walk, ticketId: number): Walk {
  return { ...walk, after: ticketId };
}

/** The walk after a whole page. */
export function afterPage(walk: Walk, page: TicketPage): Walk {
  const begun = { ...walk, after: null, rows: walk.rows + page.tickets.length };
  if (!page.full) return { ...begun, isRead: true };
  if (page.oneTimestamp || page.lastUpdatedAt === null) return { ...begun, page: walk.page + 1 };
  return { ...begun, since: page.lastUpdatedAt, page: 1 };
}
