import type { Helpdesk } from '../freshdesk/model/helpdesk';
import type { Ticket, TicketRecord } from '../freshdesk/model/ticket';
import { ticketAsOf } from '../freshdesk/model/ticket-versions';
import { pathOf } from './contact-path';
import type { ContactPath } from './contact-path';
import { isUnknownQueue } from './queue-of';
import { rightQueues, statesWithin } from './right-queues';
import type { TrueContact, TruthOptions } from './true-contact';

const OUTBOUND_EMAIL = 10;
const INTERNAL_TASK = 14;
const ALERT_TAG = 'injixo-connect-alert';

/** Rows T2, T3 and T7 of the counting table. */
const isNoCustomers = ({ source, tags }: Ticket): boolean =>
  source === OUTBOUND_EMAIL || source === INTERNAL_TASK || tags.includes(ALERT_TAG);

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

/** A ticket's own contact (rows T1 and T5), or undefined when it is none. */
export const ticketTruth = (
  helpdesk: Helpdesk,
  record: TicketRecord,
  options: TruthOptions,
): TrueContact | undefined => {
  const first = record.versions[0];
  if (first === undefined) {
    return undefined;
  }
  const dated = { createdAt: first.ticket.createdAt, recordedAt: first.at };
  const way = pathOf(dated, options, helpdesk.clock.now());
  const isSeenByEvent = first.at >= options.cutOver;
  const seen = way === undefined ? undefined : ticketAsOf(record, way.window.from);
  if (
    way === undefined ||
    seen === undefined ||
    !isCounted(isSeenByEvent ? first.ticket : seen, isSeenByEvent)
  ) {
    return undefined;
  }
  const queues = rightQueues(helpdesk, record, {
    window: way.window,
    series: 'tickets',
    sourceOf: (source) => source,
  });
  const mayBeUnknown = queues.some(({ identifier }) => isUnknownQueue(identifier));
  return {
    contactId: `ticket:${record.id}`,
    kind: 'tickets',
    timestamp: Math.floor(first.ticket.createdAt / 1000),
    otherTimestamps: [],
    ticketId: record.id,
    queueIdentifiers: queues.map(({ identifier }) => identifier),
    queues,
    queueName: queues[0]?.names.at(-1) ?? '',
    orElse: mayBeUnknown ? `unknown:${record.id}` : undefined,
    isOptional: isOutOfReach(record, way, options.cutOver),
    note: noteOf(way, mayBeUnknown),
  };
};
