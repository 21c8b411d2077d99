import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { OutgoingContact } from '../delivery/outgoing';
import type { RunContext } from '../delivery/run-context';
import type { LateContact } from './history-record';

/** A contact as the record keeps it until another one was accepted. */
export function lateOf(contact: OutgoingContact): LateContact {
  const { contactId, occurredAt, ticketId, unknown, queue } = contact;
  return {
    contact: [contactId, occurredAt / 1000, 0, ticketId, unknown ? 1 : 0],
    queueIdentifier: queue.identifier,
  };
}

/** The contact as it is sent; none when its queue is not known. */
export function outgoingOf(run: RunContext, late: LateContact): readonly OutgoingContact[] {
  const [contactId, seconds, , ticketId, unknown] = late.contact;
  const known = Object.values(UNKNOWN_QUEUES).find((queue) => queue.identifier === late.queueIdentifier);
  const queue = run.queues.find(late.queueIdentifier) ?? known;
  if (queue === undefined) return [];
  return [{ contactId, occurredAt: seconds * 1000, ticketId, queue, unknown: unknown === 1, recordIds: [] }];
}
