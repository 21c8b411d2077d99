import { isReplyId } from '../contacts/contact';
import { isLive } from '../ledger/open-oldest';
import { checkContactEvent, toContactEvent } from '../contacts/contact-event';
import type { NamedContact, Origin } from '../naming/named-contact';
import { removeRecords } from '../outbox/remove-records';
import { LIMITS } from '../values/limits';
import { cutBatch } from './cut-batch';
import { parkContacts } from './hold';
import { makeRoomForBatch, type BatchDetails } from './in-flight-batch';
import { batchLimit, hasHeldMost, refusedIds, suspectedOf, tooManyHeld } from './retry-rules';
import { opsToSend } from './send-batch';
import { sendInBatches, type Batch } from './send-in-batches';
import type { SendingRun } from './sending-state';

/**
 * Those of the last hour, then the others; of both first those of quiet hours, each oldest first. Dates in many hours, and
 * crowded hours, fill a batch with few contacts. Contacts that were refused alone come last: the others show whether the
 * request is right.
 */
function inOrder(
  { ledger, now }: Pick<SendingRun, 'ledger' | 'now'>,
  contacts: readonly NamedContact[],
  refused: readonly string[],
): readonly NamedContact[] {
  const ranked = contacts.map((contact) => {
    const isCrowded = ledger.isLoaded(contact) && ledger.keysOf([contact]).length > 1;
    const isRefused = refused.includes(contact.contactId);
    return { contact, rank: (isRefused ? 4 : 0) + (isLive(contact, now()) ? 0 : 2) + (isCrowded ? 1 : 0) };
  });
  ranked.sort((a, b) => a.rank - b.rank || a.contact.occurredAt - b.contact.occurredAt);
  return ranked.map(({ contact }) => contact);
}

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
  const found = contacts.filter(
    (contact) => suspectedOf(run, contact.contactId) !== null && run.ledger.markOf(contact) === 'none',
  );
  for (const why of ['refused', 'too_large'] as const) {
    const those = found.filter(({ contactId }) => suspectedOf(run, contactId) === why);
    if (!hasHeldMost(run)) await parkContacts(run, those, why);
  }
}

/**
 * The next batch, with fewer ledger keys if the operations left are few. When they are too few for any batch, the run's first
 * one goes without being counted: statistics never keep a contact waiting.
 */
function nextBatch(run: SendingRun, pending: readonly NamedContact[], details: BatchDetails): Batch | null {
  if (pending.length === 0) return null;
  const { inFlight, calendar, now } = run;
  inFlight.set(makeRoomForBatch(inFlight.value, calendar.dayOf(now())));
  const isFirst = inFlight.value.contacts.length === 0;
  for (const isCounted of isFirst ? [true, false] : [true]) {
    for (let mostKeys = LIMITS.batchLedgerKeys; mostKeys > 0; mostKeys -= 1) {
      const cut = { past: details.past ?? false, mostKeys, isCounted };
      const contacts = cutBatch(run.ledger, pending, batchLimit(run), cut);
      const wanted = { ...details, isCounted };
      if (run.budget.affords(opsToSend(run, contacts, wanted))) return { contacts, details: wanted };
    }
  }
  return null;
}

/** Sends live contacts; contacts that are not sent stay where they were. Their ledger keys must be loaded. */
export async function sendContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  origin: Origin,
): Promise<void> {
  if (tooManyHeld(run)) return;
  const invalid = contacts.filter((contact) => checkContactEvent(toContactEvent(contact)) !== null);
  await parkContacts(run, invalid, 'invalid');
  await parkSuspects(run, contacts);
  const sendable = contacts.filter((contact) => !invalid.includes(contact));
  let pending = inOrder(run, sendable, refusedIds(run.sending.value, 'waiting'));
  await sendInBatches(run, {
    next: () => (hasHeldMost(run) ? null : nextBatch(run, stillToSend(run, pending), { origin })),
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

/**
 * Sends contacts of a held batch again, whatever the ledger says. Their ledger keys must be loaded. When no more batches may be
 * held, only all `contacts` at once, and once: whatever comes of it then, one batch is held in the place of another.
 */
export async function sendHeldContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  {
    number: from,
    past,
    isWhole,
  }: { readonly number: number; readonly past: boolean; readonly isWhole: boolean },
): Promise<SentHeld> {
  const details = { origin: 'held', from, past } as const;
  const mustGoWhole = hasHeldMost(run);
  let tries = 0;
  const next = (): Batch | null => {
    if (!mustGoWhole) return nextBatch(run, pending, details);
    tries += 1;
    const all = cutBatch(run.ledger, pending, LIMITS.batchContacts, { past });
    const mayGo = tries === 1 && isWhole && all.length > 0 && all.length === pending.length;
    return mayGo && run.budget.affords(opsToSend(run, all, details)) ? { contacts: all, details } : null;
  };
  let pending = inOrder(run, contacts, []);
  let isUnclear = false;
  await sendInBatches(run, {
    next,
    heard(batch, result) {
      isUnclear = result === 'unclear';
      if (result !== 'not taken') pending = pending.filter((contact) => !batch.contacts.includes(contact));
      return true;
    },
  });
  return { left: pending.length, isUnclear };
}
