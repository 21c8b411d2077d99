import type { Helpdesk } from '../model/helpdesk';
import type { Ticket } from '../model/ticket';
import { ticketAsOf } from '../model/ticket-versions';
import type { ListQuery } from './list-query';

const DEFAULT_DAYS_MS = 30 * 86_400_000;
const toSecond = (ms: number): number => Math.floor(ms / 1000);

const isInFilter = ({ isSpam, isDeleted, isArchived }: Ticket, filter: ListQuery['filter']): boolean => {
  if (isArchived) {
    return false;
  }
  if (filter === 'deleted') {
    return isDeleted;
  }
  return !isDeleted && isSpam === (filter === 'spam');
};

const SORT_VALUE: Readonly<Record<ListQuery['orderBy'], (ticket: Ticket) => number>> = {
  created_at: ({ createdAt }) => toSecond(createdAt),
  updated_at: ({ updatedAt }) => toSecond(updatedAt),
  due_by: ({ createdAt }) => toSecond(createdAt),
  status: ({ status }) => status,
};

type OrderBy = ListQuery['orderBy'];

const inOrder = (orderBy: OrderBy) => {
  const value = SORT_VALUE[orderBy];
  return (left: Ticket, right: Ticket): number => value(left) - value(right) || left.id - right.id;
};

/** Each filter's tickets in ascending order, valid until a change: makes paging long histories fast. */
interface Index {
  readonly key: string;
  readonly lists: Map<string, readonly Ticket[]>;
}
const indexes = new WeakMap<Helpdesk, Index>();

const indexOf = (helpdesk: Helpdesk, at: number, staleMs: number): Index => {
  // The revision shows any change; only the delayed view of lists also depends on the time.
  const key = `${helpdesk.revision} ${staleMs > 0 ? at : 'now'}`;
  const known = indexes.get(helpdesk);
  if (known?.key === key) {
    return known;
  }
  const index = { key, lists: new Map<string, readonly Ticket[]>() };
  indexes.set(helpdesk, index);
  return index;
};

const sortedList = (
  helpdesk: Helpdesk,
  { filter, orderBy }: Pick<ListQuery, 'filter' | 'orderBy'>,
  staleMs: number,
): readonly Ticket[] => {
  const at = helpdesk.clock.now() - staleMs;
  const { lists } = indexOf(helpdesk, at, staleMs);
  const name = `${filter ?? 'live'} ${orderBy}`;
  const tickets =
    lists.get(name) ??
    [...helpdesk.tickets.values()]
      .flatMap((record) => ticketAsOf(record, at) ?? [])
      .filter((ticket) => isInFilter(ticket, filter))
      .sort(inOrder(orderBy));
  lists.set(name, tickets);
  return tickets;
};

/** The first index whose ticket was updated in this second or later, in a list sorted by update time. */
const firstUpdatedSince = (tickets: readonly Ticket[], second: number): number => {
  let [low, high] = [0, tickets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const ticket = tickets[middle];
    if (ticket !== undefined && toSecond(ticket.updatedAt) < second) low = middle + 1;
    else high = middle;
  }
  return low;
};

const since = (
  tickets: readonly Ticket[],
  { updatedSinceMs, orderBy }: ListQuery,
  now: number,
): readonly Ticket[] => {
  if (updatedSinceMs === undefined) {
    return tickets.filter(({ createdAt }) => createdAt >= now - DEFAULT_DAYS_MS);
  }
  const second = toSecond(updatedSinceMs);
  return orderBy === 'updated_at'
    ? tickets.slice(firstUpdatedSince(tickets, second))
    : tickets.filter(({ updatedAt }) => toSecond(updatedAt) >= second);
};

/** All tickets of a list in its order, as the list shows them (possibly delayed). */
export const selectTickets = (helpdesk: Helpdesk, list: ListQuery, staleMs: number): readonly Ticket[] => {
  const tickets = since(sortedList(helpdesk, list, staleMs), list, helpdesk.clock.now());
  return list.isAscending ? tickets : [...tickets].reverse();
};
