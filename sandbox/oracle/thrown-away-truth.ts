import type { TicketRecord } from '../freshdesk/model/ticket';
import { liveWindow } from './contact-path';
import { unknownQueue } from './queue-of';
import { isGone } from './right-queues';
import { isLeftOut } from './ticket-truth';
import type { TrueContact, TruthOptions } from './true-contact';

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
  const [first, ...others] = changes.map(({ ticket }) => Math.floor(ticket.updatedAt / 1000));
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
