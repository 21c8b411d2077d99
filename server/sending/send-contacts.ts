import { isReplyId } from '../contacts/contact';
import { checkContactEvent, toContactEvent } from '../contacts/contact-event';
import type { NamedContact, Origin } from '../naming/named-contact';
import { removeRecords } from '../outbox/remove-records';
import { LIMITS } from '../values/limits';
import { cutBatch } from './cut-batch';
import { parkContacts } from './hold';
import { hasRoomForBatch, type BatchDetails } from './in-flight-batch';
import { batchLimit, refusedIds, tooManyHeld } from './retry-rules';
import { opsToSend } from './send-batch';
import { sendInBatches, type Batch } from './send-in-batches';
import type { SendingRun } from './sending-state';

/** Contacts that the ledger does not have yet, at most one of each ticket in Unknown Tickets. */
function stillToSend(run: SendingRun, pending: readonly NamedContact[]): readonly NamedContact[] {
  const unknownTickets = new Set<number>();
  return pending.filter((contact) => {
    if (run.ledger.markOf(contact) !== 'none') return false;
    if (!contact.unknown || isReplyId(contact.contactId)) return true;
    const isFirst = !unknownTickets.has(contact.ticketId);
    unknownTickets.add(contact.ticketId);
    return isFirst;
  });
}

/** Parks suspects that the ledger does not have yet. Without enough operations they stay suspects. */
async function parkSuspects(run: SendingRun, contacts: readonly NamedContact[]): Promise<void> {
  const suspects = refusedIds(run.sending.value, 'suspect');
  const found = contacts.filter(
    (contact) => suspects.includes(contact.contactId) && run.ledger.markOf(contact) === 'none',
  );
  await parkContacts(run, found, 'refused');
}

/** The next batch, with fewer ledger keys if the operations left are few, so that delivery never stands still. */
function nextBatch(run: SendingRun, pending: readonly NamedContact[], details: BatchDetails): Batch | null {
  if (!hasRoomForBatch(run.inFlight.value)) return null;
  const { past = false } = details;
  for (let mostKeys = LIMITS.batchLedgerKeys; mostKeys > 0; mostKeys -= 1) {
    const contacts = cutBatch(pending, batchLimit(run), { past, mostKeys });
    if (run.budget.affords(opsToSend(run, contacts, details)))
      return contacts.length === 0 ? null : { contacts, details };
  }
  return null;
}

/** Sends live contacts, oldest first; contacts that are not sent stay where they were. Their ledger keys must be loaded. */
export async function sendContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  origin: Origin,
): Promise<void> {
  const invalid = contacts.filter((contact) => checkContactEvent(toContactEvent(contact)) !== null);
  await parkContacts(run, invalid, 'invalid');
  await parkSuspects(run, contacts);
  if (tooManyHeld(run)) return;
  const sendable = contacts.filter((contact) => !invalid.includes(contact));
  const oldestFirst = sendable.sort((a, b) => a.occurredAt - b.occurredAt);
  const refused = refusedIds(run.sending.value, 'waiting');
  // Contacts that were refused alone come last: the others show whether the request is right.
  let pending = [false, true].flatMap((isRefused) =>
    oldestFirst.filter(({ contactId }) => refused.includes(contactId) === isRefused),
  );
  await sendInBatches(run, {
    next: () => nextBatch(run, stillToSend(run, pending), { origin }),
    async heard(batch, result) {
      if (result === 'accepted' || result === 'unclear') await removeRecords(run, batch.contacts);
      await parkSuspects(run, pending);
      if (result !== 'not taken') pending = pending.filter((contact) => !batch.contacts.includes(contact));
      return true;
    },
  });
}

/** What came of sending held contacts again. */
export interface SentHeld {
  /** How many were not tried. */
  readonly left: number;
  /** True: a batch is unclear again, and each further one might be. */
  readonly isUnclear: boolean;
}

/** Sends contacts of a held batch again, whatever the ledger says. Their ledger keys must be loaded. */
export async function sendHeldContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  { number: from, past }: { readonly number: number; readonly past: boolean },
): Promise<SentHeld> {
  let pending = [...contacts].sort((a, b) => a.occurredAt - b.occurredAt);
  let isUnclear = false;
  await sendInBatches(run, {
    next: () => nextBatch(run, pending, { origin: 'held', from, past }),
    heard(batch, result) {
      isUnclear = result === 'unclear';
      if (result !== 'not taken') pending = pending.filter((contact) => !batch.contacts.includes(contact));
      return true;
    },
  });
  return { left: pending.length, isUnclear };
}
