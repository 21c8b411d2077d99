import { idOf, isReplyId } from '../contacts/contact';
import { cutBatch } from '../sending/cut-batch';
import { settleInFlight } from '../sending/settle-batch';
import {
  beginBatch,
  writeInFlight,
  type ParkReason,
  fromStored,
  toStored,
  type StoredContact,
} from '../sending/in-flight-batch';
import type { NamedContact } from '../naming/named-contact';
import { sendBatch, writeOutcome, type SentBatch } from '../sending/send-batch';
import { batchLimit, forgetSuspects, mayBegin, tooManyHeld } from '../sending/retry-rules';
import { packIds, unpackIds } from '../values/packed-ids';
import { LIMITS } from '../values/limits';
import { type DeferredContact, writeHistory, type HistoryRecord } from './history-record';
import { mayNote, openTicket, type ImportRun } from './import-run';
import { type Chunk, contactsOf, takeChunks, withContacts, type Progress } from './ticket-chunks';
import { ledgerTicket, type Ledger } from '../ledger/ledger';
import type { KeyValueStore } from '../platform/ports';
import { createImportedBits, addReplies, readReplyPart } from './imported';

function maySend(work: ImportRun): boolean {
  return mayBegin(work.run) && mayNote(work) && !work.isWritten && !tooManyHeld(work.run);
}

function resumeAfter(work: ImportRun, { done, leftOut, record }: Progress): ImportResume {
  return {
    own: packIds(work.own),
    unknown: packIds(work.unknown),
    done: packIds([...work.done, ...done]),
    replies: packIds([...work.replies, ...leftOut]),
    next: record,
  };
}

/** Remembers what is settled; it is written at the end of the run, until then every note carries it. */
function settle(work: ImportRun, contacts: readonly NamedContact[], taken: Progress): void {
  for (const contact of contacts) {
    if (isReplyId(contact.contactId)) {
      work.replies.push(idOf(contact.contactId));
      continue;
    }
    work.run.ledger.raise(contact, 'settled', contact.unknown);
    work.own.push(contact.ticketId);
    if (contact.unknown) work.unknown.push(contact.ticketId);
  }
  pass(work, taken);
}

/** Goes on to where the taken steps end. */
function pass(work: ImportRun, taken: Progress): void {
  for (const ticketId of taken.done) work.bits.set(ticketId);
  work.done.push(...taken.done);
  work.replies.push(...taken.leftOut);
  work.record = taken.record;
}

/** Holds contacts for a person to decide; their note writes everything else as well. */
async function park(
  work: ImportRun,
  contacts: readonly NamedContact[],
  taken: Progress,
  reason: ParkReason,
): Promise<void> {
  const { run } = work;
  const resume = resumeAfter(work, taken);
  const outcome = { kind: 'parked', reason } as const;
  run.inFlight.set(
    beginBatch(run.inFlight.value, contacts, {
      origin: 'history',
      at: run.now(),
      past: true,
      resume,
      outcome,
    }),
  );
  await writeInFlight(run.store, run.inFlight.value);
  await settleInFlight(run);
  pass(work, taken);
  work.isWritten = true;
}

function toLate(contact: NamedContact): DeferredContact {
  return { contact: toStored(contact, 0), queueIdentifier: contact.queue.identifier };
}

/** Sets aside what injixo refused alone: another contact goes first. */
function setAside(work: ImportRun, contacts: readonly NamedContact[], taken: Progress): void {
  const deferred = [...taken.record.deferred, ...contacts.map(toLate)];
  pass(work, { ...taken, record: { ...taken.record, deferred } });
}

/** What becomes of a batch by its answer; the steps that are left. */
async function conclude(
  work: ImportRun,
  batch: readonly NamedContact[],
  taken: Progress,
  { outcome, after }: SentBatch,
): Promise<{ readonly isTaken: boolean; readonly goOn: boolean }> {
  if (outcome.kind === 'accepted') {
    settle(work, batch, taken);
    return { isTaken: true, goOn: after.goOn };
  }
  if (outcome.kind === 'unclear') {
    pass(work, taken);
    work.isWritten = true;
    return { isTaken: true, goOn: false };
  }
  if (after.parkThis !== null) {
    await park(work, batch, taken, after.parkThis);
    return { isTaken: true, goOn: false };
  }
  const isAlone = outcome.kind === 'contacts refused' && batch.length === 1;
  if (isAlone) setAside(work, batch, taken);
  return { isTaken: isAlone, goOn: after.goOn && work.record.deferred.length < LIMITS.historyLate };
}

async function sendOne(
  work: ImportRun,
  batch: readonly NamedContact[],
  taken: Progress,
): Promise<{ readonly isTaken: boolean; readonly goOn: boolean }> {
  const resume = resumeAfter(work, taken);
  const sent = await sendBatch(work.run, batch, { origin: 'history', past: true, resume });
  work.isOutcomeOpen = sent.outcome.kind === 'accepted';
  return conclude(work, batch, taken, sent);
}

/** Notes that the last batch was accepted, unless another note said so. One operation at most. */
export async function closeOutcome(work: ImportRun): Promise<void> {
  if (work.isOutcomeOpen) await writeOutcome(work.run);
  work.isOutcomeOpen = false;
}

/** Contacts of the steps. */
export function countContacts(steps: readonly Chunk[]): number {
  return steps.reduce((sum, step) => sum + step.contacts.length, 0);
}

/** What is left to send, and whether more may follow in this run. */
export interface Sent {
  readonly rest: readonly Chunk[];
  readonly goOn: boolean;
}

/**
 * Sends the contacts of the steps in batches while time, operations and injixo's answers allow, and moves the record past
 * what is settled; only full batches while more is to be read. One operation a batch, and one when no further one follows
 * at once; the rest is written at the end of the run.
 */
export async function sendChunks(work: ImportRun, steps: readonly Chunk[], onlyFull: boolean): Promise<Sent> {
  const first = takeChunks(work.record, steps, 0);
  pass(work, first);
  let { rest } = first;
  let goOn = true;
  const isEnough = (): boolean => countContacts(rest) >= (onlyFull ? batchLimit(work.run) : 1);
  while (goOn && isEnough() && maySend(work)) {
    const limit = batchLimit(work.run);
    const batch = cutBatch(contactsOf(rest, limit), limit, { past: true });
    const taken = takeChunks(work.record, rest, batch.length);
    const record = withContacts(taken.record, batch.length);
    const result = await sendOne(work, batch, { ...taken, record });
    if (result.isTaken) rest = taken.rest;
    goOn = result.goOn;
  }
  return { rest, goOn: goOn && maySend(work) };
}

function withoutLate(work: ImportRun, contactId: string): Progress {
  const deferred = work.record.deferred.filter((each) => each.contact[0] !== contactId);
  return { record: { ...work.record, deferred }, done: [], leftOut: [], rest: [] };
}

/**
 * What injixo refused alone earlier: held once another contact was accepted since, or sent again when the request itself
 * had been at fault.
 */
export async function sendDeferred(work: ImportRun): Promise<void> {
  const { run } = work;
  for (const late of work.record.deferred) {
    const [contact] = fromStored(late.contact, late.queueIdentifier, run.queues);
    if (contact === undefined || !maySend(work) || !(await openTicket(work, contact.ticketId))) return;
    const taken = withoutLate(work, contact.contactId);
    if (run.sending.value.suspects.includes(contact.contactId)) {
      await park(work, [contact], taken, 'refused');
      forgetSuspects(run, [contact.contactId]);
    } else if (!run.sending.value.refused.includes(contact.contactId)) {
      await sendOne(work, [contact], taken);
      await closeOutcome(work);
    }
  }
}

/**
 * What a batch note of the import carries besides its contacts, so that one write after the last batch of a run is enough:
 * all that the run settled before, and where the import stands once this batch counts as sent. Lists are packed ids.
 */
export interface ImportResume {
  /** Tickets whose own contact earlier batches of the run settled, and of these those in Unknown Tickets. */
  readonly own: string;
  readonly unknown: string;
  /** Tickets whose history is sent with this batch or was with an earlier one of the run. */
  readonly done: string;
  /** Replies of the run's earlier batches. */
  readonly replies: string;
  readonly next: HistoryRecord;
}

function repliesIn(contacts: readonly StoredContact[]): readonly number[] {
  return contacts.flatMap(([id]) => (isReplyId(id) ? [idOf(id)] : []));
}

async function growOwn(history: ImportResume, ledger: Ledger): Promise<void> {
  const unknown = new Set(unpackIds(history.unknown));
  for (const ticketId of unpackIds(history.own)) {
    await ledger.load([ledgerTicket(ticketId)]);
    ledger.raise(ledgerTicket(ticketId), 'settled', unknown.has(ticketId));
  }
  await ledger.save();
}

/**
 * Writes everything a note of the import stands for, apart from its own contacts' marks: what the run settled before it,
 * the tickets that are done, the replies sent, and where the import goes on. May be done twice. Operations: two for each
 * key of 50,000 tickets, twice, and three.
 */
export async function settleImportBatch(
  resume: object,
  contacts: readonly StoredContact[],
  deps: { readonly store: KeyValueStore; readonly ledger: Ledger },
): Promise<void> {
  const history = resume as ImportResume;
  await growOwn(history, deps.ledger);
  const bits = createImportedBits(deps.store, history.next.span);
  for (const ticketId of unpackIds(history.done)) {
    await bits.open(ticketId);
    bits.set(ticketId);
  }
  await bits.save();
  const replies = [...unpackIds(history.replies), ...repliesIn(contacts)];
  const { next } = history;
  const known = await readReplyPart(deps.store, next.span, next.replyParts - 1);
  await writeHistory(deps.store, await addReplies(deps.store, next, known, replies));
}
