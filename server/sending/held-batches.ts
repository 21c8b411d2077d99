import { openOldest } from '../ledger/ledger';
import { isInLedger, type NamedContact } from '../naming/named-contact';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { fromStored } from './in-flight-batch';
import { hasHeldMost } from './retry-rules';
import { sendHeldContacts } from './send-contacts';
import type { SendingRun } from './sending-state';
import type { HeldRecord } from './settle-batch';

/** The contacts of a held batch that the ledger has, and its other contacts: replies of the history. @ops 1 */
async function readHeld(run: SendingRun, number: number) {
  const record = (await run.store.get(KEY_OF.held(number))) as HeldRecord | undefined;
  const past = record?.past === true;
  const contacts = (record?.contacts ?? []).flatMap((contact) =>
    fromStored(contact, record?.queues[contact[2]] ?? '', run.queues),
  );
  const known: readonly NamedContact[] = contacts.filter(({ contactId }) => isInLedger(contactId, past));
  return { contacts, known, past };
}

/** Sends a held batch again. True: some contacts were not tried, so the command stays. */
export async function resendHeld(run: SendingRun, number: number): Promise<boolean> {
  if (!run.held.value.batches.some((each) => each.number === number)) return false;
  const { contacts, known, past } = await readHeld(run, number);
  const entries = known.map((contact) => ({ contact }));
  await openOldest(run, entries, LIMITS.batchLedgerKeys);
  const open = contacts.filter((each) => !isInLedger(each.contactId, past) || run.ledger.isLoaded(each));
  const { left, isUnclear } = await sendHeldContacts(run, open, {
    ...{ number, past },
    isWhole: open.length === contacts.length,
  });
  const untried = left + contacts.length - open.length;
  // An unclear batch becomes a held batch of its own that needs a new decision: if the command stayed, it could create
  // one held batch for each contact.
  // With as many held as may be, a command that stayed would only cost operations until some are resolved.
  return untried > 0 && !isUnclear && !hasHeldMost(run);
}

/** Settles the contacts of a held batch in the ledger without sending them. The batch can be restored. */
export async function discardHeld(run: SendingRun, number: number): Promise<void> {
  const batch = run.held.value.batches.find((each) => each.number === number);
  if (batch === undefined) return;
  const { known } = await readHeld(run, number);
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

/** Holds a discarded batch again, unless as many are held as may be. */
export async function restoreHeld(run: SendingRun, number: number): Promise<void> {
  const { batches, discarded } = run.held.value;
  const batch = discarded.find((each) => each.number === number);
  if (batch === undefined || hasHeldMost(run)) return;
  run.held.set({ batches: [...batches, batch], discarded: discarded.filter((each) => each !== batch) });
  await run.save(1);
}
