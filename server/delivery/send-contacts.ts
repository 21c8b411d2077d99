import { checkContactEvent } from '../contacts/contact-event';
import type { DeliveryOutcome } from '../injixo/outcome';
import { removeRecords } from '../outbox/remove-records';
import { LIMITS } from '../platform/limits';
import { afterOutcome, type AfterOutcome } from './after-outcome';
import { cutBatch, eventOf } from './cut-batch';
import type { Origin, OutgoingContact } from './outgoing';
import { parkContacts } from './park';
import { needsProbe } from './probe';
import { reportFailure } from './report-failure';
import type { RunContext } from './run-context';
import { opsToSend, sendBatch } from './send-batch';

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

function mayBegin(run: RunContext): boolean {
  if (needsProbe(run.state.mode) || (run.state.notBefore ?? 0) > run.now()) return false;
  return run.budget.mayPost();
}

/** Contacts the ledger does not know by now, each ticket at most once in the Unknown queue. */
function stillToSend(run: RunContext, pending: readonly OutgoingContact[]): readonly OutgoingContact[] {
  const unknownTickets = new Set<number>();
  return pending.filter((contact) => {
    if (run.ledger.markOf(contact) !== 'none') return false;
    if (!contact.unknown || contact.contactId.startsWith('reply:')) return true;
    const first = !unknownTickets.has(contact.ticketId);
    unknownTickets.add(contact.ticketId);
    return first;
  });
}

async function deleteRecords(run: RunContext, contacts: readonly OutgoingContact[]): Promise<void> {
  const recordIds = contacts.flatMap((contact) => contact.recordIds);
  run.entityOpsLeft -= await removeRecords(
    run.records,
    recordIds,
    run.entityOpsLeft,
    run.budget.mayWork,
    run.log,
  );
}

async function park(
  run: RunContext,
  contacts: readonly OutgoingContact[],
  reason: 'refused' | 'too_large' | 'invalid',
): Promise<void> {
  if (await parkContacts(run, contacts, reason)) await deleteRecords(run, contacts);
  else run.state = { ...run.state, refused: [...run.state.refused, ...ids(contacts)] };
}

async function conclude(
  run: RunContext,
  batch: readonly OutgoingContact[],
  all: readonly OutgoingContact[],
  outcome: DeliveryOutcome,
): Promise<AfterOutcome> {
  const after = afterOutcome(run.state, outcome, ids(batch), run.now());
  run.state = { ...run.state, ...after.sending };
  if (outcome.kind === 'accepted' || outcome.kind === 'unclear') await deleteRecords(run, batch);
  if (after.parkThis) await park(run, batch, 'too_large');
  const toPark = all.filter((contact) => after.park.includes(contact.contactId));
  await park(run, toPark, 'refused');
  return after;
}

function nextBatch(run: RunContext, pending: readonly OutgoingContact[]): readonly OutgoingContact[] {
  const limit = run.state.mode === 'single' ? 1 : run.state.batchLimit;
  const batch = cutBatch(pending, limit);
  const affordable = run.budget.opsLeft() >= opsToSend(batch, run.queues.changed());
  return affordable ? batch : [];
}

function tooManyHeld(run: RunContext): boolean {
  if (run.state.held.length < LIMITS.heldBatches) return false;
  run.state = { ...run.state, failure: reportFailure(run.state.failure, 'too_many_held', run.now()) };
  return true;
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
  const valid = contacts.filter((contact) => !invalid.includes(contact));
  let pending = inOrder(valid, run.state.refused);
  let goOn = !tooManyHeld(run);
  while (goOn && mayBegin(run)) {
    const toSend = stillToSend(run, pending);
    const batch = nextBatch(run, toSend);
    if (batch.length === 0) return;
    const outcome = await sendBatch(run, batch, origin);
    const after = await conclude(run, batch, valid, outcome);
    goOn = after.goOn;
    // A contact refused alone waits for the next run or to be parked; everything else comes again only if still unsent.
    if (outcome.kind === 'contacts refused' && batch.length === 1) {
      pending = pending.filter((contact) => !batch.includes(contact));
    }
  }
}
