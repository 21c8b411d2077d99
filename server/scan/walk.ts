import type { Ticket } from '../contacts/contact';
import type { TicketPage } from '../freshdesk/tickets';
import { LIMITS } from '../platform/limits';

const SECOND_MS = 1000;

/**
 * A walk goes through a ticket list of Freshdesk, oldest change first, over as many runs as it takes. Every page is asked
 * for as page 1 from the last row's change on, so that rows that move while it walks come again later and none is skipped;
 * only while all rows of a page changed in the second it is asked from does the page number go on. A row that leaves such a
 * second moves others to the page before, so the walk then goes back over its pages. Its place is kept in `state`.
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
export function startWalk(kind: WalkKind, from: number, until: number, since: number): Walk {
  return { kind, from, until, since, page: 1, after: null, rows: 0, isRead: false };
}

/** The rows of a page that are still to be done: all, unless the last one done with stands on it as it was. */
export function rowsToDo(walk: Walk, page: TicketPage): readonly Ticket[] {
  const done = page.tickets.findIndex(
    (ticket) => ticket.id === walk.after && ticket.updatedAt === walk.afterAt,
  );
  return page.tickets.slice(done + 1);
}

/** The walk after a row. */
export function afterRow(walk: Walk, ticket: Pick<Ticket, 'id' | 'updatedAt'>): Walk {
  return { ...walk, after: ticket.id, afterAt: ticket.updatedAt, begun: null };
}

/** From when on the replies of a row are still to be collected. */
export function repliesFrom(walk: Walk, ticketId: number): number {
  return walk.begun?.ticketId === ticketId ? walk.begun.repliesFrom : walk.from;
}

function goOnAt(walk: Walk, since: number | null): Walk {
  const begun = { ...walk, page: 1, back: null };
  return since === null ? { ...begun, isRead: true } : { ...begun, since };
}

/** One page down; below the first page the walk goes on after the crowded second. */
function stepBack(walk: Walk, since: number | null): Walk {
  return walk.page > 1 ? { ...walk, page: walk.page - 1, back: { since } } : goOnAt(walk, since);
}

/** The walk after the second it stands in, of which Freshdesk refuses to show more. */
export function leaveSecond(walk: Walk): Walk {
  return { ...goOnAt(walk, walk.since + SECOND_MS), after: null, isCutShort: true };
}

/** The walk after a whole page. */
export function afterPage(walk: Walk, page: TicketPage): Walk {
  const begun = { ...walk, after: null, rows: walk.rows + page.tickets.length };
  if (walk.back) return stepBack(begun, walk.back.since);
  if (!page.full) return stepBack(begun, null);
  const isCrowded = page.lastUpdatedAt === null || page.lastUpdatedAt === walk.since;
  if (!isCrowded) return stepBack(begun, page.lastUpdatedAt);
  if (walk.page < LIMITS.listPages) return { ...begun, page: walk.page + 1 };
  // Freshdesk shows no more of this second: better to lose what it hides than to stand here for ever.
  return stepBack({ ...begun, isCutShort: true }, walk.since + SECOND_MS);
}
