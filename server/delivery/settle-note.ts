import type { Ledger, LedgerContact } from '../ledger/ledger';
import { heldKey } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { addCounts, type CountedContact } from './counts';
import type { BatchNote, NotedContact } from './note';
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
}

/** What settling a note needs. */
export interface SettleDeps {
  readonly store: KeyValueStore;
  readonly ledger: Ledger;
  readonly queueIndex: (identifier: string) => number;
  readonly now: () => number;
}

function ledgerContact(contact: NotedContact): LedgerContact {
  return { contactId: contact[0], occurredAt: contact[1] * 1000, ticketId: contact[3] };
}

async function growAll(note: BatchNote, ledger: Ledger, mark: 'in doubt' | 'settled'): Promise<void> {
  await ledger.open(note.contacts.map(ledgerContact));
  for (const contact of note.contacts) ledger.grow(ledgerContact(contact), mark, contact[4] === 1);
  await ledger.save();
}

function counted(note: BatchNote, queueIndex: (identifier: string) => number): readonly CountedContact[] {
  return note.contacts.map((contact) => ({
    occurredAt: contact[1] * 1000,
    queue: queueIndex(note.queues[contact[2]] ?? ''),
  }));
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
  };
  await deps.store.set(heldKey(note.number), record);
  return { number: note.number, reason, contacts: note.contacts.length, at: note.at };
}

/**
 * Carries a noted batch to its end, as often as it takes: accepted contacts are settled and counted; the contacts of a
 * parked or an unclear batch (one without an outcome) are in doubt from then on and held. Everything here may be done
 * twice: marks only grow, counts know the number of the last batch, the held record is the same.
 * Returns the held batch, which `state` must list before the note is cleared. Operations: ledger keys twice when not open,
 * count keys twice, or one for the held record.
 */
export async function settleNote(note: BatchNote, deps: SettleDeps): Promise<HeldBatch | null> {
  if (note.outcome?.kind === 'accepted') {
    await growAll(note, deps.ledger, 'settled');
    await addCounts(deps.store, note.number, counted(note, deps.queueIndex), deps.now());
    return null;
  }
  await growAll(note, deps.ledger, 'in doubt');
  return hold(note, deps);
}
