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

const isInTime = (ticket: Ticket, { updatedSinceMs }: ListQuery, now: number): boolean =>
  updatedSinceMs === undefined
    ? ticket.createdAt >= now - DEFAULT_DAYS_MS
    : toSecond(ticket.updatedAt) >= toSecond(updatedSinceMs);

const SORT_VALUE: Readonly<Record<ListQuery['orderBy'], (ticket: Ticket) => number>> = {
  created_at: ({ createdAt }) => toSecond(createdAt),
  updated_at: ({ updatedAt }) => toSecond(updatedAt),
  due_by: ({ createdAt }) => toSecond(createdAt),
  status: ({ status }) => status,
};

const inOrder = ({ orderBy, isAscending }: ListQuery) => {
  const value = SORT_VALUE[orderBy];
  const sign = isAscending ? 1 : -1;
  return (left: Ticket, right: Ticket): number => sign * (value(left) - value(right) || left.id - right.id);
};

/** All tickets that a list is about, as the list sees them (perhaps a while ago), in its order. */
export const selectTickets = (helpdesk: Helpdesk, list: ListQuery, staleMs: number): readonly Ticket[] => {
  const now = helpdesk.clock.now();
  return [...helpdesk.tickets.values()]
    .flatMap((record) => ticketAsOf(record, now - staleMs) ?? [])
    .filter((ticket) => isInFilter(ticket, list.filter) && isInTime(ticket, list, now))
    .sort(inOrder(list));
};
