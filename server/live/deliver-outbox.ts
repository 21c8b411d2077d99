import type { TicketState } from '../contacts/contact';
import { removeRecords } from '../outbox/remove-records';
import {
  isDue,
  listWaitingContacts,
  type WaitingContact,
  type WaitingContacts,
} from '../outbox/waiting-contacts';
import { errorCode } from '../values/app-error';
import { LIMITS } from '../values/limits';
import { findTickets } from '../naming/find-tickets';
import { inParallel } from '../values/in-parallel';
import { readFirstMessages } from '../naming/first-chat-messages';
import { nameContact, needsFirstMessages, type NamingResult } from '../naming/name-contacts';
import { openOldest } from '../ledger/ledger';
import { noteFreshdeskProblem } from '../sending/probe';
import type { RunContext } from '../run/run-context';
import { sendContacts } from '../sending/send-contacts';
import { settleWithoutSending } from '../sending/settle-without-sending';
import { mergeDuplicates } from './merge-duplicates';

/** What a run left in the outbox. */
export interface OutboxRest {
  /** Contacts that were seen and are not sent. */
  readonly waiting: readonly string[];
  /** Of these, how many were due. */
  readonly due: number;
  /** How many wait for their group: they are not due yet. */
  readonly settling: number;
  /** When the oldest contact that waits happened (ms), due or not: one whose event came late may be old already. */
  readonly oldestWaiting: number | null;
  /** True when the outbox was read to its end. */
  readonly complete: boolean;
  /** False: the entity store did not answer, or the account's plan has none. */
  readonly isAvailable: boolean;
}

async function findStates(
  run: RunContext,
  contacts: readonly WaitingContact[],
): Promise<ReadonlyMap<number, TicketState>> {
  const wanted = contacts
    .filter(({ contact }) => contact.kind !== 'unknown')
    .map(({ contact, since }) => ({
      ticketId: contact.ticketId,
      // A contact dated long ago is no reason to list all that changed since: its ticket changed when it was recorded.
      occurredAt: Math.max(contact.occurredAt, since - LIMITS.lateEventMs),
    }));
  const found = await findTickets(run, wanted);
  if (found.problem === null) run.state = { ...run.state, freshdeskFailure: null };
  else noteFreshdeskProblem(run, found.problem);
  return found.states;
}

async function nameAll(
  run: RunContext,
  contacts: readonly WaitingContact[],
): Promise<readonly NamingResult[]> {
  const states = await findStates(run, contacts);
  const stateOf = ({ contact }: WaitingContact): TicketState | undefined => states.get(contact.ticketId);
  const chats = contacts.filter((each) => needsFirstMessages(each, stateOf(each), run));
  await readFirstMessages(
    run,
    chats.map(({ contact }) => contact.ticketId),
  );
  // One after the other: a name asked for one contact serves the next.
  return inParallel(contacts, 1, (each) => nameContact(each, stateOf(each), run));
}

function logLeftOut(run: RunContext, named: readonly NamingResult[]): void {
  for (const each of named) {
    if (each.kind !== 'left out') continue;
    run.log.info('not counted', { contactId: each.waiting.contact.contactId, reason: each.reason });
  }
}

/** What became of the contacts that were looked at, besides those that were sent. */
interface Delivered {
  /** Records of contacts that are the import's, which were deleted. */
  readonly imported: ReadonlySet<string>;
  /** Contacts that wait for their group. */
  readonly settling: ReadonlySet<string>;
}

function settlingAmong(named: readonly NamingResult[]): ReadonlySet<string> {
  const ids = named.flatMap((each) => (each.kind === 'settling' ? [each.waiting.contact.contactId] : []));
  return new Set(ids);
}

/** Delivers contacts that have waited long enough for what nearly every contact has by then. */
async function deliver(run: RunContext, due: readonly WaitingContact[]): Promise<Delivered> {
  const open = await openOldest(run, due, LIMITS.ledgerReadsPerRun);
  const sorted = mergeDuplicates(open, run.ledger);
  await settleWithoutSending(run, sorted.leftOut, true);
  const named = await nameAll(run, sorted.toSend);
  logLeftOut(run, named);
  const leftOut = named.flatMap((each) => (each.kind === 'left out' ? [each] : []));
  const remembered = leftOut.filter((each) => each.remember).map((each) => each.waiting);
  await settleWithoutSending(run, remembered, false);
  await sendContacts(
    run,
    named.flatMap((each) => (each.kind === 'send' ? [each.contact] : [])),
    'outbox',
  );
  const imported = leftOut.filter((each) => !each.remember).map((each) => each.waiting);
  await removeRecords(run, [...sorted.duplicates, ...imported]);
  return {
    imported: new Set(imported.flatMap((each) => each.recordIds)),
    settling: settlingAmong(named),
  };
}

const NOTHING_DELIVERED: Delivered = { imported: new Set(), settling: new Set() };

type Listed = WaitingContacts & { readonly isAvailable: boolean };

const NOTHING: WaitingContacts = {
  contacts: [],
  complete: false,
  perMinute: 0,
};

/** What waits; nothing when the entity store does not answer: the scan delivers what it withholds. */
async function listOutbox(run: RunContext): Promise<Listed> {
  try {
    const found = await listWaitingContacts(run.records, run.entityBudget, run.now, run.budget.mayWork);
    return { ...found, isAvailable: true };
  } catch (error) {
    run.log.warn('the outbox cannot be read, the scan delivers', { code: errorCode(error) });
    return { ...NOTHING, isAvailable: false };
  }
}

function oldest(contacts: readonly WaitingContact[]): number | null {
  return contacts.length === 0 ? null : Math.min(...contacts.map((each) => each.contact.occurredAt));
}

function restOf(run: RunContext, found: Listed, { imported, settling }: Delivered): OutboxRest {
  const waiting = found.contacts.filter(({ contact, recordIds }) => {
    const isKnown = run.ledger.isLoaded(contact) && run.ledger.markOf(contact) !== 'none';
    return !isKnown && !recordIds.every((id) => imported.has(id));
  });
  const due = waiting.filter(
    ({ contact, since }) => isDue(since, run.now()) && !settling.has(contact.contactId),
  );
  return {
    waiting: waiting.map((each) => each.contact.contactId),
    due: due.length,
    settling: settling.size,
    oldestWaiting: oldest(waiting),
    complete: found.complete,
    isAvailable: found.isAvailable,
  };
}

/** Only looks what waits, while nothing can be sent: the page has to tell it. Entity operations alone. */
export async function lookAtOutbox(run: RunContext): Promise<OutboxRest> {
  return restOf(run, await listOutbox(run), NOTHING_DELIVERED);
}

/**
 * What may be sent by its time, but a thrown-away ticket's Unknown contact not before the ticket's own, into which it melts;
 * and what is left out on purpose, at once: an import under way must not meet its ticket before the ledger knows.
 */
function dueAmong(contacts: readonly WaitingContact[], now: number): readonly WaitingContact[] {
  const early = contacts.filter(({ contact, since }) => contact.kind === 'ticket' && !isDue(since, now));
  const tickets = new Set(early.map(({ contact }) => contact.ticketId));
  const waitsForOwn = ({ contact }: WaitingContact): boolean =>
    contact.kind === 'unknown' && tickets.has(contact.ticketId);
  return contacts.filter(
    (each) => each.contact.kind === 'left_out' || (isDue(each.since, now) && !waitsForOwn(each)),
  );
}

/** Delivers what is due of the outbox: looks it up in the ledger, names it, sends it, deletes its records. */
export async function deliverOutbox(run: RunContext): Promise<OutboxRest> {
  const found = await listOutbox(run);
  run.state = { ...run.state, contactsPerMinute: found.perMinute };
  const due = dueAmong(found.contacts, run.now());
  return restOf(run, found, due.length > 0 ? await deliver(run, due) : NOTHING_DELIVERED);
}
