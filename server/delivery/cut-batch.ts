import { toContactEvent, type ContactEvent } from '../contacts/contact-event';
import { ledgerKey } from '../ledger/ledger';
import { countsKey } from '../platform/keys';
import { jsonBytes } from '../platform/json-bytes';
import { LIMITS } from '../platform/limits';
import { isInLedger, type OutgoingContact } from './outgoing';

/** The contact event of an outgoing contact. */
export function eventOf(contact: OutgoingContact): ContactEvent {
  return toContactEvent({
    queueName: contact.queue.name,
    queueIdentifier: contact.queue.identifier,
    channel: contact.queue.channel,
    occurredAt: contact.occurredAt,
    unknown: contact.unknown,
  });
}

const WRAPPING_BYTES = 100;

/** Keys a set of contacts touches: ledger keys, and those of the counts. */
export function keysTouched(
  contacts: readonly OutgoingContact[],
  past = false,
): {
  readonly ledger: number;
  readonly counts: number;
} {
  const inLedger = contacts.filter(({ contactId }) => isInLedger(contactId, past));
  return {
    ledger: new Set(inLedger.map(ledgerKey)).size,
    counts: past ? 0 : new Set(contacts.map((contact) => countsKey(contact.occurredAt))).size,
  };
}

/** The first contacts that make one batch: as many as allowed, 90 KB, six ledger keys (or fewer) and two count keys at most. */
export function cutBatch(
  contacts: readonly OutgoingContact[],
  limit: number,
  past = false,
  mostKeys: number = LIMITS.batchLedgerKeys,
): readonly OutgoingContact[] {
  const batch: OutgoingContact[] = [];
  let bytes = WRAPPING_BYTES;
  for (const contact of contacts.slice(0, Math.min(limit, LIMITS.batchContacts))) {
    bytes += jsonBytes(eventOf(contact)) + 1;
    const keys = keysTouched([...batch, contact], past);
    const fits = bytes <= LIMITS.batchBytes && keys.ledger <= mostKeys;
    if (!fits || keys.counts > LIMITS.batchCountKeys) break;
    batch.push(contact);
  }
  return batch;
}
