import { openOldest } from '../ledger/ledger';
import { isInLedger, type NamedContact } from '../naming/named-contact';
import { heldKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { fromStored } from './in-flight-batch';
import { sendHeldContacts } from './send-contacts';
import type { HeldBatch, SendingRun } from './sending-state';
import type { HeldRecord } from './settle-batch';

/** The contacts of a held batch, and whether they are the history's. */
interface HeldContacts {
  readonly contacts: readonly NamedContact[];
  readonly past: boolean;
}

async function readHeld(run: SendingRun, batch: HeldBatch): Promise<HeldContacts> {
  const record = (await run.store.get(heldKey(batch.number))) as HeldRecord | undefined;
  const contacts = record?.contacts.flatMap((contact) =>
    fromStored(contact, record.queues[contact[2]] ?? '', run.queues),
  );
  return { contacts: contacts ?? [], past: record?.past === true };
}

function inLedger({ contacts, past }: HeldContacts): readonly NamedContact[] {
  return contacts.filter(({ contactId }) => isInLedger(contactId, past));
}

/** Sends a held batch again; true when the command stands, because contacts were left untried. */
export async function resendHeld(run: SendingRun, number: number): Promise<boolean> {
  const batch = run.held.value.batches.find((each) => each.number === number);
  if (batch === undefined) return false;
  const held = await readHeld(run, batch);
  const { contacts, past } = held;
  const known = inLedger(held).map((contact) => ({ contact }));
  await openOldest(run, known, LIMITS.batchLedgerKeys);
  const open = contacts.filter((each) => !isInLedger(each.contactId, past) || run.ledger.isLoaded(each));
  const { left, isUnclear } = await sendHeldContacts(run, open, { number, past });
  const untried = left + contacts.length - open.length;
  // What became unclear again makes a held batch of its own: a person decides again, or one command would leave as many
  // held batches as it had contacts.
  return untried > 0 && !isUnclear;
}

/** Settles the contacts of a held batch in the ledger without sending them; the batch can be restored. */
export async function discardHeld(run: SendingRun, number: number): Promise<void> {
  const batch = run.held.value.batches.find((each) => each.number === number);
  if (batch === undefined) return;
  const known = inLedger(await readHeld(run, batch));
  await run.ledger.load(known);
  for (const contact of known) run.ledger.raise(contact, 'settled', contact.unknown);
  await run.ledger.save();
  const { batches, discarded } = run.held.value;
  run.held.set({
    batches: batches.filter((each) => each !== batch),
    discarded: [...discarded, batch].slice(-LIMITS.restorable),
  });
  await run.save(1);
}

/** Holds a discarded batch again. */
export async function restoreHeld(run: SendingRun, number: number): Promise<void> {
  const { batches, discarded } = run.held.value;
  const batch = discarded.find((each) => each.number === number);
  if (batch === undefined) return;
  run.held.set({ batches: [...batches, batch], discarded: discarded.filter((each) => each !== batch) });
  await run.save(1);
}
