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

/** What follows each list; `write`: all lists are counted, and the days are being written. */
export const NEXT_LIST = { live: 'spam', spam: 'deleted', deleted: 'write' } as const;

/** The span, the list and the place in it, as stored and as counted. Times in milliseconds. */
interface DayCountPlace {
  /** Contacts from here to `until` are counted. */
  readonly from: number;
  readonly until: number;
  /** The list being counted. */
  list: keyof typeof NEXT_LIST | 'write';
  /** The place in the list of spam or deleted tickets; null: its beginning. */
  walk: Cursor | null;
}

/** The value under `tally`; the ids are packed. */
export interface DayCountRecord extends Readonly<DayCountPlace> {
  readonly v: 1;
  readonly tickets: string | null;
  readonly talks: string | null;
  readonly deletedOrSpam: string | null;
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

const FIGURES = ['tickets', 'unassigned', 'deletedOrSpam', 'spam'] as const;
type Figure = (typeof FIGURES)[number];

const NOTHING: ShownDay = {
  ...{ tickets: 0, unassigned: 0, deletedOrSpam: 0, spam: 0 },
  leftOut: {},
  queues: {},
};

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
    deletedOrSpam: new Set(unpackIds(record.deletedOrSpam)),
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
    deletedOrSpam: packIds(count.deletedOrSpam),
    days: Object.fromEntries(count.days),
  };
}

/** Adds one to a figure of a moment's day, or to those left out for a reason. */
function addOne(count: DayCount, at: number, what: Figure | LeftOutReason | null): void {
  if (what === null) return;
  const day = dayText(count.calendar.dayOf(at));
  const before = count.days.get(day) ?? NOTHING;
  const figure = FIGURES.find((each) => each === what);
  if (figure !== undefined) {
    count.days.set(day, { ...before, [figure]: before[figure] + 1 });
  } else {
    const reason = what as LeftOutReason;
    const leftOut = { ...before.leftOut, [reason]: (before.leftOut[reason] ?? 0) + 1 };
    count.days.set(day, { ...before, leftOut });
  }
}

/** Adds a contact to the queue of its present group; a day with too many queues keeps none. */
function addToQueue(count: DayCount, { createdAt, groupId, source }: Ticket): void {
  const day = dayText(count.calendar.dayOf(createdAt));
  const before = count.days.get(day) ?? NOTHING;
  if (before.queues === null) return;
  const key = `${groupId ?? 'none'}:${source}`;
  const queues = { ...before.queues, [key]: (before.queues[key] ?? 0) + 1 };
  const isTooMany = Object.keys(queues).length > LIMITS.dayCountQueues;
  count.days.set(day, { ...before, queues: isTooMany ? null : queues });
}

/** Counts a ticket of the live list, and why it is left out. */
export function countTicket(count: DayCount, ticket: Ticket): void {
  const { id, createdAt } = ticket;
  const isInSpan = createdAt >= count.from && createdAt < count.until;
  if (!isInSpan || count.tickets.has(id)) return;
  count.tickets.add(id);
  addOne(count, createdAt, 'tickets');
  if (ticket.groupId === null && ticket.hasAgent === false) addOne(count, createdAt, 'unassigned');
  const reason = leaveOutTicket(ticket);
  if (reason === null) addToQueue(count, ticket);
  else addOne(count, createdAt, reason);
}

/** Counts why conversations of a ticket are left out; a long ticket `isContinued` with its further ones. */
export function countConversations(
  count: DayCount,
  ticket: Ticket,
  conversations: readonly Conversation[],
  isContinued: boolean,
): void {
  const { from, until, withConversations } = count;
  if (withConversations.has(ticket.id) && !isContinued) return;
  withConversations.add(ticket.id);
  for (const each of conversations.filter(({ createdAt }) => createdAt >= from && createdAt < until)) {
    const decision = decideConversation(each);
    const isPart = decision.kind !== 'left out' && isPartOfTicket(each.id, conversations, ticket);
    const reason = isPart ? 'part of ticket' : null;
    addOne(count, each.createdAt, decision.kind === 'left out' ? decision.reason : reason);
  }
}

/** Counts a deleted or spam ticket, unless the live list showed it or it is left out. */
export function countDeletedOrSpam(count: DayCount, ticket: Ticket): void {
  const { id, createdAt } = ticket;
  const isInSpan = createdAt >= count.from && createdAt < count.until;
  const isKnown = count.tickets.has(id) || count.deletedOrSpam.has(id);
  if (!isInSpan || isKnown || leaveOutTicket(ticket) !== null) return;
  count.deletedOrSpam.add(id);
  addOne(count, createdAt, 'deletedOrSpam');
  if (ticket.spam) addOne(count, createdAt, 'spam');
}
