import type { WaitingContact } from '../contacts/contact';
import { openOldest } from '../ledger/open-oldest';
import type { NamingResult } from '../naming/name-contacts';
import { removeRecords } from '../outbox/remove-records';
import { readKeptLast } from '../outbox/waiting-keys';
import { settleWithoutSending } from '../outbox/settle-without-sending';
import type { WaitingContacts } from '../outbox/waiting-contacts';
import { hasHeldMost } from '../sending/retry-rules';
import { LIMITS } from '../values/limits';
import { keepWaiting, noteCame } from './keep-waiting';
import type { LiveRun } from './live-run';
import { mergeDuplicates } from './merge-duplicates';
import { nameAll } from './name-all';

/** The contacts that were neither sent nor settled. */
export interface Delivered {
  /** Deleted records of contacts that the import counts. */
  readonly imported: ReadonlySet<string>;
  /** Contacts that wait for their group. */
  readonly settling: ReadonlySet<string>;
  /** Contacts that wait under a key of their own now. */
  readonly kept: ReadonlySet<string>;
}

/** Settles what turned out not to be a contact; returns what the import counts. */
export async function settleLeftOut(
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

/**
 * Stores, in the live way, what records tell of the tickets of contacts that may be delivered, and what facts alone tell.
 * Returns whether a ticket's records may go. @ops those of FactsBook.keep and ToldChats.keep
 */
async function keepFacts(
  run: LiveRun,
  { told, facts }: Pick<WaitingContacts, 'told' | 'facts'>,
  contacts: readonly WaitingContact[],
): Promise<(ticketId: number) => boolean> {
  if (run.way === 'checked') return () => true;
  const tickets = new Set([...facts, ...contacts.map(({ contact }) => contact)].map((each) => each.ticketId));
  const toKeep = told.filter(({ ticketId }) => tickets.has(ticketId));
  const unsafe = await run.chats.keep(toKeep);
  const safe = await run.book.keep(toKeep, () => noteCame(run));
  const isTold = new Set(toKeep.map(({ ticketId }) => ticketId));
  const isSafe = (ticketId: number): boolean =>
    !isTold.has(ticketId) || (safe.has(ticketId) && !unsafe.has(ticketId));
  await removeRecords(
    run,
    facts.filter(({ ticketId }) => isSafe(ticketId)),
  );
  return isSafe;
}

/** Live, what facts cost is not there for ledger keys. */
function ledgerKeys({ way, budget }: LiveRun): number {
  if (way === 'checked') return LIMITS.ledgerReadsPerRun;
  return Math.min(
    LIMITS.ledgerReadsPerRun,
    budget.keysToOpen(LIMITS.ledgerReadsPerRun) - LIMITS.factsKeysToAdd,
  );
}

/**
 * Looks due contacts up in the ledger, names them, sends them and deletes their records. Live, what their records tell of
 * tickets is stored before, and what needs something that no run can get is kept under a key of its own; while injixo takes
 * nothing (`isOff`), so is all that could be sent.
 */
export async function deliverContacts(
  run: LiveRun,
  due: readonly WaitingContact[],
  listed: Pick<WaitingContacts, 'told' | 'facts'>,
  isOff: boolean,
): Promise<Delivered> {
  const loaded = await openOldest(run, due, ledgerKeys(run));
  const sorted = mergeDuplicates(loaded, run.ledger);
  const mayLook = sorted.toSend.length > 0 && run.budget.affords(2, 'ledger');
  const keptBefore = mayLook ? await readKeptLast(run) : new Set<string>();
  const isKept = ({ contact }: WaitingContact): boolean => keptBefore.has(contact.contactId);
  const states = await run.states.find(sorted.toSend);
  const mayGo = await keepFacts(run, listed, loaded);
  const maySettle = ({ contact }: WaitingContact): boolean => mayGo(contact.ticketId);
  // What may not be settled in this run must not be the first message of a chat either.
  const nameable = sorted.toSend.filter((each) => maySettle(each) && !isKept(each));
  const safe = await nameAll(run, nameable, states);
  await settleWithoutSending(run, sorted.leftOut.filter(maySettle), true);
  const imported = await settleLeftOut(
    run,
    safe.map(({ result }) => result),
  );
  const sendable = safe.flatMap(({ result }) => (result.kind === 'send' ? [result.contact] : []));
  // What cannot be named yet goes first, unless it takes what sending needs: it hides the others.
  const keptFirst = await keepWaiting(run, safe, { isStopped: false, reserve: 'ledger' });
  if (!isOff) await run.send(sendable, 'outbox');
  const isStopped = run.way === 'live' && (isOff || hasHeldMost(run));
  const others = safe.filter(({ waiting }) => !keptFirst.has(waiting.contact.contactId));
  const keptThen = await keepWaiting(run, others, { isStopped, reserve: 'close' });
  const duplicates = [...sorted.duplicates, ...sorted.toSend.filter(isKept)];
  await removeRecords(run, [...duplicates.filter(maySettle), ...imported]);
  const settling = safe.filter(({ result }) => result.kind === 'settling');
  return {
    imported: new Set(imported.flatMap((each) => each.recordIds)),
    settling: new Set(settling.map(({ waiting }) => waiting.contact.contactId)),
    kept: new Set([...keptBefore, ...keptFirst, ...keptThen]),
  };
}
