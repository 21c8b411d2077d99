import { idOf, isReplyId } from '../contacts/contact-id';
import { cutBatch } from '../delivery/cut-batch';
import { settleRunNote } from '../delivery/finish-note';
import { noteBatch, writeNote, type ParkReason } from '../delivery/note';
import { fromNoted, toNoted } from '../delivery/noted-contact';
import type { OutgoingContact } from '../delivery/outgoing';
import { sendBatch, writeOutcome, type SentBatch } from '../delivery/send-batch';
import { batchLimit, mayBegin, tooManyHeld } from '../delivery/sending-rules';
import { packIds } from '../ledger/packed-ids';
import { LIMITS } from '../platform/limits';
import type { HistoryNote } from './history-note';
import type { LateContact } from './history-record';
import { mayNote, openTicket, type HistoryWork } from './history-work';
import type { Step } from './steps';
import { contactsOf, takeSteps, withContacts, type Taken } from './take-steps';

function maySend(work: HistoryWork): boolean {
  return mayBegin(work.run) && mayNote(work) && !work.isWritten && !tooManyHeld(work.run);
}

function noteFor(work: HistoryWork, { done, leftOut, record }: Taken): HistoryNote {
  return {
    own: packIds(work.own),
    unknown: packIds(work.unknown),
    done: packIds([...work.done, ...done]),
    replies: packIds([...work.replies, ...leftOut]),
    next: record,
  };
}

/** Remembers what is settled; it is written at the end of the run, until then every note carries it. */
function settle(work: HistoryWork, contacts: readonly OutgoingContact[], taken: Taken): void {
  for (const contact of contacts) {
    if (isReplyId(contact.contactId)) {
      work.replies.push(idOf(contact.contactId));
      continue;
    }
    work.run.ledger.grow(contact, 'settled', contact.unknown);
    work.own.push(contact.ticketId);
    if (contact.unknown) work.unknown.push(contact.ticketId);
  }
  pass(work, taken);
}

/** Goes on to where the taken steps end. */
function pass(work: HistoryWork, taken: Taken): void {
  for (const ticketId of taken.done) work.bits.set(ticketId);
  work.done.push(...taken.done);
  work.replies.push(...taken.leftOut);
  work.record = taken.record;
}

/** Holds contacts for a person to decide; their note writes everything else as well. */
async function park(
  work: HistoryWork,
  contacts: readonly OutgoingContact[],
  taken: Taken,
  reason: ParkReason,
): Promise<void> {
  const { run } = work;
  const history = noteFor(work, taken);
  const outcome = { kind: 'parked', reason } as const;
  run.note = noteBatch(run.note, contacts, 'history', run.now(), { past: true, history, outcome });
  await writeNote(run.store, run.note);
  await settleRunNote(run);
  pass(work, taken);
  work.isWritten = true;
}

function toLate(contact: OutgoingContact): LateContact {
  return { contact: toNoted(contact, 0), queueIdentifier: contact.queue.identifier };
}

/** Sets aside what injixo refused alone: another contact goes first. */
function setAside(work: HistoryWork, contacts: readonly OutgoingContact[], taken: Taken): void {
  const late = [...taken.record.late, ...contacts.map(toLate)];
  pass(work, { ...taken, record: { ...taken.record, late } });
}

/** What becomes of a batch by its answer; the steps that are left. */
async function conclude(
  work: HistoryWork,
  batch: readonly OutgoingContact[],
  taken: Taken,
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
  return { isTaken: isAlone, goOn: after.goOn && work.record.late.length < LIMITS.historyLate };
}

async function sendOne(
  work: HistoryWork,
  batch: readonly OutgoingContact[],
  taken: Taken,
): Promise<{ readonly isTaken: boolean; readonly goOn: boolean }> {
  const history = noteFor(work, taken);
  const sent = await sendBatch(work.run, batch, 'history', { past: true, history });
  work.isOutcomeOpen = sent.outcome.kind === 'accepted';
  return conclude(work, batch, taken, sent);
}

/** Notes that the last batch was accepted, unless another note said so. One operation at most. */
export async function closeOutcome(work: HistoryWork): Promise<void> {
  if (work.isOutcomeOpen) await writeOutcome(work.run);
  work.isOutcomeOpen = false;
}

/** Contacts of the steps. */
export function countContacts(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + step.contacts.length, 0);
}

/** What is left to send, and whether more may follow in this run. */
export interface Sent {
  readonly rest: readonly Step[];
  readonly goOn: boolean;
}

/**
 * Sends the contacts of the steps in batches while time, operations and injixo's answers allow, and moves the record past
 * what is settled; only full batches while more is to be read. One operation a batch, and one when no further one follows
 * at once; the rest is written at the end of the run.
 */
export async function sendSteps(work: HistoryWork, steps: readonly Step[], onlyFull: boolean): Promise<Sent> {
  const first = takeSteps(work.record, steps, 0);
  pass(work, first);
  let { rest } = first;
  let goOn = true;
  const isEnough = (): boolean => countContacts(rest) >= (onlyFull ? batchLimit(work.run) : 1);
  while (goOn && isEnough() && maySend(work)) {
    const limit = batchLimit(work.run);
    const batch = cutBatch(contactsOf(rest, limit), limit, true);
    const taken = takeSteps(work.record, rest, batch.length);
    const record = withContacts(taken.record, batch.length);
    const result = await sendOne(work, batch, { ...taken, record });
    if (result.isTaken) rest = taken.rest;
    goOn = result.goOn;
  }
  return { rest, goOn: goOn && maySend(work) };
}

function withoutLate(work: HistoryWork, contactId: string): Taken {
  const late = work.record.late.filter((each) => each.contact[0] !== contactId);
  return { record: { ...work.record, late }, done: [], leftOut: [], rest: [] };
}

/**
 * What injixo refused alone earlier: held once another contact was accepted since, or sent again when the request itself
 * had been at fault.
 */
export async function sendLate(work: HistoryWork): Promise<void> {
  const { run } = work;
  for (const late of work.record.late) {
    const [contact] = fromNoted(late.contact, late.queueIdentifier, run.queues);
    if (contact === undefined || !maySend(work) || !(await openTicket(work, contact.ticketId))) return;
    const taken = withoutLate(work, contact.contactId);
    if (run.state.suspects.includes(contact.contactId)) {
      await park(work, [contact], taken, 'refused');
      const suspects = run.state.suspects.filter((id) => id !== contact.contactId);
      run.state = { ...run.state, suspects };
    } else if (!run.state.refused.includes(contact.contactId)) {
      await sendOne(work, [contact], taken);
      await closeOutcome(work);
    }
  }
}
