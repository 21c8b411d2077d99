import { settleHistoryNote } from '../history/history-note';
import type { Ledger } from '../ledger/ledger';
import { heldKey } from '../platform/keys';
import { LIMITS } from '../platform/limits';
import type { KeyValueStore } from '../platform/ports';
import { isInLedger } from './outgoing';
import { addCounts } from './counts';
import { countedContacts, type BatchNote } from './note';
import { notedInLedger, type NotedContact } from './noted-contact';
import type { HeldBatch } from './state';

/** A batch that waits for a person, under `held:<number>`. */
export interface HeldRecord {
  readonly v: 1;
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  /** Why, as a code for the page. */
  readonly code: string;
  readonly at: number;
  readonly queues: readonly string[];
  readonly contacts: readonly NotedContact[];
  /** Contacts of the history, whose replies the ledger does not know. */
  readonly past?: boolean;
}

/** What settling a note needs. */
export interface SettleDeps {
  readonly store: KeyValueStore;
  readonly ledger: Ledger;
  readonly queueIndex: (identifier: string) => number;
  readonly now: () => number;
}

async function growAll(note: BatchNote, ledger: Ledger, mark: 'in doubt' | 'settled'): Promise<void> {
  const contacts = note.contacts.filter(([id]) => isInLedger(id, note.past));
  await ledger.open(contacts.map(notedInLedger));
  for (const contact of contacts) ledger.grow(notedInLedger(contact), mark, contact[4] === 1);
  await ledger.save();
}

async function hold(note: BatchNote, deps: SettleDeps): Promise<HeldBatch> {
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
export interface SettledNote {
  /** The batch that is held from now on. */
  readonly held: HeldBatch | null;
  /** The held batch its contacts came from, and how many of its contacts are left. */
  readonly shrunk: { readonly number: number; readonly contacts: number } | null;
}

/** Takes a note's contacts out of the held batch they were sent again from. Two operations. */
async function shrinkHeld(note: BatchNote, store: KeyValueStore): Promise<SettledNote['shrunk']> {
  if (note.from === null) return null;
  const record = (await store.get(heldKey(note.from))) as HeldRecord | undefined;
  const sent = new Set(note.contacts.map((contact) => contact[0]));
  const contacts = (record?.contacts ?? []).filter((contact) => !sent.has(contact[0]));
  const options = contacts.length === 0 ? { ttlSeconds: LIMITS.emptyHeldSeconds } : {};
  if (record !== undefined) await store.set(heldKey(note.from), { ...record, contacts }, options);
  return { number: note.from, contacts: contacts.length };
}

async function settleOutcome(note: BatchNote, deps: SettleDeps): Promise<HeldBatch | null> {
  if (note.outcome?.kind !== 'accepted') {
    await growAll(note, deps.ledger, 'in doubt');
    return hold(note, deps);
  }
  await growAll(note, deps.ledger, 'settled');
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
export async function settleNote(note: BatchNote, deps: SettleDeps): Promise<SettledNote> {
  const held = await settleOutcome(note, deps);
  if (note.history !== null) await settleHistoryNote(note.history, note.contacts, deps);
  return { held, shrunk: await shrinkHeld(note, deps.store) };
}
