import { checkContactEvent } from '../contacts/contact-event';
import { isReplyId } from '../contacts/contact';
import { removeRecords } from '../outbox/remove-records';
import { LIMITS } from '../values/limits';
import { cutBatch, eventOf } from './cut-batch';
import { clearBatch, hasRoomForBatch, writeInFlight, type ParkReason } from './in-flight-batch';
import type { Origin, NamedContact } from '../naming/named-contact';
import { parkContacts } from './hold';
import type { SendingRun } from './sending-state';
import { isRefusedAlone, opsToSend, sendBatch, type SentBatch } from './send-batch';
import { batchLimit, forgetSuspects, mayBegin, tooManyHeld } from './retry-rules';

/** Oldest first; what injixo refused alone before comes last, so that others show whether the request is right. */
function inOrder(contacts: readonly NamedContact[], refused: readonly string[]): readonly NamedContact[] {
  const late = (contact: NamedContact): number => Number(refused.includes(contact.contactId));
  return [...contacts].sort((a, b) => late(a) - late(b) || a.occurredAt - b.occurredAt);
}

/** Contacts the ledger does not know by now, each ticket at most once in the Unknown queue. */
function stillToSend(run: SendingRun, pending: readonly NamedContact[]): readonly NamedContact[] {
  const unknownTickets = new Set<number>();
  return pending.filter((contact) => {
    if (run.ledger.markOf(contact) !== 'none') return false;
    if (!contact.unknown || isReplyId(contact.contactId)) return true;
    const first = !unknownTickets.has(contact.ticketId);
    unknownTickets.add(contact.ticketId);
    return first;
  });
}

async function park(run: SendingRun, contacts: readonly NamedContact[], reason: ParkReason): Promise<void> {
  // Too few operations left: a suspect stays one, and everything else comes up again by itself.
  if (!(await parkContacts(run, contacts, reason))) return;
  const parked = contacts.map((contact) => contact.contactId);
  forgetSuspects(run, parked);
  await removeRecords(run, contacts);
}

/** Suspects that nobody took or holds by now. */
function suspectsAmong(run: SendingRun, contacts: readonly NamedContact[]): readonly NamedContact[] {
  const { suspects } = run.sending.value;
  return contacts.filter(
    (contact) => suspects.includes(contact.contactId) && run.ledger.markOf(contact) === 'none',
  );
}

/** What is sent: live contacts and findings, or one held batch again because a person said so. */
export interface Sending {
  readonly origin: Origin;
  /** The held batch; null for everything else. */
  readonly from: number | null;
  /** The held contacts are the history's. */
  readonly past: boolean;
}

/** Outcomes after which a batch is carried to its end: it is settled or held. */
const ENDED: readonly string[] = ['accepted', 'unclear'];

/** Draws the conclusions of an answer for live contacts and finds. */
async function conclude(
  run: SendingRun,
  batch: readonly NamedContact[],
  pending: readonly NamedContact[],
  { outcome, after }: SentBatch,
): Promise<void> {
  if (ENDED.includes(outcome.kind)) await removeRecords(run, batch);
  if (after.parkThis !== null) await park(run, batch, after.parkThis);
  await park(run, suspectsAmong(run, pending), 'refused');
}

/** The next batch; of fewer ledger keys when the operations left do not suffice for all, because something must always go. */
function nextBatch(
  run: SendingRun,
  pending: readonly NamedContact[],
  sending: Sending,
): readonly NamedContact[] {
  if (!hasRoomForBatch(run.inFlight.value)) return [];
  for (let keys = LIMITS.batchLedgerKeys; keys > 0; keys -= 1) {
    const batch = cutBatch(pending, batchLimit(run), { past: sending.past, mostKeys: keys });
    if (run.budget.affords(opsToSend(run, batch, sending))) return batch;
  }
  return [];
}

/** What is left to send after a batch: not what is settled or held by now, nor what was refused alone. */
function pendingAfter(
  pending: readonly NamedContact[],
  batch: readonly NamedContact[],
  outcome: SentBatch['outcome'],
): readonly NamedContact[] {
  const done = isRefusedAlone(outcome, batch) || ENDED.includes(outcome.kind);
  return done ? pending.filter((contact) => !batch.includes(contact)) : pending;
}

/**
 * What injixo certainly did not take must not be found in the note as unclear if the run is killed later. One operation,
 * of those that the batch did not need to be settled.
 */
async function forgetRefused(run: SendingRun, last: SentBatch | null): Promise<void> {
  if (last === null || ENDED.includes(last.outcome.kind) || run.inFlight.value.outcome !== null) return;
  run.inFlight.set(clearBatch(run.inFlight.value));
  await writeInFlight(run.store, run.inFlight.value);
}

/** How sending ended: what is left, and the last answer, null when nothing was sent. */
interface Ended {
  readonly left: number;
  readonly last: SentBatch | null;
}

async function sendPending(
  run: SendingRun,
  first: readonly NamedContact[],
  sending: Sending,
): Promise<Ended> {
  const { origin, ...details } = sending;
  const isHeld = sending.from !== null;
  let pending = first;
  let last: SentBatch | null = null;
  let goOn = isHeld || !tooManyHeld(run);
  while (goOn && mayBegin(run)) {
    const batch = nextBatch(run, isHeld ? pending : stillToSend(run, pending), sending);
    if (batch.length === 0) break;
    last = await sendBatch(run, batch, { origin, ...details });
    if (!isHeld) await conclude(run, batch, pending, last);
    pending = pendingAfter(pending, batch, last.outcome);
    goOn = last.after.goOn;
  }
  await forgetRefused(run, last);
  return { left: pending.length, last };
}

/**
 * Sends contacts in batches, oldest first, while time, operations and injixo's answers allow; what is not sent stays
 * where it was. The ledger keys of all contacts must be open.
 */
export async function sendContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  origin: Origin,
): Promise<void> {
  const invalid = contacts.filter((contact) => checkContactEvent(eventOf(contact)) !== null);
  await park(run, invalid, 'invalid');
  await park(run, suspectsAmong(run, contacts), 'refused');
  const sendable = contacts.filter((contact) => !invalid.includes(contact));
  await sendPending(run, inOrder(sendable, run.sending.value.refused), { origin, from: null, past: false });
}

/** What came of sending held contacts again. */
export interface SentHeld {
  /** How many were not tried. */
  readonly left: number;
  /** True: one is unclear again, and each further one might be. */
  readonly isUnclear: boolean;
}

/** Sends contacts of a held batch again, whatever the ledger says; their ledger keys must be open. */
export async function sendHeldContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  held: { readonly number: number; readonly past: boolean },
): Promise<SentHeld> {
  const { number: from, past } = held;
  const { left, last } = await sendPending(run, inOrder(contacts, []), { origin: 'held', from, past });
  return { left, isUnclear: last?.outcome.kind === 'unclear' };
}
