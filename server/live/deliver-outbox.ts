import type { WaitingContact } from '../contacts/contact';
import { removeRecords } from '../outbox/remove-records';
import { isDue, listWaitingContacts, type WaitingContacts } from '../outbox/waiting-contacts';
import { ERROR_CODES, errorCode } from '../values/app-error';
import { isFarAhead } from '../values/instant';
import { LIMITS } from '../values/limits';
import { isAside } from './aside-tickets';
import { deliverContacts, type Delivered } from './deliver-contacts';
import type { LiveRun } from './live-run';

/** What a run leaves in the outbox. */
export interface OutboxRest extends Pick<WaitingContacts, 'told' | 'facts'> {
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
  /** The tickets of all contacts that were read. */
  readonly tickets: ReadonlySet<number>;
  /** False: the entity store did not answer, or the account has none. */
  readonly isAvailable: boolean;
}

type ListedOutbox = WaitingContacts & Pick<OutboxRest, 'isAvailable'>;

const NOTHING_LISTED: WaitingContacts = {
  ...{ contacts: [], complete: false, perMinute: 0, leftovers: [], unreadable: 0 },
  ...{ told: [], facts: [], names: [] },
};

const NOTHING_DELIVERED: Delivered = { imported: new Set(), settling: new Set(), kept: new Set() };

/** The waiting contacts; none when the entity store does not answer, because the scan then delivers them. */
async function listOutbox(run: LiveRun): Promise<ListedOutbox> {
  try {
    const { cutOver, isCutOverKnown, log } = run;
    const storedFrom = isCutOverKnown ? cutOver - LIMITS.leftoverMs : -Infinity;
    const listed = await listWaitingContacts(run, storedFrom);
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

/** What is left. A contact whose ticket is set aside is not due, and does not hold up *complete until*. */
function restOf(run: LiveRun, listed: ListedOutbox, { imported, settling, kept }: Delivered): OutboxRest {
  const waiting = listed.contacts.filter(({ contact, recordIds }) => {
    const isKnown = run.ledger.isLoaded(contact) && run.ledger.markOf(contact) !== 'none';
    return !isKnown && !kept.has(contact.contactId) && !recordIds.every((id) => imported.has(id));
  });
  const sendable = waiting.filter((each) => !isAside(run, each));
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
    tickets: new Set(listed.contacts.map(({ contact }) => contact.ticketId)),
    ...{ complete: listed.complete, isAvailable: listed.isAvailable },
    ...{ told: listed.told, facts: listed.facts },
  };
}

/** What waits, for the page, while nothing can be sent. Entity operations only. */
export async function lookAtOutbox(run: LiveRun): Promise<OutboxRest> {
  return restOf(run, await listOutbox(run), NOTHING_DELIVERED);
}

/** The contacts that may be delivered. Live, only a whole outbox tells where they belong, for the first ten minutes. */
function dueIn(run: LiveRun, { contacts, complete }: ListedOutbox): readonly WaitingContact[] {
  const now = run.now();
  const early = contacts.filter(({ contact, since }) => contact.kind === 'ticket' && !isDue(since, now));
  const earlyTickets = new Set(early.map(({ contact }) => contact.ticketId));
  const isKnown = run.way === 'checked' || complete;
  return contacts.filter(({ contact, since }) => {
    // Due at once: the import must not meet its ticket before the ledger has it.
    if (contact.kind === 'left_out') return true;
    // The Unknown contact of a deleted ticket waits for the ticket's own contact, into which it is merged.
    const waitsForOwn = contact.kind === 'unknown' && earlyTickets.has(contact.ticketId);
    const mayBeNamed = isKnown || now - since >= LIMITS.settleWithoutGroupMs;
    return isDue(since, now) && mayBeNamed && !waitsForOwn;
  });
}

/**
 * Takes in what records tell beside contacts: names, whose records go then, and live the facts of tickets; true when facts wait
 * to be kept. @ops 2 at most, and those of hearing
 */
async function takeIn(run: LiveRun, { names, told, facts }: ListedOutbox): Promise<boolean> {
  if (names.length > 0) {
    const learnt = names.map(({ seen: { groupId: id, ...seen } }) => ({
      kind: 'group' as const,
      id,
      ...seen,
    }));
    await run.names.learn(learnt);
    await removeRecords(run, names);
  }
  if (run.way === 'checked') return false;
  await run.book.hear(told);
  run.chats.hear(told);
  return facts.length > 0 || run.book.hasNew();
}

/**
 * Delivers the due contacts of the outbox: looks them up in the ledger, names them, sends them, deletes their records. While
 * injixo takes nothing (`isOff`), those that could be sent are kept elsewhere: the outbox must not fill.
 */
export async function deliverOutbox(run: LiveRun, isOff: boolean): Promise<OutboxRest> {
  const listed = await listOutbox(run);
  const recordedAt = Math.max(run.outbox.value.recordedAt ?? 0, ...listed.contacts.map(({ since }) => since));
  run.outbox.change({ perMinute: listed.perMinute, recordedAt });
  const hasFacts = await takeIn(run, listed);
  const due = dueIn(run, listed);
  const delivered =
    due.length > 0 || hasFacts ? await deliverContacts(run, due, listed, isOff) : NOTHING_DELIVERED;
  // What an earlier installation left: its contacts were counted in its time, or come with an import.
  const { leftovers } = listed;
  if (leftovers.length > 0) {
    run.log.info('records of an earlier installation are deleted', { waiting: leftovers.length });
    await removeRecords(run, [{ recordIds: leftovers }]);
  }
  return restOf(run, listed, delivered);
}
