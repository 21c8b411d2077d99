import { openOldest } from '../ledger/open-oldest';
import { isInLedger, type NamedContact } from '../naming/named-contact';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { fromStored } from './in-flight-batch';
import { hasHeldMost } from './retry-rules';
import { sendHeldContacts } from './send-contacts';
import type { SendingRun } from './sending-state';
import type { HeldRecord } from './settle-batch';

/**
 * The contacts of a held batch that the ledger has, and its other contacts: replies of the history. None when the batch is not
 * held; one whose record is gone is held no more. @ops 1, 3 when it is gone
 */
async function readHeld(run: SendingRun, number: number) {
  const batch = run.held.value.batches.find((each) => each.number === number);
  if (batch === undefined) return null;
  const record = (await run.store.getNamed(KEY_OF.held(number), batch.contacts)) as HeldRecord | undefined;
  if (record === undefined) {
    run.log.warn('the record of a held batch is gone', { batch: number, batchSize: batch.contacts });
    run.held.change({ batches: run.held.value.batches.filter((each) => each !== batch) });
    await run.save(1);
    return null;
  }
  const past = record.past === true;
  const contacts = record.contacts.flatMap((contact) =>
    fromStored(contact, record.queues[contact[2]] ?? '', run.queues),
  );
  const known: readonly NamedContact[] = contacts.filter(({ contactId }) => isInLedger(contactId, past));
  return { batch, contacts, known, past };
}

/** Sends a held batch again; nothing is sent before `take` has taken the command out. True: some contacts were not tried, so the command stays. */
export async function resendHeld(
  run: SendingRun,
  number: number,
  take: () => Promise<void>,
): Promise<boolean> {
  const held = await readHeld(run, number);
  const { contacts = [], known = [], past = false } = held ?? {};
  const entries = known.map((contact) => ({ contact }));
  await openOldest(run, entries, LIMITS.batchLedgerKeys);
  const open = contacts.filter((each) => !isInLedger(each.contactId, past) || run.ledger.isLoaded(each));
  await run.store.prove(run.ledger.keysOf(known.filter((each) => run.ledger.isLoaded(each))));
  await take();
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

/** Settles the contacts of a held batch in the ledger without sending them. The batch can be restored. Idempotent. */
export async function discardHeld(run: SendingRun, number: number): Promise<void> {
  const held = await readHeld(run, number);
  if (held === null) return;
  const { batch, known } = held;
  await run.ledger.load(known);
  for (const contact of known) run.ledger.raise(contact, 'settled', contact.unknown);
  await run.ledger.save();
  const { batches, discarded } = run.held.value;
  run.held.set({
    batches: batches.filter((each) => each !== batch),
    discarded: [...discarded, { ...batch, decidedAt: run.now() }].slice(-LIMITS.restorable),
  });
  await run.save(1);
}

/** Holds a discarded batch again, unless as many are held as may be. Idempotent. */
export async function restoreHeld(run: SendingRun, number: number): Promise<void> {
  const { batches, discarded } = run.held.value;
  const batch = discarded.find((each) => each.number === number);
  if (batch === undefined || hasHeldMost(run)) return;
  const { reason, contacts, at } = batch;
  run.held.set({
    batches: [...batches, { number, reason, contacts, at }],
    discarded: discarded.filter((each) => each !== batch),
  });
  await run.save(1);
}
