import type { Helpdesk } from '../freshdesk/model/helpdesk';
import type { Ticket, TicketRecord } from '../freshdesk/model/ticket';
import { ticketAsOf } from '../freshdesk/model/ticket-versions';
import { namedQueue, unknownQueue } from './queue-of';
import type { Series } from './queue-of';
import type { RightQueue } from './true-contact';

const SETTLE_MS = 600_000;
const WAIT_MS = 60_000;

/** The time span in which a contact is named. */
export interface NamingWindow {
  readonly from: number;
  readonly to: number;
  /** The maximum delay of Freshdesk's list; none by default. */
  readonly staleMs?: number | undefined;
}

/** What determines the queue of a contact. */
export interface Naming {
  readonly window: NamingWindow;
  readonly series: Series;
  /** The source of the contact's queue, from its ticket's source. */
  readonly sourceOf: (ticketSource: number) => number;
}

/** Whether a ticket is deleted or spam. */
export const isGone = ({ isDeleted, isSpam }: Ticket): boolean => isDeleted || isSpam;

/** The states of a ticket within a window, including the one at its start. */
export const statesWithin = (record: TicketRecord, { from, to }: NamingWindow): readonly Ticket[] => {
  const first = ticketAsOf(record, from);
  const later = record.versions.filter(({ at }) => at > from && at <= to).map(({ ticket }) => ticket);
  return first === undefined ? later : [first, ...later];
};

/** Whether a ticket is deleted, spam or purged at any time within a window. */
export const isGoneWithin = (record: TicketRecord, window: NamingWindow): boolean =>
  statesWithin(record, window).some(isGone) || (record.purgedAt !== null && record.purgedAt <= window.to);

/** The group that naming waits for: the ticket's group after a minute, or the first one within ten. */
const expectedGroup = (record: TicketRecord, { from }: NamingWindow): number | null => {
  const first = ticketAsOf(record, from);
  if (typeof first?.groupId === 'number') {
    return (ticketAsOf(record, from + WAIT_MS) ?? first).groupId;
  }
  const settling = statesWithin(record, { from, to: from + SETTLE_MS });
  return settling.find(({ groupId }) => groupId !== null)?.groupId ?? null;
};

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** No group, if a list with this delay does not show the group assigned at the end of the ten minutes. */
const groupNotShownYet = (record: TicketRecord, { from, staleMs = 0 }: NamingWindow): readonly null[] => {
  const shown = statesWithin(record, { from, to: from + SETTLE_MS - staleMs });
  return staleMs > 0 && shown.every(({ groupId }) => groupId === null) ? [null] : [];
};

/** The right groups: the expected one, and later ones until the contact was named. */
const rightGroups = (record: TicketRecord, window: NamingWindow): readonly (number | null)[] => {
  const expected = expectedGroup(record, window);
  const groups = statesWithin(record, window).map(({ groupId }) => groupId);
  const sinceExpected = groups.slice(Math.max(0, groups.indexOf(expected)));
  const named = groups.filter((groupId) => groupId !== null);
  return unique([expected, ...sinceExpected, ...named, ...groupNotShownYet(record, window)]);
};

const hasDeletedGroup = (helpdesk: Helpdesk, groups: readonly (number | null)[], to: number): boolean =>
  groups.some((groupId) => {
    const group = groupId === null ? undefined : helpdesk.groups.get(groupId);
    return groupId !== null && (group === undefined || (group.deletedAt !== null && group.deletedAt <= to));
  });

/** The right queues of a contact, the expected one first. */
export const rightQueues = (
  helpdesk: Helpdesk,
  record: TicketRecord,
  { window, series, sourceOf }: Naming,
): readonly RightQueue[] => {
  const live = statesWithin(record, window).filter((ticket) => !isGone(ticket));
  if (live.length === 0) {
    return [unknownQueue(series)];
  }
  const groups = rightGroups(record, window);
  const sources = unique(live.map(({ source }) => sourceOf(source)));
  const named = groups.flatMap((groupId) =>
    sources.map((source) => namedQueue(helpdesk, { groupId, source, series })),
  );
  const mayBeUnknown = isGoneWithin(record, window) || hasDeletedGroup(helpdesk, groups, window.to);
  return mayBeUnknown ? [...named, unknownQueue(series)] : named;
};
