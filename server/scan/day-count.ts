import type { Calendar } from '../values/calendar';
import { dayText } from '../values/calendar';
import type { LeftOutReason, Ticket } from '../contacts/contact';
import type { ShownDay } from '../volumes/day-record';
import { isPartOfTicket } from '../contacts/first-chat-message';
import { leaveOutTicket, decideConversation } from '../contacts/counting-rules';
import type { Conversation } from '../contacts/conversation';
import { packIds, unpackIds } from '../values/packed-ids';
import type { Cursor } from '../freshdesk/ticket-list-cursor';

/**
 * What Freshdesk's own lists show of the days that a deep pass looks at. A walk shows some rows twice, and a killed run goes
 * over its rows again: every ticket is counted once, by its id. A new pass counts anew.
 */

/** Which list is being counted; `write`: all are, and the days have yet to be written. */
export const COUNTED_LISTS = ['live', 'spam', 'deleted', 'write'] as const;
export type TallyList = (typeof COUNTED_LISTS)[number];

/** A tally as it is stored. */
export interface TallyRecord {
  readonly v: 1;
  /** Contacts of these moments are counted (ms). */
  readonly from: number;
  readonly until: number;
  readonly list: TallyList;
  /** Where in a list of thrown-away tickets it stands; null: at its beginning. */
  readonly walk: Cursor | null;
  /** Packed ids: tickets counted, tickets whose conversations are, and tickets thrown away. */
  readonly tickets: string | null;
  readonly talks: string | null;
  readonly thrownAway: string | null;
  readonly days: Readonly<Record<string, ShownDay>>;
}

/** A tally during a run. */
export interface DayCount {
  readonly from: number;
  readonly until: number;
  readonly calendar: Calendar;
  list: TallyList;
  walk: Cursor | null;
  readonly tickets: Set<number>;
  readonly talks: Set<number>;
  readonly thrownAway: Set<number>;
  readonly days: Map<string, ShownDay>;
}

const NOTHING: ShownDay = { tickets: 0, thrownAway: 0, leftOut: {} };

/** A tally before anything is counted: all the days are there, also those on which nothing happens. */
export function newDayCount(from: number, until: number, calendar: Calendar): DayCount {
  const days = new Map<string, ShownDay>();
  for (let day = calendar.dayOf(from); calendar.startOf(day) < until; day += 1)
    days.set(dayText(day), NOTHING);
  const sets = { tickets: new Set<number>(), talks: new Set<number>(), thrownAway: new Set<number>() };
  return { from, until, calendar, list: 'live', walk: null, ...sets, days };
}

/** The tally of a stored one; null when it is none. */
export function readDayCount(stored: unknown, calendar: Calendar): DayCount | null {
  const record = stored as TallyRecord | undefined | null;
  if (record?.v !== 1) return null;
  return {
    from: record.from,
    until: record.until,
    calendar,
    list: record.list,
    walk: record.walk,
    tickets: new Set(unpackIds(record.tickets)),
    talks: new Set(unpackIds(record.talks)),
    thrownAway: new Set(unpackIds(record.thrownAway)),
    days: new Map(Object.entries(record.days)),
  };
}

/** The tally as it is stored. */
export function packDayCount(tally: DayCount): TallyRecord {
  return {
    v: 1,
    from: tally.from,
    until: tally.until,
    list: tally.list,
    walk: tally.walk,
    tickets: packIds(tally.tickets),
    talks: packIds(tally.talks),
    thrownAway: packIds(tally.thrownAway),
    days: Object.fromEntries(tally.days),
  };
}

function isCounted({ from, until }: DayCount, at: number): boolean {
  return at >= from && at < until;
}

function change(tally: DayCount, at: number, next: (day: ShownDay) => ShownDay): void {
  const day = dayText(tally.calendar.dayOf(at));
  tally.days.set(day, next(tally.days.get(day) ?? NOTHING));
}

function leaveOut(tally: DayCount, at: number, reason: LeftOutReason | null): void {
  if (reason === null) return;
  change(tally, at, (day) => ({
    ...day,
    leftOut: { ...day.leftOut, [reason]: (day.leftOut[reason] ?? 0) + 1 },
  }));
}

/** Counts a ticket of the live list, and why it is no contact. */
export function tallyTicket(tally: DayCount, ticket: Ticket): void {
  if (!isCounted(tally, ticket.createdAt) || tally.tickets.has(ticket.id)) return;
  tally.tickets.add(ticket.id);
  change(tally, ticket.createdAt, (day) => ({ ...day, tickets: day.tickets + 1 }));
  leaveOut(tally, ticket.createdAt, leaveOutTicket(ticket));
}

function reasonOf(
  each: Conversation,
  ticket: Ticket,
  conversations: readonly Conversation[],
): LeftOutReason | null {
  const decision = decideConversation(each);
  if (decision.kind === 'left out') return decision.reason;
  return isPartOfTicket(each.id, conversations, ticket) ? 'part of ticket' : null;
}

/** Counts why conversations of a ticket are no contacts. */
export function tallyConversations(
  tally: DayCount,
  ticket: Ticket,
  conversations: readonly Conversation[],
): void {
  if (tally.talks.has(ticket.id)) return;
  tally.talks.add(ticket.id);
  for (const each of conversations.filter(({ createdAt }) => isCounted(tally, createdAt)))
    leaveOut(tally, each.createdAt, reasonOf(each, ticket, conversations));
}

/** Counts a ticket of a list of thrown-away ones, unless the live list had shown it or it never was a contact. */
export function countDeletedOrSpam(tally: DayCount, ticket: Ticket): void {
  const isKnown = tally.tickets.has(ticket.id) || tally.thrownAway.has(ticket.id);
  if (!isCounted(tally, ticket.createdAt) || isKnown || leaveOutTicket(ticket) !== null) return;
  tally.thrownAway.add(ticket.id);
  change(tally, ticket.createdAt, (day) => ({ ...day, thrownAway: day.thrownAway + 1 }));
}
