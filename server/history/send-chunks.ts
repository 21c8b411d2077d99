import { idOf, isReplyId } from '../contacts/contact';
import { ledgerTicket, type Ledger } from '../ledger/ledger';
import type { NamedContact } from '../naming/named-contact';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { cutBatch } from '../sending/cut-batch';
import { parkContacts } from '../sending/hold';
import { fromStored, toStored, type StoredContact } from '../sending/in-flight-batch';
import { writeOutcome } from '../sending/kept-outcome';
import { batchLimit, mayBegin, refusedIds, suspectedOf, tooManyHeld } from '../sending/retry-rules';
import { sendInBatches, type Batch, type BatchResult } from '../sending/send-in-batches';
import { LIMITS } from '../values/limits';
import { packIds, unpackIds } from '../values/packed-ids';
import type { HistoryRecord } from './history-record';
import { affordsBatch, affordsBatchesLater, openTicket, type ImportRun } from './import-run';
import { addReplies, createImportedBits, readReplyPart } from './imported';
import { takeChunks, type Chunk, type Progress } from './ticket-chunks';

/**
 * What a batch of the import brings along as `resume`: all that the run settled before it, and where the import stands once
 * the batch counts as sent. One write after the run's last batch is enough. Lists are packed ids.
 */
export interface ImportResume {
  /** Tickets whose own contact earlier batches of the run settled, and of these those in Unknown Tickets. */
  readonly own: string;
  readonly unknown: string;
  /** Tickets that are complete with this batch or an earlier one of the run. */
  readonly done: string;
  /** Replies of the run's earlier batches. */
  readonly replies: string;
  readonly next: HistoryRecord;
}

/** A batch and where the import stands once it counts as sent. */
interface ImportBatch extends Batch {
  readonly progress: Progress;
}

function maySend(work: ImportRun): boolean {
  return affordsBatch(work) && maySendLater(work, 1);
}

/** True while the run can still send so many batches, though perhaps not before the operations of the run before have left its minute. */
function maySendLater(work: ImportRun, batches: number): boolean {
  return (
    mayBegin(work.run) && affordsBatchesLater(work, batches) && !work.isWritten && !tooManyHeld(work.run)
  );
}

function batchOf(work: ImportRun, contacts: readonly NamedContact[], progress: Progress): ImportBatch {
  const resume: ImportResume = {
    own: packIds(work.own),
    unknown: packIds(work.unknown),
    done: packIds([...work.done, ...progress.done]),
    replies: packIds([...work.replies, ...progress.leftOut]),
    next: progress.record,
  };
  return { contacts, details: { origin: 'history', past: true, resume }, progress };
}

/** Remembers accepted contacts until the end of the run; until then every batch brings them along. */
function rememberAccepted(work: ImportRun, contacts: readonly NamedContact[]): void {
  for (const contact of contacts) {
    if (isReplyId(contact.contactId)) {
      work.replies.push(idOf(contact.contactId));
      continue;
    }
    work.run.ledger.raise(contact, 'settled', contact.unknown);
    work.own.push(contact.ticketId);
    if (contact.unknown) work.unknown.push(contact.ticketId);
  }
}

function moveTo(work: ImportRun, { done, leftOut, record }: Progress): void {
  for (const ticketId of done) work.bits.set(ticketId);
  work.done.push(...done);
  work.replies.push(...leftOut);
  work.record = record;
}

/** Moves the import past a batch, unless its contacts are still to be sent. False: no further batch in this run. */
function afterBatch(work: ImportRun, { contacts, progress }: ImportBatch, result: BatchResult): boolean {
  let { record } = progress;
  if (result === 'refused alone') {
    const added = contacts.map((each) => ({
      contact: toStored(each, 0),
      queueIdentifier: each.queue.identifier,
    }));
    record = { ...record, deferred: [...record.deferred, ...added] };
  }
  if (result === 'accepted') rememberAccepted(work, contacts);
  if (result !== 'not taken') moveTo(work, { ...progress, record });
  work.isOutcomeOpen = result === 'accepted';
  // Settling a held batch has carried out its `resume`.
  work.isWritten = result === 'unclear' || result === 'parked';
  return result === 'accepted' || work.record.deferred.length < LIMITS.historyDeferred;
}

/** Writes the outcome of the last accepted batch, unless a later batch wrote it. @ops 1 */
export async function closeOutcome(work: ImportRun): Promise<void> {
  const batch = work.run.inFlight.value.number;
  if (work.isOutcomeOpen) await writeOutcome(work.run, { batch, outcome: 'accepted' });
  work.isOutcomeOpen = false;
}

/** The chunks that are left, and whether more may be sent in this run. */
export interface Sent {
  readonly rest: readonly Chunk[];
  readonly goOn: boolean;
}

/**
 * Sends the contacts of the chunks in batches while time, operations and injixo's answers allow, and moves the record past
 * what is settled. With `onlyFull` it leaves a last batch that is not full.
 * @ops 1 a batch; the rest is written at the end of the run
 */
export async function sendChunks(
  work: ImportRun,
  chunks: readonly Chunk[],
  onlyFull: boolean,
): Promise<Sent> {
  const { run } = work;
  const empty = takeChunks(work.record, chunks, 0);
  moveTo(work, empty);
  let { rest } = empty;
  const goOn = await sendInBatches(run, {
    next() {
      const limit = batchLimit(run);
      const waiting = rest.flatMap((chunk) => chunk.contacts);
      if (waiting.length < (onlyFull ? limit : 1) || !maySend(work)) return null;
      const contacts = cutBatch(run.ledger, waiting.slice(0, limit), limit, { past: true });
      const progress = takeChunks(work.record, rest, contacts.length);
      const { record } = progress;
      const totals = { ...record.totals, contacts: record.totals.contacts + contacts.length };
      // A sweep that found any contact is not the last one.
      const fresh = record.fresh + contacts.length;
      return batchOf(work, contacts, { ...progress, record: { ...record, fresh, totals } });
    },
    heard(batch, result) {
      if (result !== 'not taken') rest = batch.progress.rest;
      return afterBatch(work, batch, result);
    },
  });
  const waiting = rest.flatMap((chunk) => chunk.contacts).length;
  return { rest, goOn: goOn && maySendLater(work, 1 + Math.ceil(waiting / batchLimit(run))) };
}

/**
 * Settles the contacts that injixo refused alone earlier: parks those that became suspects, because another contact was
 * accepted since, and retries those that were refused while the request itself was at fault.
 */
export async function sendDeferred(work: ImportRun): Promise<void> {
  const { run } = work;
  for (const { contact: stored, queueIdentifier } of work.record.deferred) {
    const [contact] = fromStored(stored, queueIdentifier, run.queues);
    if (contact === undefined || !maySend(work) || !(await openTicket(work, contact.ticketId))) return;
    const deferred = work.record.deferred.filter((each) => each.contact[0] !== contact.contactId);
    const record = { ...work.record, deferred };
    const batch = batchOf(work, [contact], { record, done: [], leftOut: [], rest: [] });
    const suspected = suspectedOf(run, contact.contactId);
    if (suspected !== null) {
      await parkContacts(run, [contact], suspected, batch.details);
      afterBatch(work, batch, 'parked');
    } else if (!refusedIds(run.sending.value, 'waiting').includes(contact.contactId)) {
      const waiting = [batch];
      await sendInBatches(run, {
        next: () => waiting.pop() ?? null,
        heard: (each, result) => afterBatch(work, each, result),
      });
      await closeOutcome(work);
    }
  }
}

/**
 * Carries out `resume`: writes what the run settled before the batch, the tickets that are done, the replies sent, and where
 * the import goes on. The batch's own contacts are marked elsewhere. Idempotent.
 * @ops 4 for each key of 50,000 tickets, and 3
 */
export async function settleImportBatch(
  resume: object,
  contacts: readonly StoredContact[],
  { store, ledger }: { readonly store: KeyValueStore; readonly ledger: Ledger },
): Promise<void> {
  const { own, unknown, done, replies, next } = resume as ImportResume;
  const unknownTickets = new Set(unpackIds(unknown));
  for (const ticketId of unpackIds(own)) {
    await ledger.load([ledgerTicket(ticketId)]);
    ledger.raise(ledgerTicket(ticketId), 'settled', unknownTickets.has(ticketId));
  }
  await ledger.save();
  const bits = createImportedBits(store, next.span);
  for (const ticketId of unpackIds(done)) {
    await bits.open(ticketId);
    bits.set(ticketId);
  }
  await bits.save();
  const sent = contacts.flatMap(([id]) => (isReplyId(id) ? [idOf(id)] : []));
  const known = await readReplyPart(store, next.span, next.replyParts - 1);
  const record = await addReplies(store, next, known, [...unpackIds(replies), ...sent]);
  await store.set(KEYS.history, record);
}
