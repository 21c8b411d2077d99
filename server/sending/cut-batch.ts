import { toContactEvent, type ContactEvent } from '../contacts/contact-event';
import { ledgerKey } from '../ledger/ledger';
import { countsKey } from '../platform/keys';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import { isInLedger, type NamedContact } from '../naming/named-contact';
import type { SendingRun } from './sending-state';
import { trendParts } from '../volumes/trend';

/** The contact event of an outgoing contact. */
export function eventOf(contact: NamedContact): ContactEvent {
  return toContactEvent(contact);
}

const WRAPPING_BYTES = 100;

/** Keys a set of contacts touches: ledger keys, and those of the counts. */
export function keysTouched(
  contacts: readonly NamedContact[],
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
  contacts: readonly NamedContact[],
  limit: number,
  past = false,
  mostKeys: number = LIMITS.batchLedgerKeys,
): readonly NamedContact[] {
  const batch: NamedContact[] = [];
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

/** Operations that end a run: the reserve `close`, and two for each part of the trend, with a batch still to be sent. */
export function reserveForClose(
  run: Pick<SendingRun, 'queues' | 'inFlight'>,
  batch: readonly NamedContact[] = [],
): number {
  const queues = batch.map((contact) => run.queues.indexOf(contact.queue.identifier));
  return LIMITS.reserves.close + 2 * trendParts(run.inFlight.value.pendingTrend, queues);
}
