import { isAlert } from './counting-rules';
import { CHAT_SOURCES } from './sources';
import type { TicketChanges, TicketEvent } from './ticket-event';

/** What an event told about a ticket: all that counting and naming need of it, and nothing about a person but an id. */
export interface TicketFacts extends TicketChanges {
  readonly ticketId: number;
  readonly source: number;
  readonly groupId: number | null;
  readonly deleted: boolean;
  readonly spam: boolean;
  /** The app's own alert (T7). */
  readonly alert: boolean;
  /** When the ticket was created, and when Freshdesk changed it to this (ms); a record of U1 tells the first of a chat alone. */
  readonly createdAt: number | null;
  readonly changedAt: number;
  /** Of a chat alone, where it decides C5. */
  readonly requesterId: number | null;
  /** Told by an update, not by the creation. */
  readonly isUpdate: boolean;
}

/** The facts that an event tells. */
export function factsOf(ticket: TicketEvent, isUpdate: boolean): TicketFacts {
  const { id, source, groupId, deleted, spam, createdAt, updatedAt, requesterId, turned, groupBefore } =
    ticket;
  return {
    ticketId: id,
    ...{ source, groupId, deleted, spam, createdAt, isUpdate, turned },
    requesterId: CHAT_SOURCES.has(source) ? requesterId : null,
    ...(groupBefore === undefined ? {} : { groupBefore }),
    alert: isAlert(ticket),
    changedAt: updatedAt,
  };
}

/** True when what one update changed begins where the other facts end. */
function follows(next: TicketFacts, before: TicketFacts): boolean {
  const { groupBefore, turned } = next;
  if (groupBefore === undefined && turned.length === 0) return false;
  const isGroupNext = groupBefore === undefined || groupBefore === before.groupId;
  return isGroupNext && turned.every((flag) => before[flag] !== next[flag]);
}

/**
 * Which of these facts of one ticket hold; they stand in the order in which they were stored. The newest do; of one second an
 * update goes before the creation, of its updates the one that no other continues, and otherwise the one stored last.
 */
export function factsThatHold(stored: readonly [TicketFacts, ...TicketFacts[]]): TicketFacts {
  const newest = Math.max(...stored.map(({ changedAt }) => changedAt));
  const ofOneSecond = stored.filter(({ changedAt }) => changedAt === newest);
  const updates = ofOneSecond.filter(({ isUpdate }) => isUpdate);
  const candidates = updates.length > 0 ? updates : ofOneSecond;
  const isContinued = (each: TicketFacts): boolean =>
    candidates.some((other) => follows(other, each) && !follows(each, other));
  const last = candidates.filter((each) => !isContinued(each)).pop() ?? candidates.pop();
  return last ?? stored[0];
}
