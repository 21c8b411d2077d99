import type { Ledger } from '../ledger/ledger';
import { heldKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { isInLedger } from '../naming/named-contact';
import { addCounts } from '../volumes/counts';
import {
  countedContacts,
  type InFlightBatch,
  storedInLedger,
  type StoredContact,
  clearBatch,
  writeInFlight,
} from './in-flight-batch';
import type { HeldBatch, SendingRun } from './sending-state';
import { reserveForClose } from './cut-batch';
import { withFailure } from '../status/failures';
import { addToTrend, type PendingTrend } from '../volumes/trend';

/** A batch that waits for a person, under `held:<number>`. */
export interface HeldRecord {
  readonly v: 1;
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  /** Why, as a code for the page. */
  readonly code: string;
  readonly at: number;
  readonly queues: readonly string[];
  readonly contacts: readonly StoredContact[];
  /** Contacts of the history, whose replies the ledger does not know. */
  readonly past?: boolean;
}

/** What settling a note needs. */
export interface SettleDeps {
  readonly store: KeyValueStore;
  readonly ledger: Ledger;
  readonly queueIndex: (identifier: string) => number;
  readonly now: () => number;
  readonly settleResume: SendingRun['settleResume'];
}

async function raiseAll(note: InFlightBatch, ledger: Ledger, mark: 'held' | 'settled'): Promise<void> {
  const contacts = note.contacts.filter(([id]) => isInLedger(id, note.past));
  await ledger.load(contacts.map(storedInLedger));
  for (const contact of contacts) ledger.raise(storedInLedger(contact), mark, contact[4] === 1);
  await ledger.save();
}

async function hold(note: InFlightBatch, deps: SettleDeps): Promise<HeldBatch> {
  const parked = note.outcome?.kind === 'parked' ? note.outcome : null;
  const reason = parked === null ? 'unclear' : 'parked';
  const record: HeldRecord = {
    v: 1,
    number: note.number,
    reason,
    code: parked?.reason ?? 'unclear',
    at: note.at,
    queues: note.queues,
    contacts: note.contacts,
    ...(note.past ? { past: true } : {}),
  };
  await deps.store.set(heldKey(note.number), record);
  return { number: note.number, reason, contacts: note.contacts.length, at: note.at };
}

/** What settling a note changed about held batches. */
export interface SettledBatch {
  /** The batch that is held from now on. */
  readonly held: HeldBatch | null;
  /** The held batch its contacts came from, and how many of its contacts are left. */
  readonly shrunk: { readonly number: number; readonly contacts: number } | null;
}

/** Takes a note's contacts out of the held batch they were sent again from. Two operations. */
async function shrinkHeld(note: InFlightBatch, store: KeyValueStore): Promise<SettledBatch['shrunk']> {
  if (note.from === null) return null;
  const record = (await store.get(heldKey(note.from))) as HeldRecord | undefined;
  const sent = new Set(note.contacts.map((contact) => contact[0]));
  const contacts = (record?.contacts ?? []).filter((contact) => !sent.has(contact[0]));
  const options = contacts.length === 0 ? { ttlSeconds: LIMITS.emptyHeldSeconds } : {};
  if (record !== undefined) await store.set(heldKey(note.from), { ...record, contacts }, options);
  return { number: note.from, contacts: contacts.length };
}

async function settleOutcome(note: InFlightBatch, deps: SettleDeps): Promise<HeldBatch | null> {
  if (note.outcome?.kind !== 'accepted') {
    await raiseAll(note, deps.ledger, 'held');
    return hold(note, deps);
  }
  await raiseAll(note, deps.ledger, 'settled');
  if (note.past) return null;
  const contacts = countedContacts(note, deps.queueIndex);
  const isRepaired = note.origin === 'scan';
  await addCounts(deps.store, { number: note.number, contacts, isRepaired }, deps.now());
  return null;
}

/**
 * Carries a noted batch to its end, as often as it takes: accepted contacts are settled and counted; the contacts of a
 * parked or an unclear batch (one without an outcome) are in doubt from then on and held. Everything here may be done
 * twice: marks only grow, counts know the number of the last batch, held records come out the same. What it returns,
 * `state` must list before the note is cleared. Operations: ledger keys twice when not open, count keys twice or one for
 * the held record, two more for contacts that were held before, those of settleHistoryNote for a batch of the import.
 */
export async function settleBatch(note: InFlightBatch, deps: SettleDeps): Promise<SettledBatch> {
  const held = await settleOutcome(note, deps);
  if (note.resume !== null) await deps.settleResume(note.resume, note.contacts);
  return { held, shrunk: await shrinkHeld(note, deps.store) };
}

function withoutShrunk(held: readonly HeldBatch[], shrunk: SettledBatch['shrunk']): readonly HeldBatch[] {
  if (shrunk === null) return held;
  const left = held.map((each) =>
    each.number === shrunk.number ? { ...each, contacts: shrunk.contacts } : each,
  );
  return left.filter((each) => each.contacts > 0);
}

/** The held batches after a note was settled. */
function heldAfter(held: readonly HeldBatch[], settled: SettledBatch): readonly HeldBatch[] {
  const left = withoutShrunk(held, settled.shrunk);
  const { held: added } = settled;
  return added === null ? left : [...left.filter((each) => each.number !== added.number), added];
}

/**
 * Carries the run's batch note to its end and lists in `state` what is held, before anything can clear the note. Harmless
 * to do again. Operations: those of settleNote, one more when held batches changed.
 */
export async function settleInFlight(run: SendingRun): Promise<void> {
  const settled = await settleBatch(run.inFlight.value, {
    store: run.store,
    ledger: run.ledger,
    queueIndex: (identifier) => run.queues.indexOf(identifier),
    now: run.now,
    settleResume: run.settleResume,
  });
  if (settled.held === null && settled.shrunk === null) return;
  run.held.change({ batches: heldAfter(run.held.value.batches, settled) });
  await run.save(1);
  const { held } = settled;
  if (held !== null) {
    run.log.warn('contacts held', { batch: held.number, batchSize: held.contacts, reason: held.reason });
  }
}

/** Clears the note once its batch is carried to its end. One operation, none when nothing is noted. */
async function clearInFlight(run: SendingRun, pendingTrend: PendingTrend): Promise<void> {
  const isClear = run.inFlight.value.contacts.length === 0 && !hasPendingTrend(run.inFlight.value);
  run.inFlight.set({ ...clearBatch(run.inFlight.value), pendingTrend });
  if (!isClear) await writeInFlight(run.store, run.inFlight.value);
}

function hasPendingTrend({ pendingTrend }: InFlightBatch): boolean {
  return Object.keys(pendingTrend).length > 0;
}

/**
 * Ends a run's note: adds to the trend what the note has for it, and clears it. With too few operations left the next run
 * does the first before it sends anything. Operations: opsToEndRun without state and overview.
 */
export async function closeBatch(run: SendingRun): Promise<void> {
  const { number, pendingTrend } = run.inFlight.value;
  const affordable = run.budget.affords(reserveForClose(run));
  if (affordable) await addToTrend(run.store, number, pendingTrend);
  await clearInFlight(run, affordable ? {} : pendingTrend);
}

/**
 * Finishes what a killed run left: a note with an outcome is carried to its end; the contacts of one without become
 * unclear, and sending begins again with a question and half the batch.
 */
export async function recoverInterruptedBatch(run: SendingRun): Promise<void> {
  if (run.inFlight.value.contacts.length > 0) await finishLeftBatch(run);
  // Sums that are in the trend already must not meet those of a further batch: all of them now, or none.
  await addToTrend(run.store, run.inFlight.value.number, run.inFlight.value.pendingTrend);
  await clearInFlight(run, {});
}

async function finishLeftBatch(run: SendingRun): Promise<void> {
  if (run.inFlight.value.outcome === null) {
    const { batchLimit } = run.sending.value;
    const sending = withFailure(run.sending.value, 'run_ended', run.now());
    run.sending.set({ ...sending, batchLimit: Math.max(1, Math.floor(batchLimit / 2)) });
  }
  await settleInFlight(run);
}
