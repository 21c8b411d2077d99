import type { TicketState } from '../contacts/contact';
import { entityOpsForRun } from '../outbox/entity-budget';
import { removeRecords } from '../outbox/remove-records';
import { isSettled, listWaitingContacts, type WaitingContact } from '../outbox/waiting-contacts';
import { LIMITS } from '../platform/limits';
import { findTickets } from './find-tickets';
import { inParallel } from './in-parallel';
import { nameContact, type NamedContact } from './name-contacts';
import { noteFreshdeskProblem } from './probe';
import type { RunContext } from './run-context';
import { sendContacts } from './send-contacts';
import { sortWaiting } from './sort-waiting';

/** What a run left in the outbox. */
export interface OutboxRest {
  readonly waiting: number;
  readonly due: number;
  readonly complete: boolean;
}

/** Operations that sending one batch takes besides its ledger keys; opening more keys than leave these would send nothing. */
const OPS_BESIDES_LEDGER = 14;

/** Opens ledger keys, oldest contacts first, as many as leave enough operations to send; the contacts whose keys are open. */
async function openLedger(
  run: RunContext,
  due: readonly WaitingContact[],
): Promise<readonly WaitingContact[]> {
  const oldestFirst = [...due].sort((a, b) => a.contact.occurredAt - b.contact.occurredAt);
  let keys = Math.min(LIMITS.ledgerReadsPerRun, Math.floor((run.budget.opsLeft() - OPS_BESIDES_LEDGER) / 2));
  for (const { contact } of oldestFirst) {
    const cost = run.ledger.costOfOpening([contact]);
    if (cost > keys) continue;
    await run.ledger.open([contact]);
    keys -= cost;
  }
  return oldestFirst.filter(({ contact }) => run.ledger.isOpen(contact));
}

async function removeAll(run: RunContext, contacts: readonly WaitingContact[]): Promise<void> {
  const recordIds = contacts.flatMap((each) => each.recordIds);
  run.entityOpsLeft -= await removeRecords(
    run.records,
    recordIds,
    run.entityOpsLeft,
    run.budget.mayWork,
    run.log,
  );
}

/** Settles contacts without sending them: the ledger first, then their records. */
async function settleUnsent(
  run: RunContext,
  contacts: readonly WaitingContact[],
  alsoUnknown: boolean,
): Promise<void> {
  for (const { contact } of contacts) run.ledger.grow(contact, 'settled', alsoUnknown);
  await run.ledger.save();
  await removeAll(run, contacts);
  const { counters } = run.state;
  run.state = { ...run.state, counters: { ...counters, leftOut: counters.leftOut + contacts.length } };
}

async function findStates(
  run: RunContext,
  contacts: readonly WaitingContact[],
): Promise<ReadonlyMap<number, TicketState>> {
  const wanted = contacts.filter(({ contact }) => contact.kind !== 'unknown').map(({ contact }) => contact);
  const found = await findTickets(run.get, wanted);
  if (found.problem === null) run.state = { ...run.state, freshdeskFailure: null };
  else noteFreshdeskProblem(run, found.problem);
  return found.states;
}

async function nameAll(
  run: RunContext,
  contacts: readonly WaitingContact[],
): Promise<readonly NamedContact[]> {
  const states = await findStates(run, contacts);
  // One after the other: a name asked for one contact serves the next.
  return inParallel(contacts, 1, (each) => nameContact(each, states.get(each.contact.ticketId), run));
}

function comingIn(contacts: readonly WaitingContact[], now: number): number {
  return contacts.filter((each) => now - each.since < 60_000).length;
}

async function deliver(run: RunContext, due: readonly WaitingContact[]): Promise<void> {
  const open = await openLedger(run, due);
  const sorted = sortWaiting(open, run.ledger);
  if (sorted.leftOut.length > 0) await settleUnsent(run, sorted.leftOut, true);
  const named = await nameAll(run, sorted.toSend);
  const leftOut = named.flatMap((each) => (each.kind === 'left out' ? [each] : []));
  const remembered = leftOut.filter((each) => each.remember).map((each) => each.waiting);
  if (remembered.length > 0) await settleUnsent(run, remembered, false);
  await sendContacts(
    run,
    named.flatMap((each) => (each.kind === 'send' ? [each.contact] : [])),
    'outbox',
  );
  const { counters } = run.state;
  run.state = { ...run.state, counters: { ...counters, twins: counters.twins + sorted.twins.length } };
  await removeAll(run, [
    ...sorted.twins,
    ...leftOut.filter((each) => !each.remember).map((each) => each.waiting),
  ]);
}

/** Delivers what is due of the outbox: looks it up in the ledger, names it, sends it, deletes its records. */
export async function deliverOutbox(run: RunContext): Promise<OutboxRest> {
  run.entityOpsLeft = entityOpsForRun(run.state.contactsPerMinute);
  const found = await listWaitingContacts(run.records, run.entityOpsLeft, run.now, run.budget.mayWork);
  run.entityOpsLeft -= found.operations;
  run.state = { ...run.state, contactsPerMinute: comingIn(found.contacts, run.now()) };
  const due = found.contacts.filter((each) => isSettled(each.since, run.now()));
  if (due.length > 0) await deliver(run, due);
  const unsent = (each: WaitingContact): boolean =>
    !run.ledger.isOpen(each.contact) || run.ledger.markOf(each.contact) === 'none';
  return {
    waiting: found.contacts.filter(unsent).length,
    due: due.filter(unsent).length,
    complete: found.complete,
  };
}
