import type { Helpdesk } from '../../freshdesk/model/helpdesk';
import type { Ticket, TicketRecord } from '../../freshdesk/model/ticket';
import { toSecond } from '../contact-path';
import type { Listing, Told, ToldRecord } from './told';

/** A change of one of these emits an event; product events of `support_ticket`. */
const TOLD_ATTRIBUTES = [
  'groupId',
  'source',
  'status',
  'priority',
  'type',
  'responderId',
  'isSpam',
  'isDeleted',
] as const;

/** A state that a ticket may have had to a run that read the outbox at this time. */
export interface KnownState {
  readonly at: number;
  readonly ticket: Ticket;
}

const changedByEvent = ({ versions }: TicketRecord, index: number): boolean => {
  const [before, after] = [versions[index - 1]?.ticket, versions[index]?.ticket];
  return (
    before !== undefined &&
    after !== undefined &&
    TOLD_ATTRIBUTES.some((name) => before[name] !== after[name])
  );
};

/** What the newest of these records tell; several states if they are of one second. An update beats the creation. */
const newestStates = (record: TicketRecord, told: readonly ToldRecord[]): readonly Ticket[] => {
  const newest = Math.max(...told.map(({ changedAt }) => changedAt ?? -Infinity));
  const tellers = told.filter(({ changedAt }) => changedAt === newest);
  const created = record.versions.slice(0, 1).map(({ ticket }) => ticket);
  if (tellers.every(({ kind }) => kind === 'ticket')) return tellers.length === 0 ? [] : created;
  const updated = record.versions
    .filter(({ ticket }, index) => toSecond(ticket.updatedAt) === newest && changedByEvent(record, index))
    .map(({ ticket }) => ticket);
  return updated.length === 0 ? created : updated;
};

/** The first listing that showed each record, by its time. */
const firstShown = (listings: readonly Listing[]): ReadonlyMap<string, number> => {
  const seenAt = new Map<string, number>();
  for (const { at, shown } of listings) for (const id of shown) if (!seenAt.has(id)) seenAt.set(id, at);
  return seenAt;
};

/**
 * The states of a ticket to each run, from the events that it could know: those in its own listing and those whose records were
 * removed before, or all that any listing showed until then. A killed run may have kept either.
 */
export const knownStates = (helpdesk: Helpdesk, { records, listings }: Told) => {
  const seenAt = firstShown(listings);
  const byTicket = new Map<number, ToldRecord[]>();
  for (const told of records.filter(({ changedAt }) => changedAt !== null))
    byTicket.set(told.ticketId, [...(byTicket.get(told.ticketId) ?? []), told]);
  return (ticketId: number): readonly KnownState[] => {
    const record = helpdesk.tickets.get(ticketId);
    const told = byTicket.get(ticketId) ?? [];
    if (record === undefined || told.length === 0) return [];
    return listings.flatMap(({ at, shown }) => {
      const folded = told.filter(({ id, removedAt }) => shown.has(id) || (removedAt ?? Infinity) <= at);
      const everShown = told.filter(({ id }) => (seenAt.get(id) ?? Infinity) <= at);
      const states = [folded, everShown].flatMap((known) => newestStates(record, known));
      return [...new Set(states)].map((ticket) => ({ at, ticket }));
    });
  };
};
