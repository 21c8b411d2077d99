import { isInLedger } from '../naming/named-contact';
import { KEY_OF } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { withFailure } from '../status/failures';
import { LIMITS } from '../values/limits';
import { addCounts } from '../volumes/counts';
import { addToTrend } from '../volumes/trend';
import { reserveForClose } from './cut-batch';
import {
  countedContacts,
  NOTHING_IN_FLIGHT,
  writeInFlight,
  type InFlightBatch,
  type StoredContact,
} from './in-flight-batch';
import type { HeldBatch, SendingRun } from './sending-state';

/** A batch that waits for a person's decision, under `held:<number>`. */
export interface HeldRecord {
  readonly v: 1;
  readonly number: number;
  readonly reason: HeldBatch['reason'];
  /** Why, as a code for the page. */
  readonly code: string;
  readonly at: number;
  readonly queues: readonly string[];
  readonly contacts: readonly StoredContact[];
  /** Contacts of the history, whose replies are not in the ledger. */
  readonly past?: boolean;
}

/** What settling a batch changed about held batches. */
export interface SettledBatch {
  /** The batch that is held from now on. */
  readonly held: HeldBatch | null;
  /** The held batch that its contacts came from, and how many contacts are left in it. */
  readonly shrunk: { readonly number: number; readonly contacts: number } | null;
}

type SettlingRun = Pick<SendingRun, 'store' | 'ledger' | 'now' | 'settleResume'> & {
  readonly queues: Pick<SendingRun['queues'], 'indexOf'>;
};

async function raiseAll(
  { contacts, past }: InFlightBatch,
  ledger: SendingRun['ledger'],
  mark: 'held' | 'settled',
): Promise<void> {
  const known = contacts
    .filter(([id]) => isInLedger(id, past))
    .map(([contactId, seconds, , ticketId, unknown]) => {
      return { contactId, occurredAt: seconds * 1000, ticketId, unknown: unknown === 1 };
    });
  await ledger.load(known);
  for (const contact of known) ledger.raise(contact, mark, contact.unknown);
  await ledger.save();
}

/** Writes the record of a parked batch, or of an unclear one, which has no outcome. @ops 1 */
async function hold(batch: InFlightBatch, store: KeyValueStore): Promise<HeldBatch> {
  const { number, at, queues, contacts, outcome, past } = batch;
  const parked = outcome?.kind === 'parked' ? outcome : null;
  const reason = parked === null ? 'unclear' : 'parked';
  const record: HeldRecord = {
    ...{ v: 1, number, reason, code: parked?.reason ?? 'unclear', at, queues, contacts },
    ...(past ? { past } : {}),
  };
  await store.set(KEY_OF.held(number), record);
  return { number, reason, contacts: contacts.length, at };
}

/** Takes a batch's contacts out of the held batch that they came from. @ops 2 */
async function shrinkHeld(batch: InFlightBatch, store: KeyValueStore): Promise<SettledBatch['shrunk']> {
  if (batch.from === null) return null;
  const key = KEY_OF.held(batch.from);
  const record = (await store.get(key)) as HeldRecord | undefined;
  const sent = new Set(batch.contacts.map(([id]) => id));
  const contacts = (record?.contacts ?? []).filter(([id]) => !sent.has(id));
  const options = contacts.length === 0 ? { ttlSeconds: LIMITS.emptyHeldSeconds } : {};
  if (record !== undefined) await store.set(key, { ...record, contacts }, options);
  return { number: batch.from, contacts: contacts.length };
}

/**
 * Settles and counts the contacts of an accepted batch; holds those of a parked or unclear one. Idempotent: marks only rise,
 * counts have the number of their last batch, held records come out the same. The caller lists the result in the state before
 * the batch is cleared.
 * @ops ledger keys twice if not loaded; count keys twice, or 1 for the held record; 2 if held before; those of settleResume
 */
export async function settleBatch(batch: InFlightBatch, run: SettlingRun): Promise<SettledBatch> {
  const { store, ledger } = run;
  const isAccepted = batch.outcome?.kind === 'accepted';
  await raiseAll(batch, ledger, isAccepted ? 'settled' : 'held');
  const held = isAccepted ? null : await hold(batch, store);
  if (isAccepted && !batch.past) {
    const contacts = countedContacts(batch, run.queues);
    const counted = { number: batch.number, contacts, isRepaired: batch.origin === 'scan' };
    await addCounts(store, counted, run.now());
  }
  if (batch.resume !== null) await run.settleResume(batch.resume, batch.contacts);
  return { held, shrunk: await shrinkHeld(batch, store) };
}

/**
 * Settles the batch in flight and lists in the state what is held, before anything can clear the batch. Idempotent.
 * @ops those of settleBatch, 1 more if held batches changed
 */
export async function settleInFlight(run: SendingRun): Promise<void> {
  const { held, shrunk } = await settleBatch(run.inFlight.value, run);
  if (held === null && shrunk === null) return;
  const batches = run.held.value.batches
    .map((each) => (each.number === shrunk?.number ? { ...each, contacts: shrunk.contacts } : each))
    .filter(({ number, contacts }) => number !== held?.number && contacts > 0);
  run.held.change({ batches: held === null ? batches : [...batches, held] });
  await run.save(1);
  if (held === null) return;
  run.log.warn('contacts held', { batch: held.number, batchSize: held.contacts, reason: held.reason });
}

/**
 * Updates the trend and clears the batch in flight, at the end of a run. If operations run out, the sums are kept, and the
 * next run updates the trend before it sends.
 * @ops those of reserveForClose, without state and overview
 */
export async function closeBatch(
  run: SendingRun,
  isAffordable = run.budget.affords(reserveForClose(run)),
): Promise<void> {
  const { store, inFlight } = run;
  const { number, contacts, pendingTrend } = inFlight.value;
  if (isAffordable) await addToTrend(store, number, pendingTrend);
  inFlight.change({ ...NOTHING_IN_FLIGHT, pendingTrend: isAffordable ? {} : pendingTrend });
  const isClear = contacts.length === 0 && Object.keys(pendingTrend).length === 0;
  if (!isClear) await writeInFlight(store, inFlight.value);
}

/**
 * Settles the batch of a killed run. If its outcome is unknown, its contacts are held as unclear, and sending restarts with
 * the probe and half the batch limit.
 */
export async function recoverInterruptedBatch(run: SendingRun): Promise<void> {
  const { contacts, outcome } = run.inFlight.value;
  if (contacts.length > 0 && outcome === null) {
    const batchLimit = Math.max(1, Math.floor(run.sending.value.batchLimit / 2));
    run.sending.set({ ...withFailure(run.sending.value, 'run_ended', run.now()), batchLimit });
  }
  if (contacts.length > 0) await settleInFlight(run);
  // The trend must have all pending sums before another batch adds to them.
  await closeBatch(run, true);
}
