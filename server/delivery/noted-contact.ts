import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { LedgerContact } from '../ledger/ledger';
import type { FrozenQueues } from './frozen-queues';
import type { OutgoingContact } from './outgoing';

/** A contact as records store it: id, time in seconds, index of its queue, ticket, and 1 when it counts as Unknown. */
export type NotedContact = readonly [
  id: string,
  seconds: number,
  queue: number,
  ticketId: number,
  unknown: 0 | 1,
];

/** The contact as it is stored beside a list of queues. */
export function toNoted(contact: OutgoingContact, queue: number): NotedContact {
  const { contactId, occurredAt, ticketId, unknown } = contact;
  return [contactId, occurredAt / 1000, queue, ticketId, unknown ? 1 : 0];
}

/** The stored contact as the ledger knows it. */
export function notedInLedger([contactId, seconds, , ticketId]: NotedContact): LedgerContact {
  return { contactId, occurredAt: seconds * 1000, ticketId };
}

/** The stored contact as it is sent again; none when nobody knows its queue. */
export function fromNoted(
  noted: NotedContact,
  queueIdentifier: string,
  queues: Pick<FrozenQueues, 'find'>,
): readonly OutgoingContact[] {
  const unknown = Object.values(UNKNOWN_QUEUES).find((queue) => queue.identifier === queueIdentifier);
  const queue = queues.find(queueIdentifier) ?? unknown;
  if (queue === undefined) return [];
  return [{ ...notedInLedger(noted), queue, unknown: noted[4] === 1, recordIds: [] }];
}
