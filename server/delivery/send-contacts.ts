import { checkContactEvent } from '../contacts/contact-event';
import { isReplyId } from '../contacts/contact-id';
import type { DeliveryOutcome } from '../injixo/outcome';
import { removeRecords } from '../outbox/remove-records';
import type { AfterOutcome } from './after-outcome';
import { cutBatch, eventOf } from './cut-batch';
import { hasRoomForBatch, type ParkReason } from './note';
import type { Origin, OutgoingContact } from './outgoing';
import { parkContacts } from './park';
import type { RunContext } from './run-context';
import { opsToSend, sendBatch } from './send-batch';
import { batchLimit, mayBegin, rememberOutcome, tooManyHeld } from './sending-rules';

function ids(contacts: readonly OutgoingContact[]): readonly string[] {
  return contacts.map((contact) => contact.contactId);
}

/** Oldest first; what injixo refused alone before comes last, so that others show whether the request is right. */
function inOrder(
  contacts: readonly OutgoingContact[],
  refused: readonly string[],
): readonly OutgoingContact[] {
  const late = (contact: OutgoingContact): number => Number(refused.includes(contact.contactId));
  return [...contacts].sort((a, b) => late(a) - late(b) || a.occurredAt - b.occurredAt);
}

/** Contacts the ledger does not know by now, each ticket at most once in the Unknown queue. */
function stillToSend(run: RunContext, pending: readonly OutgoingContact[]): readonly OutgoingContact[] {
  const unknownTickets = new Set<number>();
  return pending.filter((contact) => {
    if (run.ledger.markOf(contact) !== 'none') return false;
    if (!contact.unknown || isReplyId(contact.contactId)) return true;
    const first = !unknownTickets.has(contact.ticketId);
    unknownTickets.add(contact.ticketId);
    return first;
  });
}

async function park(
  run: RunContext,
  contacts: readonly OutgoingContact[],
  reason: ParkReason,
): Promise<void> {
  // Too few operations left: a suspect stays one, and everything else comes up again by itself.
  if (!(await parkContacts(run, contacts, reason))) return;
  const parked = ids(contacts);
  run.state = { ...run.state, suspects: run.state.suspects.filter((id) => !parked.includes(id)) };
  await removeRecords(run, contacts);
}

/** Suspects that nobody took or holds by now. */
function suspectsAmong(run: RunContext, contacts: readonly OutgoingContact[]): readonly OutgoingContact[] {
  const { suspects } = run.state;
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

/** True when injixo refused a contact that stood alone, for what it says or for its size. */
function isRefusedAlone(outcome: DeliveryOutcome, batch: readonly OutgoingContact[]): boolean {
  return batch.length === 1 && (outcome.kind === 'contacts refused' || outcome.kind === 'too large');
}

async function conclude(
  run: RunContext,
  batch: readonly OutgoingContact[],
  pending: readonly OutgoingContact[],
  outcome: DeliveryOutcome,
): Promise<AfterOutcome> {
  const after = rememberOutcome(run, ids(batch), outcome);
  if (outcome.kind === 'accepted' || outcome.kind === 'unclear') await removeRecords(run, batch);
  if (after.parkThis !== null) await park(run, batch, after.parkThis);
  await park(run, suspectsAmong(run, pending), 'refused');
  return after;
}

function nextBatch(
  run: RunContext,
  pending: readonly OutgoingContact[],
  past: boolean,
): readonly OutgoingContact[] {
  const batch = cutBatch(pending, batchLimit(run), past);
  const affordable = run.budget.opsLeft() >= opsToSend(run, batch, past);
  return affordable && hasRoomForBatch(run.note) ? batch : [];
}

/** What is left to send after a batch: not what is settled or held by now, nor what was refused alone. */
function pendingAfter(
  pending: readonly OutgoingContact[],
  batch: readonly OutgoingContact[],
  outcome: DeliveryOutcome,
): readonly OutgoingContact[] {
  const done = isRefusedAlone(outcome, batch) || outcome.kind === 'accepted' || outcome.kind === 'unclear';
  return done ? pending.filter((contact) => !batch.includes(contact)) : pending;
}

/** Draws the conclusions of an answer; true when a further batch may follow. */
async function followUp(
  run: RunContext,
  batch: readonly OutgoingContact[],
  pending: readonly OutgoingContact[],
  answered: { readonly outcome: DeliveryOutcome; readonly sending: Sending },
): Promise<boolean> {
  const { outcome, sending } = answered;
  if (sending.from === null) return (await conclude(run, batch, pending, outcome)).goOn;
  // A held contact that is refused again simply stays held, once; it says nothing about the others.
  return isRefusedAlone(outcome, batch) || rememberOutcome(run, ids(batch), outcome).goOn;
}

async function sendPending(
  run: RunContext,
  first: readonly OutgoingContact[],
  sending: Sending,
): Promise<number> {
  let pending = first;
  let goOn = sending.from !== null || !tooManyHeld(run);
  while (goOn && mayBegin(run)) {
    const { origin, from, past } = sending;
    const batch = nextBatch(run, from === null ? stillToSend(run, pending) : pending, past);
    if (batch.length === 0) break;
    const outcome = await sendBatch(run, batch, origin, { from, past });
    goOn = await followUp(run, batch, pending, { outcome, sending });
    pending = pendingAfter(pending, batch, outcome);
  }
  return pending.length;
}

/**
 * Sends contacts in batches, oldest first, while time, operations and injixo's answers allow; what is not sent stays
 * where it was. The ledger keys of all contacts must be open.
 */
export async function sendContacts(
  run: RunContext,
  contacts: readonly OutgoingContact[],
  origin: Origin,
): Promise<void> {
  const invalid = contacts.filter((contact) => checkContactEvent(eventOf(contact)) !== null);
  await park(run, invalid, 'invalid');
  await park(run, suspectsAmong(run, contacts), 'refused');
  const sendable = contacts.filter((contact) => !invalid.includes(contact));
  await sendPending(run, inOrder(sendable, run.state.refused), { origin, from: null, past: false });
}

/** Sends the contacts of a held batch again, whatever the ledger says; returns how many could not be tried. */
export async function sendHeldContacts(
  run: RunContext,
  contacts: readonly OutgoingContact[],
  held: { readonly number: number; readonly past: boolean },
): Promise<number> {
  const { number: from, past } = held;
  return await sendPending(run, inOrder(contacts, []), { origin: 'held', from, past });
}
