import type { LeftOutReason, Ticket } from '../contacts/contact';
import type { Conversation } from '../contacts/conversation';
import { decideConversation, leaveOutTicket } from '../contacts/counting-rules';
import { isPartOfTicket } from '../contacts/first-chat-message';
import type { Cursor } from '../freshdesk/ticket-list-cursor';
import { dayText, type Calendar } from '../values/calendar';
import { LIMITS } from '../values/limits';
import { packIds, unpackIds } from '../values/packed-ids';
import type { ShownDay } from '../volumes/day-record';

/**
 * What Freshdesk's lists show of the days of a daily recheck. Lists repeat rows, and the run after a kill reads rows again,
 * so each ticket is counted once, by its id.
 */

/** The list being counted; `write`: all lists are counted, and the days are being written. */
export const COUNTED_LISTS = ['live', 'spam', 'deleted', 'write'] as const;

/** The span, the list and the place in it, as stored and as counted. Times in milliseconds. */
interface DayCountPlace {
  /** Contacts from here to `until` are counted. */
  readonly from: number;
  readonly until: number;
  list: (typeof COUNTED_LISTS)[number];
  /** The place in the list of spam or deleted tickets; null: its beginning. */
  walk: Cursor | null;
}

/** The value under `tally`; the ids are packed. */
export interface DayCountRecord extends Readonly<DayCountPlace> {
  readonly v: 1;
  readonly tickets: string | null;
  readonly talks: string | null;
  readonly thrownAway: string | null;
  readonly days: Readonly<Record<string, ShownDay>>;
}

/** A count under way. The ids are those of tickets counted, tickets with conversations counted, and deleted or spam tickets. */
export interface DayCount extends DayCountPlace {
  readonly calendar: Calendar;
  readonly tickets: Set<number>;
  readonly withConversations: Set<number>;
  readonly deletedOrSpam: Set<number>;
  readonly days: Map<string, ShownDay>;
}

const NOTHING: ShownDay = { tickets: 0, thrownAway: 0, leftOut: {} };

/** An empty count, with a row for each day of the span. */
export function newDayCount(from: number, until: number, calendar: Calendar): DayCount {
  const days = new Map<string, ShownDay>();
  for (let day = calendar.dayOf(from); calendar.startOf(day) < until; day += 1)
    days.set(dayText(day), NOTHING);
  return {
    ...{ from, until, list: 'live', walk: null, calendar, days },
    tickets: new Set(),
    withConversations: new Set(),
    deletedOrSpam: new Set(),
  };
}

/** The stored count; null when there is none. */
export function readDayCount(stored: unknown, calendar: Calendar): DayCount | null {
  const record = stored as DayCountRecord | undefined | null;
  if (record?.v !== 1) return null;
  const { from, until, list, walk, days } = record;
  return {
    ...{ from, until, list, walk, calendar },
    tickets: new Set(unpackIds(record.tickets)),
    withConversations: new Set(unpackIds(record.talks)),
    deletedOrSpam: new Set(unpackIds(record.thrownAway)),
    days: new Map(Object.entries(days)),
  };
}

/** The count as it is stored. */
export function packDayCount({ from, until, list, walk, ...count }: DayCount): DayCountRecord {
  return {
    v: 1,
    ...{ from, until, list, walk },
    tickets: packIds(count.tickets),
    talks: packIds(count.withConversations),
    thrownAway: packIds(count.deletedOrSpam),
    days: Object.fromEntries(count.days),
  };
}

function isInSpan({ from, until }: DayCount, at: number): boolean {
  return at >= from && at < until;
}

function changeDay(count: DayCount, at: number, next: (day: ShownDay) => Partial<ShownDay>): void {
  const day = dayText(count.calendar.dayOf(at));
  const before = count.days.get(day) ?? NOTHING;
  count.days.set(day, { ...before, ...next(before) });
}

function leaveOut(count: DayCount, at: number, reason: LeftOutReason | null): void {
  if (reason === null) return;
  changeDay(count, at, ({ leftOut }) => ({ leftOut: { ...leftOut, [reason]: (leftOut[reason] ?? 0) + 1 } }));
}

/** Counts a ticket of the live list, and why it is left out. */
export function countTicket(count: DayCount, ticket: Ticket): void {
  if (!isInSpan(count, ticket.createdAt) || count.tickets.has(ticket.id)) return;
  count.tickets.add(ticket.id);
  changeDay(count, ticket.createdAt, ({ tickets }) => ({ tickets: tickets + 1 }));
  leaveOut(count, ticket.createdAt, leaveOutTicket(ticket));
}

/** Counts why conversations of a ticket are left out; those of a long ticket `isContinued` with a page that is counted. */
export function countConversations(
  count: DayCount,
  ticket: Ticket,
  conversations: readonly Conversation[],
  isContinued = false,
): void {
  if (count.withConversations.has(ticket.id) && !isContinued) return;
  count.withConversations.add(ticket.id);
  const fresh = conversations.slice(isContinued ? LIMITS.conversationRows : 0);
  for (const each of fresh.filter(({ createdAt }) => isInSpan(count, createdAt))) {
    const decision = decideConversation(each);
    const repeats = decision.kind !== 'left out' && isPartOfTicket(each.id, conversations, ticket);
    const reason = decision.kind === 'left out' ? decision.reason : null;
    leaveOut(count, each.createdAt, repeats ? 'part of ticket' : reason);
  }
}

/** Counts a deleted or spam ticket, unless the live list showed it or it is left out. */
export function countDeletedOrSpam(count: DayCount, ticket: Ticket): void {
  const isKnown = count.tickets.has(ticket.id) || count.deletedOrSpam.has(ticket.id);
  if (!isInSpan(count, ticket.createdAt) || isKnown || leaveOutTicket(ticket) !== null) return;
  count.deletedOrSpam.add(ticket.id);
  changeDay(count, ticket.createdAt, ({ thrownAway }) => ({ thrownAway: thrownAway + 1 }));
}
