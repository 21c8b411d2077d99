import { toContactEvent } from '../contacts/contact-event';
import { ledgerKey } from '../ledger/ledger';
import { isInLedger, type NamedContact } from '../naming/named-contact';
import { KEY_OF } from '../platform/keys';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import { trendParts } from '../volumes/trend';
import type { SendingRun } from './sending-state';

const WRAPPING_BYTES = 100;

/** How many ledger keys and count keys a batch touches. */
export function keysTouched(
  contacts: readonly NamedContact[],
  past = false,
): { readonly ledger: number; readonly counts: number } {
  const inLedger = contacts.filter(({ contactId }) => isInLedger(contactId, past));
  return {
    ledger: new Set(inLedger.map(ledgerKey)).size,
    counts: past ? 0 : new Set(contacts.map(({ occurredAt }) => KEY_OF.counts(occurredAt, 0))).size,
  };
}

/** The first contacts that make one batch: at most `limit`, 90 KB, `mostKeys` ledger keys and two count keys. */
export function cutBatch(
  contacts: readonly NamedContact[],
  limit: number,
  { past, mostKeys = LIMITS.batchLedgerKeys }: { readonly past?: boolean; readonly mostKeys?: number } = {},
): readonly NamedContact[] {
  const batch: NamedContact[] = [];
  let bytes = WRAPPING_BYTES;
  for (const contact of contacts.slice(0, Math.min(limit, LIMITS.batchContacts))) {
    bytes += jsonBytes(toContactEvent(contact)) + 1;
    const keys = keysTouched([...batch, contact], past);
    const fits = bytes <= LIMITS.batchBytes && keys.ledger <= mostKeys;
    if (!fits || keys.counts > LIMITS.batchCountKeys) break;
    batch.push(contact);
  }
  return batch;
}

/** Operations that close a run after this batch: the reserve `close`, and two for each part of the trend. */
export function reserveForClose(
  run: Pick<SendingRun, 'queues' | 'inFlight'>,
  batch: readonly NamedContact[] = [],
): number {
  const queues = batch.map(({ queue }) => run.queues.indexOf(queue.identifier));
  return LIMITS.reserves.close + 2 * trendParts(run.inFlight.value.pendingTrend, queues);
}
