import { type Actor, SYSTEM } from '../events/actor';
import { ticketUpdated, ticketDeleted } from '../events/ticket-event';
import type { Changes } from '../events/ticket-event';
import type { Helpdesk } from '../model/helpdesk';
import { STATUS } from '../model/ticket';
import type { Ticket, TicketStats } from '../model/ticket';
import { existingTicket, pushVersion } from '../model/ticket-versions';

/** The fields that a change of a ticket may set. */
export type TicketPatch = Partial<
  Pick<
    Ticket,
    | 'groupId'
    | 'source'
    | 'status'
    | 'priority'
    | 'type'
    | 'responderId'
    | 'isSpam'
    | 'isDeleted'
    | 'isArchived'
    | 'tags'
  >
>;

/** Attributes whose change emits an event, with their names there. Tags, texts and replies emit none. */
const EVENT_ATTRIBUTES = {
  groupId: 'group_id',
  source: 'source',
  status: 'status',
  priority: 'priority',
  type: 'type',
  responderId: 'responder_id',
  isSpam: 'spam',
  isDeleted: 'deleted',
} as const satisfies Partial<Record<keyof Ticket, string>>;

type EventAttribute = keyof typeof EVENT_ATTRIBUTES;

const changesBetween = (before: Ticket, after: Ticket): Changes =>
  Object.fromEntries(
    (Object.keys(EVENT_ATTRIBUTES) as EventAttribute[])
      .filter((key) => before[key] !== after[key])
      .map((key) => [EVENT_ATTRIBUTES[key], [before[key], after[key]] as const]),
  );

const isDone = (status: number): boolean => status === STATUS.resolved || status === STATUS.closed;

const doneMoments = (before: Ticket, status: number, now: number): Partial<TicketStats> => ({
  resolvedAt: isDone(status) ? (before.stats.resolvedAt ?? now) : null,
  closedAt: status === STATUS.closed ? now : null,
});

/** The timestamps that a status change sets. */
const statsAfterStatus = (before: Ticket, status: number, now: number): TicketStats => {
  if (status === before.status) {
    return before.stats;
  }
  const isReopened = isDone(before.status) && !isDone(status);
  return {
    ...before.stats,
    ...doneMoments(before, status, now),
    ...(isReopened ? { reopenedAt: now } : {}),
    statusUpdatedAt: now,
    pendingSince: status === STATUS.pending ? now : null,
  };
};

/** Changes a ticket and its `updated_at`, and emits an event if one of the changes requires it. */
export const changeTicket = (
  helpdesk: Helpdesk,
  ticketId: number,
  { patch, actor }: { readonly patch: TicketPatch; readonly actor: Actor },
): Ticket => {
  const before = existingTicket(helpdesk, ticketId);
  if (before.isArchived) {
    throw new Error(`Ticket ${ticketId} is archived and read-only`);
  }
  const now = helpdesk.clock.now();
  const stats = statsAfterStatus(before, patch.status ?? before.status, now);
  const after = pushVersion(helpdesk, { ...before, ...patch, stats, updatedAt: now });

  const changes = changesBetween(before, after);
  if (Object.keys(changes).length > 0) {
    helpdesk.emit(ticketUpdated(helpdesk, after, { actor, changes }));
  }
  return after;
};

/** Purges a ticket permanently; its address answers 404 from now on. */
export const purge = (helpdesk: Helpdesk, ticketId: number): void => {
  const ticket = existingTicket(helpdesk, ticketId);
  const record = helpdesk.tickets.get(ticketId);
  if (record !== undefined) {
    record.purgedAt = helpdesk.clock.now();
    helpdesk.revision += 1;
    helpdesk.emit(ticketDeleted(helpdesk, ticket, SYSTEM));
  }
};

/** Archives a closed ticket: only the archive address shows it, and it cannot change any more. */
export const archive = (helpdesk: Helpdesk, ticketId: number): Ticket => {
  const ticket = existingTicket(helpdesk, ticketId);
  if (ticket.status !== STATUS.closed) {
    throw new Error(`Ticket ${ticketId} is not closed and cannot be archived`);
  }
  return pushVersion(helpdesk, { ...ticket, isArchived: true });
};
