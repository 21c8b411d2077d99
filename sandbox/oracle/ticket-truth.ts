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

/** The import does not reach tickets archived or purged meanwhile, and may miss ones backdated into it. */
const isOutOfReach = (record: TicketRecord, { kind, window }: ContactPath, cutOver: number): boolean =>
  kind === 'history' &&
  (statesWithin(record, window).some(({ isArchived }) => isArchived) ||
    record.purgedAt !== null ||
    window.from > cutOver);

const noteOf = ({ kind }: ContactPath, mayBeUnknown: boolean): string =>
  `${kind === 'live' ? 'T1' : 'T1, history'}${mayBeUnknown ? ' or T5' : ''}`;

const contactOf = (
  helpdesk: Helpdesk,
  record: TicketRecord,
  path: ContactPath,
): Omit<TrueContact, 'timestamp' | 'isOptional'> => {
  const sourceOf = (source: number): number => source;
  const queues = rightQueues(helpdesk, record, { window: path.window, series: 'tickets', sourceOf });
  const mayBeUnknown = queues.some(({ identifier }) => isUnknownQueue(identifier));
  return {
    contactId: `ticket:${record.id}`,
    kind: 'tickets',
    otherTimestamps: [],
    ...expectedQueue(queues),
    orElse: mayBeUnknown ? `unknown:${record.id}` : undefined,
    note: noteOf(path, mayBeUnknown),
  };
};

/** The ticket as the app saw it when it decided: in its event, or later through the API. */
const seenTicket = (
  record: TicketRecord,
  first: TicketVersion,
  { cutOver, path }: { readonly cutOver: number; readonly path: ContactPath },
) => {
  const isSeenByEvent = first.at >= cutOver;
  const ticket = isSeenByEvent ? first.ticket : ticketAsOf(record, path.window.from);
  return ticket !== undefined && isCounted(ticket, isSeenByEvent) ? ticket : undefined;
};

/** A ticket's own contact (rows T1 and T5), or undefined if it is not a contact. */
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
  const path = pathOf(dated, options, helpdesk.clock.now());
  const seen = path === undefined ? undefined : seenTicket(record, first, { cutOver, path });
  if (path === undefined || seen === undefined) {
    return undefined;
  }
  return {
    ...contactOf(helpdesk, record, path),
    timestamp: toSecond(seen.createdAt),
    isOptional: isOutOfReach(record, path, cutOver),
  };
};

/** The changes since the cut-over after which the ticket was deleted or spam. */
const goneChanges = (record: TicketRecord, cutOver: number) =>
  record.versions.filter(({ at, ticket }, index) => index > 0 && at >= cutOver && isGone(ticket));

/** Whether the ticket became deleted or spam since the cut-over, rather than only changing in that state. */
const becameDeletedOrSpam = (record: TicketRecord, cutOver: number): boolean =>
  record.versions.some(({ at, ticket }, index) => {
    const before = record.versions[index - 1]?.ticket;
    return at >= cutOver && before !== undefined && !isGone(before) && isGone(ticket);
  });

/** Whether the ticket was restored while its own contact still waited: then that contact is the only one. */
const wasRestoredInTime = (record: TicketRecord, options: TruthOptions): boolean => {
  const { to } = liveWindow(record.versions[0]?.at ?? 0, options);
  return record.versions.some(({ at, ticket }, index) => {
    const before = record.versions[index - 1]?.ticket;
    return at <= to && before !== undefined && isGone(before) && !isGone(ticket);
  });
};

/** The Unknown contact of a ticket that was deleted or marked as spam (row U1), or undefined. */
export const deletedOrSpamTruth = (record: TicketRecord, options: TruthOptions): TrueContact | undefined => {
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
    isOptional: !becameDeletedOrSpam(record, options.cutOver) || wasRestoredInTime(record, options),
    note: 'U1',
  };
};
