import type { DeliveryOutcome } from '../injixo/interpret-answer';
import type { HeldBatch } from '../page-contract';
import { isInLedger } from '../naming/named-contact';
import { KEY_OF } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { withFailure } from '../status/failures';
import { LIMITS } from '../values/limits';
import { addCounts } from '../volumes/counts';
import { withLackingDays, withLackingSlots } from '../volumes/lacking';
import { addToTrend } from '../volumes/trend';
import {
  countedContacts,
  markAccepted,
  NOTHING_IN_FLIGHT,
  sumsThatWait,
  writeInFlight,
  type InFlightBatch,
  type StoredContact,
} from './in-flight-batch';
import { fetchOutcome, removeOutcome, type KeptOutcome } from './kept-outcome';
import type { SendingRun } from './sending-state';

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
  /** What injixo said it accepted, and how many contacts it was sent; left out when it did not say. */
  readonly confirmed?: { readonly accepted: number; readonly sent: number };
  /** Contacts of the history, whose replies are not in the ledger. */
  readonly past?: boolean;
}

/** What settling a batch changed about held batches. */
export interface SettledBatch {
  /** The batch that is held from now on. */
  readonly held: HeldBatch | null;
  /** The held batch that its contacts came from, and how many contacts are left in it. */
  readonly shrunk: { readonly number: number; readonly contacts: number } | null;
  /** Where the counts of each day go on. */
  readonly parts: InFlightBatch['parts'];
  /** When its contacts happened that found no room in the counts (ms). */
  readonly uncounted: readonly number[];
}

type SettlingRun = Pick<SendingRun, 'store' | 'ledger' | 'now' | 'settleResume' | 'held'> & {
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

/**
 * Writes the record of a parked batch, or of an unclear one, which has no outcome. Only the run that sent it knows the answer;
 * after a kill the batch is held without it. @ops 1
 */
async function hold(
  batch: InFlightBatch,
  store: KeyValueStore,
  answer?: DeliveryOutcome,
): Promise<HeldBatch> {
  const { number, at, queues, contacts, outcome, past } = batch;
  const [reason, code] =
    outcome?.kind === 'parked' ? (['parked', outcome.reason] as const) : (['unclear', 'unclear'] as const);
  const confirmed = answer?.kind === 'unclear' ? answer.confirmed : undefined;
  const record: HeldRecord = {
    ...{ v: 1, number, reason, code, at, queues, contacts },
    ...(past ? { past } : {}),
    ...(confirmed && { confirmed: { accepted: confirmed.accepted, sent: contacts.length } }),
  };
  await store.set(KEY_OF.held(number), record);
  return { number, reason, contacts: contacts.length, at };
}

/** Takes a batch's contacts out of the held batch that they came from; one whose record is gone is empty. @ops 2 */
async function shrinkHeld(
  batch: InFlightBatch,
  { store, held }: SettlingRun,
): Promise<SettledBatch['shrunk']> {
  if (batch.from === null) return null;
  const key = KEY_OF.held(batch.from);
  const listed = held.value.batches.find(({ number }) => number === batch.from)?.contacts ?? 0;
  const others = Math.max(0, listed - batch.contacts.length);
  const record = (await store.getNamed(key, others)) as HeldRecord | undefined;
  if (record === undefined) return { number: batch.from, contacts: 0 };
  const sent = new Set(batch.contacts.map(([id]) => id));
  const contacts = record.contacts.filter(([id]) => !sent.has(id));
  const options = contacts.length === 0 ? { ttlSeconds: LIMITS.emptyHeldSeconds } : {};
  await store.set(key, { ...record, contacts }, options);
  return { number: batch.from, contacts: contacts.length };
}

/**
 * Counts the contacts of a batch for the page, unless they are of the history or the batch was sent without being counted.
 * @ops 2 for each day, 3 more when a part became full
 */
async function count(
  batch: InFlightBatch,
  { store, queues, now }: SettlingRun,
): Promise<Pick<SettledBatch, 'parts' | 'uncounted'>> {
  if (batch.past || !batch.isCounted) return { parts: batch.parts, uncounted: [] };
  const contacts = countedContacts(batch, queues);
  const counted = { number: batch.number, contacts, isRepaired: batch.origin === 'scan' };
  const { parts, uncounted } = await addCounts(store, counted, now(), batch.parts);
  return { parts, uncounted: uncounted.map(({ occurredAt }) => occurredAt) };
}

/**
 * Settles and counts the contacts of an accepted batch; holds those of a parked or unclear one. Idempotent: marks only rise,
 * counts have the number of their last batch, held records come out the same. `answer`: what injixo said of it. The caller lists the result in the state before
 * the batch is cleared.
 * @ops ledger keys twice if not loaded; count keys twice, or 1 for the held record; 2 if held before; those of settleResume
 */
export async function settleBatch(
  batch: InFlightBatch,
  run: SettlingRun,
  answer?: DeliveryOutcome,
): Promise<SettledBatch> {
  const { store, ledger } = run;
  const isAccepted = batch.outcome?.kind === 'accepted';
  await raiseAll(batch, ledger, isAccepted ? 'settled' : 'held');
  const held = isAccepted ? null : await hold(batch, store, answer);
  const counted = isAccepted ? await count(batch, run) : { parts: batch.parts, uncounted: [] };
  if (batch.resume !== null) await run.settleResume(batch.resume, batch.contacts);
  return { held, shrunk: await shrinkHeld(batch, run), ...counted };
}

/**
 * Settles the batch in flight and lists in the state what is held, before anything can clear the batch. Idempotent.
 * @ops those of settleBatch, 1 more if held batches changed
 */
export async function settleInFlight(run: SendingRun, answer?: DeliveryOutcome): Promise<void> {
  const { inFlight } = run;
  const { held, shrunk, parts, uncounted } = await settleBatch(inFlight.value, run, answer);
  inFlight.change({ parts, lacking: withLackingSlots(inFlight.value.lacking, uncounted, run.now()) });
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
 * Updates the trend as far as operations allow and clears the batch in flight, at the end of a run. What the trend does not
 * get waits for the next runs.
 * @ops 1 and 2 for each part of the trend, less if there is nothing to do
 */
export async function closeBatch(run: SendingRun): Promise<void> {
  const { store, budget, inFlight, calendar } = run;
  const waiting = sumsThatWait(inFlight.value);
  if (inFlight.value.contacts.length === 0 && waiting.length === 0) return;
  // Both spend from one minute: a run that spent much leaves the next one what it can.
  const isTime = budget.opsLeftInRun() >= LIMITS.opsLeftForTrend || waiting.length >= LIMITS.trendRunsWaiting;
  const { left, lackingDays } = await addToTrend(
    store,
    waiting,
    () => isTime && budget.affords(LIMITS.reserves.trend, 'close'),
  );
  const lacking = withLackingDays(inFlight.value.lacking, lackingDays, calendar.dayOf(run.now()));
  inFlight.change({ ...NOTHING_IN_FLIGHT, pendingTrend: {}, olderTrend: left, lacking });
  await writeInFlight(store, inFlight.value);
}

/** Takes the kept outcome of a batch that has none; without one, sending restarts with care. Returns what was kept. */
async function learnOutcome(run: SendingRun): Promise<KeptOutcome | null> {
  const { inFlight, sending } = run;
  const kept = await fetchOutcome(run, inFlight.value.number);
  if (kept === null) {
    const batchLimit = Math.max(1, Math.floor(sending.value.batchLimit / 2));
    sending.set({ ...withFailure(sending.value, 'run_ended', run.now()), batchLimit });
  } else if (kept.outcome === 'accepted') {
    inFlight.set(markAccepted(inFlight.value, kept.time, run));
  } else {
    inFlight.change(NOTHING_IN_FLIGHT);
  }
  return kept;
}

/**
 * Settles the batch of a run that did not end. Without an outcome in the store, the one that a schedule keeps counts; without
 * that, its contacts are held as unclear, and sending restarts with the probe and half the batch limit.
 */
export async function recoverInterruptedBatch(run: SendingRun): Promise<void> {
  const { inFlight } = run;
  const { contacts, outcome } = inFlight.value;
  const kept = contacts.length > 0 && outcome === null ? await learnOutcome(run) : null;
  if (inFlight.value.contacts.length > 0) await settleInFlight(run);
  // The killed run may have added its sums to some parts of the trend: they keep its number, apart from those of this run.
  const olderTrend = sumsThatWait(inFlight.value);
  inFlight.change({ ...NOTHING_IN_FLIGHT, pendingTrend: {}, olderTrend });
  if (contacts.length > 0) await writeInFlight(run.store, inFlight.value);
  if (kept !== null) await removeOutcome(run);
}
