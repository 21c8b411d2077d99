import type { WaitingContact } from '../contacts/contact';
import { type Ledger } from '../ledger/ledger';
import { openOldest, type LedgerReader } from '../ledger/open-oldest';
import { findTickets, type TicketFinder } from '../naming/find-tickets';
import { nameContact, needsFirstMessages, type NamingResult, type NamingRun } from '../naming/name-contacts';
import type { NamedContact, Origin } from '../naming/named-contact';
import { removeRecords } from '../outbox/remove-records';
import { settleWithoutSending, type SettlingRun } from '../outbox/settle-without-sending';
import { isDue, listWaitingContacts, type WaitingContacts } from '../outbox/waiting-contacts';
import type { RunBudget } from '../platform/run-budget';
import { ERROR_CODES, errorCode } from '../values/app-error';
import type { FreshdeskSession } from '../freshdesk/session';
import { inParallel } from '../values/in-parallel';
import { isFarAhead } from '../values/instant';
import { LIMITS } from '../values/limits';
import { mergeDuplicates } from './merge-duplicates';

/** What delivering the outbox needs of a run. */
export interface LiveRun extends NamingRun, TicketFinder, SettlingRun, LedgerReader {
  readonly ledger: Ledger;
  readonly budget: RunBudget;
  readonly session: FreshdeskSession;
  /** When the app was installed (ms); false: that is a guess. */
  readonly cutOver: number;
  readonly isCutOverKnown: boolean;
  /** Sends named contacts in batches; contacts that are not sent keep their records. */
  send(contacts: readonly NamedContact[], origin: Origin): Promise<void>;
}

/** What a run leaves in the outbox. */
export interface OutboxRest {
  /** Ids of the contacts that were read and not sent. */
  readonly waiting: readonly string[];
  /** Of these, how many were due; none whose ticket is set aside. */
  readonly due: number;
  /** How many wait for their group: they are not due yet. */
  readonly settling: number;
  /**
   * When the oldest of them happened (ms), due or not: an event can arrive late. Tickets set aside, and dates far ahead, do
   * not matter.
   */
  readonly oldestWaiting: number | null;
  /** True when the outbox was read to its end. */
  readonly complete: boolean;
  /** False: the entity store did not answer, or the account has none. */
  readonly isAvailable: boolean;
}

/** Asks Freshdesk for the tickets of the contacts and names each contact by its ticket. */
async function nameAll(run: LiveRun, contacts: readonly WaitingContact[]): Promise<readonly NamingResult[]> {
  const wanted = contacts
    .filter(({ contact }) => contact.kind !== 'unknown')
    .map(({ contact, since }) => ({
      ticketId: contact.ticketId,
      // An old contact does not widen the list query: its ticket changed when it was recorded.
      occurredAt: Math.max(contact.occurredAt, since - LIMITS.lateEventMs),
    }));
  const { states, problem, isAnswered } = await findTickets(run, wanted);
  if (problem !== null) run.session.noteProblem(problem);
  else if (isAnswered) run.session.noteAnswer();
  const chats = contacts.flatMap((each) => {
    const state = states.get(each.contact.ticketId);
    return state?.kind === 'found' && needsFirstMessages(each, state, run) ? [state.ticket] : [];
  });
  await run.firstMessages.read(chats);
  // One at a time: a name asked for one contact serves the next.
  return inParallel(contacts, 1, (each) => nameContact(each, states.get(each.contact.ticketId), run));
}

/** The contacts that were neither sent nor settled. */
interface Delivered {
  /** Deleted records of contacts that the import counts. */
  readonly imported: ReadonlySet<string>;
  /** Contacts that wait for their group. */
  readonly settling: ReadonlySet<string>;
}

const NOTHING_DELIVERED: Delivered = { imported: new Set(), settling: new Set() };

/** Settles what turned out not to be a contact; returns what the import counts. */
async function settleLeftOut(
  run: LiveRun,
  named: readonly NamingResult[],
): Promise<readonly WaitingContact[]> {
  const leftOut = named.flatMap((each) => (each.kind === 'left out' ? [each] : []));
  for (const { waiting, reason } of leftOut) {
    run.log.info('not counted', { contactId: waiting.contact.contactId, reason });
  }
  const remembered = leftOut.filter((each) => each.remember).map((each) => each.waiting);
  await settleWithoutSending(run, remembered, false);
  return leftOut.filter((each) => !each.remember).map((each) => each.waiting);
}

async function deliver(run: LiveRun, due: readonly WaitingContact[]): Promise<Delivered> {
  const loaded = await openOldest(run, due, LIMITS.ledgerReadsPerRun);
  const sorted = mergeDuplicates(loaded, run.ledger);
  await settleWithoutSending(run, sorted.leftOut, true);
  const named = await nameAll(run, sorted.toSend);
  const imported = await settleLeftOut(run, named);
  await run.send(
    named.flatMap((each) => (each.kind === 'send' ? [each.contact] : [])),
    'outbox',
  );
  await removeRecords(run, [...sorted.duplicates, ...imported]);
  const settling = named.flatMap((each) => (each.kind === 'settling' ? [each.waiting] : []));
  return {
    imported: new Set(imported.flatMap((each) => each.recordIds)),
    settling: new Set(settling.map(({ contact }) => contact.contactId)),
  };
}

type ListedOutbox = WaitingContacts & Pick<OutboxRest, 'isAvailable'>;

const NOTHING_LISTED = { contacts: [], complete: false, perMinute: 0, leftovers: [], unreadable: 0 } as const;

/** The waiting contacts; none when the entity store does not answer, because the scan then delivers them. */
async function listOutbox(run: LiveRun): Promise<ListedOutbox> {
  try {
    const { records, entityBudget, now, budget, cutOver, isCutOverKnown, log } = run;
    const storedFrom = isCutOverKnown ? cutOver - LIMITS.leftoverMs : -Infinity;
    const listed = await listWaitingContacts(records, entityBudget, now, budget.mayWork, storedFrom);
    const { unreadable, complete } = listed;
    if (unreadable > 0) log.warn('records that cannot be read stay in the outbox', { waiting: unreadable });
    // A listing that was not read to its end may have left out those that were seen before.
    run.outbox.change({
      unreadable: complete ? unreadable : Math.max(unreadable, run.outbox.value.unreadable),
    });
    return { ...listed, isAvailable: true };
  } catch (error) {
    if (errorCode(error) === ERROR_CODES.storeLimit) run.entityBudget.noteRefusal();
    run.log.warn('the outbox cannot be read, the scan delivers', { code: errorCode(error) });
    return { ...NOTHING_LISTED, isAvailable: false };
  }
}

const NAMING_CALLS = ['view', 'first messages'] as const;

/** What is left. A contact whose ticket is set aside is not due, and does not hold up *complete until*. */
function restOf(run: LiveRun, listed: ListedOutbox, { imported, settling }: Delivered): OutboxRest {
  const waiting = listed.contacts.filter(({ contact, recordIds }) => {
    const isKnown = run.ledger.isLoaded(contact) && run.ledger.markOf(contact) !== 'none';
    return !isKnown && !recordIds.every((id) => imported.has(id));
  });
  const sendable = waiting.filter(({ contact: { ticketId } }) =>
    NAMING_CALLS.every((call) => run.session.tickets.aside({ ticketId, call }) === undefined),
  );
  const due = sendable.filter(
    ({ contact, since }) => isDue(since, run.now()) && !settling.has(contact.contactId),
  );
  const dates = sendable.map(({ contact }) => contact.occurredAt);
  const occurredAt = dates.filter((each) => !isFarAhead(each, run.now()));
  return {
    waiting: waiting.map(({ contact }) => contact.contactId),
    due: due.length,
    settling: settling.size,
    oldestWaiting: occurredAt.length === 0 ? null : Math.min(...occurredAt),
    complete: listed.complete,
    isAvailable: listed.isAvailable,
  };
}

/** What waits, for the page, while nothing can be sent. Entity operations only. */
export async function lookAtOutbox(run: LiveRun): Promise<OutboxRest> {
  return restOf(run, await listOutbox(run), NOTHING_DELIVERED);
}

/** Delivers the due contacts of the outbox: looks them up in the ledger, names them, sends them, deletes their records. */
export async function deliverOutbox(run: LiveRun): Promise<OutboxRest> {
  const listed = await listOutbox(run);
  run.outbox.change({ perMinute: listed.perMinute });
  const { contacts, leftovers } = listed;
  const waiting = new Set(contacts.map(({ contact }) => contact.ticketId));
  // Tickets that were set aside for contacts of which none waits any more.
  if (listed.complete)
    run.session.tickets.release(({ from, ticketId }) => from === null && !waiting.has(ticketId));
  const now = run.now();
  const early = contacts.filter(({ contact, since }) => contact.kind === 'ticket' && !isDue(since, now));
  const earlyTickets = new Set(early.map(({ contact }) => contact.ticketId));
  const due = contacts.filter(({ contact, since }) => {
    // Due at once: the import must not meet its ticket before the ledger has it.
    if (contact.kind === 'left_out') return true;
    // The Unknown contact of a deleted ticket waits for the ticket's own contact, into which it is merged.
    const waitsForOwn = contact.kind === 'unknown' && earlyTickets.has(contact.ticketId);
    return isDue(since, now) && !waitsForOwn;
  });
  const delivered = due.length > 0 ? await deliver(run, due) : NOTHING_DELIVERED;
  if (leftovers.length > 0) {
    // The contacts of an earlier installation were counted in its time, or come with an import.
    run.log.info('records of an earlier installation are deleted', { waiting: leftovers.length });
    await removeRecords(run, [{ recordIds: leftovers }]);
  }
  return restOf(run, listed, delivered);
}
