import { SYSTEM } from '../events/actor';
import { ticketDeleted } from '../events/ticket-event';
import type { Helpdesk } from '../model/helpdesk';
import { STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { existingTicket, latestVersion, pushVersion } from '../model/ticket-versions';

const DAY_MS = 86_400_000;
const TRASH_DAYS = 30;
const ARCHIVE_DAYS = 120;

/** Removes a ticket for ever: it is a 404 from now on. */
export const purge = (helpdesk: Helpdesk, ticketId: number): void => {
  const ticket = existingTicket(helpdesk, ticketId);
  const record = helpdesk.tickets.get(ticketId);
  if (record !== undefined) {
    record.purgedAt = helpdesk.clock.now();
    helpdesk.revision += 1;
    helpdesk.emit(ticketDeleted(helpdesk, ticket, SYSTEM));
  }
};

/** Archives a closed ticket: from now on only its own archive address shows it, and nothing changes it. */
export const archive = (helpdesk: Helpdesk, ticketId: number): Ticket => {
  const ticket = existingTicket(helpdesk, ticketId);
  if (ticket.status !== STATUS.closed) {
    throw new Error(`Ticket ${ticketId} is not closed and cannot be archived`);
  }
  return pushVersion(helpdesk, { ...ticket, isArchived: true });
};

const living = (helpdesk: Helpdesk): readonly Ticket[] =>
  [...helpdesk.tickets.values()].filter(({ purgedAt }) => purgedAt === null).map(latestVersion);

const untouchedFor = (helpdesk: Helpdesk, days: number) => (ticket: Ticket) =>
  ticket.updatedAt <= helpdesk.clock.now() - days * DAY_MS;

/** What Freshdesk does by itself: removes what was trash or spam for 30 days. Returns the ids. */
export const purgeOld = (helpdesk: Helpdesk): readonly number[] => {
  const ids = living(helpdesk)
    .filter(({ isDeleted, isSpam }) => isDeleted || isSpam)
    .filter(untouchedFor(helpdesk, TRASH_DAYS))
    .map(({ id }) => id);
  ids.forEach((id) => purge(helpdesk, id));
  return ids;
};

/** What Freshdesk does by itself, where archiving is on: archives what was closed and untouched for 120 days. Returns the ids. */
export const archiveOld = (helpdesk: Helpdesk): readonly number[] => {
  const ids = living(helpdesk)
    .filter(({ status, isArchived, isDeleted }) => status === STATUS.closed && !isArchived && !isDeleted)
    .filter(untouchedFor(helpdesk, ARCHIVE_DAYS))
    .map(({ id }) => id);
  ids.forEach((id) => archive(helpdesk, id));
  return ids;
};
