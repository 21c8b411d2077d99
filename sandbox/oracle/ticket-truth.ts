import type { Helpdesk } from '../freshdesk/model/helpdesk';
import type { Ticket, TicketRecord, TicketVersion } from '../freshdesk/model/ticket';
import { TICKET_SOURCE } from '../freshdesk/model/ticket-source';
import { ticketAsOf } from '../freshdesk/model/ticket-versions';
import { liveWindow, pathOf, toSecond } from './contact-path';
import type { ContactPath } from './contact-path';
import { expectedQueue, isUnknownQueue, unknownQueue } from './queue-of';
import { rightQueues, statesWithin, isGone } from './right-queues';
import type { TrueContact, TruthOptions } from './true-contact';

const ALERT_TAG = 'injixo-connect-alert';

/** Row T7: the app's own ticket. */
export const isAlert = ({ tags }: Ticket): boolean => tags.includes(ALERT_TAG);

/** Rows T2, T3 and T7 of the counting table. */
const isNoCustomers = (ticket: Ticket): boolean =>
  ticket.source === TICKET_SOURCE.outboundEmail ||
  ticket.source === TICKET_SOURCE.internalTask ||
  isAlert(ticket);

/** Rows T2, T3, T4 and T7 as an event shows them; the API shows neither `outbound_email` nor `import_id`. */
export const isLeftOut = (ticket: Ticket): boolean =>
  isNoCustomers(ticket) || ticket.isOutbound || ticket.importId !== null;

const isCounted = (ticket: Ticket, isSeenByEvent: boolean): boolean =>
  !(isSeenByEvent ? isLeftOut(ticket) : isNoCustomers(ticket));

/** A history does not reach what is archived or purged meanwhile, nor surely what is backdated into it. */
const isOutOfReach = (record: TicketRecord, { path, window }: ContactPath, cutOver: number): boolean =>
  path === 'history' &&
  (statesWithin(record, window).some(({ isArchived }) => isArchived) ||
    record.purgedAt !== null ||
    window.from > cutOver);

const noteOf = ({ path }: ContactPath, mayBeUnknown: boolean): string =>
  `${path === 'live' ? 'T1' : 'T1, history'}${mayBeUnknown ? ' or T5' : ''}`;

const contactOf = (
  helpdesk: Helpdesk,
  record: TicketRecord,
  way: ContactPath,
): Omit<TrueContact, 'timestamp' | 'isOptional'> => {
  const sourceOf = (source: number): number => source;
  const queues = rightQueues(helpdesk, record, { window: way.window, series: 'tickets', sourceOf });
  const mayBeUnknown = queues.some(({ identifier }) => isUnknownQueue(identifier));
  return {
    contactId: `ticket:${record.id}`,
    kind: 'tickets',
    otherTimestamps: [],
    ...expectedQueue(queues),
    orElse: mayBeUnknown ? `unknown:${record.id}` : undefined,
    note: noteOf(way, mayBeUnknown),
  };
};

/** The ticket as the app saw it when it decided: in its event, or later through the API. */
const seenTicket = (
  record: TicketRecord,
  first: TicketVersion,
  { cutOver, way }: { readonly cutOver: number; readonly way: ContactPath },
) => {
  const isSeenByEvent = first.at >= cutOver;
  const ticket = isSeenByEvent ? first.ticket : ticketAsOf(record, way.window.from);
  return ticket !== undefined && isCounted(ticket, isSeenByEvent) ? ticket : undefined;
};

/** A ticket's own contact (rows T1 and T5), or undefined when it is none. */
export const ticketTruth = (
  helpdesk: Helpdesk,
  record: TicketRecord,
  options: TruthOptions,
): TrueContact | undefined => {
  const [first] = record.versions;
  if (first === undefined) {
    return undefined;
  }
  const { cutOver } = options;
  const dated = { createdAt: first.ticket.createdAt, recordedAt: first.at };
  const way = pathOf(dated, options, helpdesk.clock.now());
  const seen = way === undefined ? undefined : seenTicket(record, first, { cutOver, way });
  if (way === undefined || seen === undefined) {
    return undefined;
  }
  return {
    ...contactOf(helpdesk, record, way),
    timestamp: toSecond(seen.createdAt),
    isOptional: isOutOfReach(record, way, cutOver),
  };
};

/** The changes since the cut-over after which the ticket was in the trash or spam. */
const goneChanges = (record: TicketRecord, cutOver: number) =>
  record.versions.filter(({ at, ticket }, index) => index > 0 && at >= cutOver && isGone(ticket));

/** Whether the ticket was thrown away since the cut-over, and not only touched in the trash. */
const wasThrownAway = (record: TicketRecord, cutOver: number): boolean =>
  record.versions.some(({ at, ticket }, index) => {
    const before = record.versions[index - 1]?.ticket;
    return at >= cutOver && before !== undefined && !isGone(before) && isGone(ticket);
  });

/** Whether the ticket was brought back while its own contact still waited: that contact then says it all. */
const wasRestoredInTime = (record: TicketRecord, options: TruthOptions): boolean => {
  const { to } = liveWindow(record.versions[0]?.at ?? 0, options);
  return record.versions.some(({ at, ticket }, index) => {
    const before = record.versions[index - 1]?.ticket;
    return at <= to && before !== undefined && isGone(before) && !isGone(ticket);
  });
};

/** The contact of a ticket that was thrown away (row U1), or undefined when it was not. */
export const thrownAwayTruth = (record: TicketRecord, options: TruthOptions): TrueContact | undefined => {
  const changes = goneChanges(record, options.cutOver).filter(({ ticket }) => !isLeftOut(ticket));
  const [first, ...others] = changes.map(({ ticket }) => toSecond(ticket.updatedAt));
  if (first === undefined) {
    return undefined;
  }
  const queue = unknownQueue('tickets');
  return {
    contactId: `unknown:${record.id}`,
    kind: 'unknown',
    timestamp: first,
    otherTimestamps: [...new Set(others)].filter((second) => second !== first),
    queueIdentifiers: [queue.identifier],
    queues: [queue],
    queueName: queue.names[0] ?? '',
    orElse: `ticket:${record.id}`,
    isOptional: !wasThrownAway(record, options.cutOver) || wasRestoredInTime(record, options),
    note: 'U1',
  };
};
