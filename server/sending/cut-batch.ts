import { toContactEvent } from '../contacts/contact-event';
import type { Ledger } from '../ledger/ledger';
import { isInLedger, type NamedContact } from '../naming/named-contact';
import { KEY_OF } from '../platform/keys';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import { sumsThatWait } from './in-flight-batch';
import type { SendingRun } from './sending-state';

const WRAPPING_BYTES = 100;

/** What a cut asks the ledger. */
type KeyFinder = Pick<Ledger, 'keysOf' | 'keysToWrite'>;

/** Keys that a batch touches. */
export interface KeysTouched {
  /** Ledger keys to write. */
  readonly ledger: number;
  /** Ledger keys for a run that finds the batch in flight: one is read and written; of two that are only read it counts one. */
  readonly recovery: number;
  readonly counts: number;
}

/** How a batch is cut. */
interface CutOptions {
  readonly past?: boolean;
  readonly mostKeys?: number;
  /** False: its contacts are not counted for the page. */
  readonly isCounted?: boolean;
}

const PLAIN_CUT: Required<CutOptions> = {
  past: false,
  mostKeys: LIMITS.batchLedgerKeys,
  isCounted: true,
};

/** The keys that a batch touches; those of its ledger must be loaded. */
export function keysTouched(
  ledger: KeyFinder,
  contacts: readonly NamedContact[],
  options: CutOptions = {},
): KeysTouched {
  const { past, isCounted } = { ...PLAIN_CUT, ...options };
  const inLedger = contacts.filter(({ contactId }) => isInLedger(contactId, past));
  const written = ledger.keysToWrite(inLedger).length;
  const counts = new Set(contacts.map(({ occurredAt }) => KEY_OF.counts(occurredAt, 0)));
  return {
    ledger: written,
    recovery: (written + ledger.keysOf(inLedger).length) / 2,
    counts: past || !isCounted ? 0 : counts.size,
  };
}

/** The loaded ledger keys that say whether a batch's contacts were ever sent. */
export function decidingKeys(
  { ledger }: Pick<SendingRun, 'ledger'>,
  contacts: readonly NamedContact[],
  past = false,
): readonly string[] {
  return ledger.keysOf(contacts.filter(({ contactId }) => isInLedger(contactId, past)));
}

/**
 * The first contacts that make one batch: at most `limit`, 90 KB, `mostKeys` ledger keys and, where they are counted, two
 * count keys. It is empty only where there are no contacts.
 */
export function cutBatch(
  ledger: KeyFinder,
  contacts: readonly NamedContact[],
  limit: number,
  options: CutOptions = {},
): readonly NamedContact[] {
  const { mostKeys } = { ...PLAIN_CUT, ...options };
  const batch: NamedContact[] = [];
  let bytes = WRAPPING_BYTES;
  for (const contact of contacts.slice(0, Math.min(limit, LIMITS.batchContacts))) {
    bytes += jsonBytes(toContactEvent(contact)) + 1;
    const keys = keysTouched(ledger, [...batch, contact], options);
    const isWide = keys.recovery > mostKeys || keys.counts > LIMITS.batchCountKeys;
    if (batch.length > 0 && (isWide || bytes > LIMITS.batchBytes)) break;
    batch.push(contact);
  }
  return batch;
}

/**
 * Operations that close a run, after a batch or without another: the reserve `close`, and those of one part of the trend,
 * which catches up with what is left.
 */
export function reserveForClose(run: Pick<SendingRun, 'inFlight'>, afterBatch = false): number {
  const hasSums = afterBatch || sumsThatWait(run.inFlight.value).length > 0;
  return LIMITS.reserves.close + (hasSums ? LIMITS.reserves.trend : 0);
}
