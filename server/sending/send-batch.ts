import { interpretAnswer, type DeliveryOutcome } from '../injixo/interpret-answer';
import type { NamedContact } from '../naming/named-contact';
import { LIMITS } from '../values/limits';
import { toContactEvent } from '../contacts/contact-event';
import { decidingKeys, keysTouched, reserveForClose } from './cut-batch';
import {
  beginBatch,
  markAccepted,
  NOTHING_IN_FLIGHT,
  writeInFlight,
  type BatchDetails,
  type InFlightBatch,
} from './in-flight-batch';
import { writeOutcome, type KnownOutcome } from './kept-outcome';
import { afterOutcome, type AfterOutcome } from './retry-rules';
import { noteError, type SendingRun } from './sending-state';
import { settleInFlight } from './settle-batch';

/** A batch's answer and what it leads to; the slice `sending` has it already. */
export interface SentBatch {
  readonly outcome: DeliveryOutcome;
  /** injixo refused a contact that was alone in its batch. */
  readonly isRefusedAlone: boolean;
  readonly after: AfterOutcome;
}

/**
 * Operations from the beginning of a batch to its settlement, and those that close the run. Of a batch that is not counted
 * the trend waits as well.
 */
export function opsToSend(
  run: SendingRun,
  batch: readonly NamedContact[],
  details: BatchDetails = {},
): number {
  const { past, from, isCounted } = { ...NOTHING_IN_FLIGHT, ...details };
  const keys = keysTouched(run.ledger, batch, { past, isCounted });
  const queues = run.queues.changed() ? 1 : 0;
  const toProve = run.store.unproved(decidingKeys(run, batch, past));
  const held = from === null ? 0 : LIMITS.reserves.heldBatch;
  const close = isCounted ? reserveForClose(run, true) : LIMITS.reserves.close;
  return LIMITS.reserves.settle + toProve + keys.ledger + 2 * keys.counts + queues + held + close;
}

/**
 * The outcome of this batch of the run, if the store may still have the batch without it. A batch with `resume` that was not
 * taken stays: it carries what earlier batches settled.
 */
function unwritten({ number, contacts, resume, outcome }: InFlightBatch): KnownOutcome | null {
  if (contacts.length === 0) return null;
  if (resume === null) return outcome === null ? { batch: number, outcome: 'not taken' } : null;
  return outcome?.kind === 'accepted' ? { batch: number, outcome: 'accepted' } : null;
}

/**
 * Stores the batch in flight before its POST. This write also says what became of the batch before, which the store may still have
 * without its outcome; if it fails, that outcome is written alone, and the run stops. @ops 1
 */
async function storeBatch(
  run: SendingRun,
  batch: readonly NamedContact[],
  details: BatchDetails,
): Promise<void> {
  const before = run.inFlight.value;
  run.inFlight.set(beginBatch(before, batch, { ...details, at: run.now() }));
  try {
    await writeInFlight(run.store, run.inFlight.value);
  } catch (error) {
    const known = unwritten(before);
    run.inFlight.set(known?.outcome === 'accepted' ? before : { ...before, ...NOTHING_IN_FLIGHT });
    if (known !== null) await writeOutcome(run, known, true);
    throw error;
  }
}

function remember(run: SendingRun, batch: readonly NamedContact[], outcome: DeliveryOutcome): SentBatch {
  const isRefused = outcome.kind === 'contacts refused' || outcome.kind === 'too large';
  const isRefusedAlone = isRefused && batch.length === 1;
  const before = run.sending.value;
  // A held contact that is refused again stays held and says nothing about other contacts.
  if (run.inFlight.value.from !== null && isRefusedAlone) {
    return { outcome, isRefusedAlone, after: { sending: before, parkThis: null, goOn: true } };
  }
  const contactIds = batch.map(({ contactId }) => contactId);
  const after = afterOutcome({ before, contactIds, now: run.now() }, outcome);
  run.sending.set(after.sending);
  return { outcome, isRefusedAlone, after };
}

/**
 * Sends one batch: prove that the ledger lacks it, write new queues, write `in_flight`, POST, write the outcome, settle. After a kill at any point each
 * contact is accepted, pending or held. An accepted batch with `resume` is not settled here: its outcome is written with the
 * next batch or by writeOutcome.
 * @ops those of opsToSend without those that close the run
 */
export async function sendBatch(
  run: SendingRun,
  batch: readonly NamedContact[],
  details: BatchDetails,
): Promise<SentBatch> {
  const { store, inFlight } = run;
  await store.prove(decidingKeys(run, batch, details.past));
  await run.queues.save();
  await storeBatch(run, batch, details);
  const { number, origin, resume } = inFlight.value;
  const answer = await run.post(batch.map(toContactEvent), `batch-${run.cutOver}-${number}`);
  const outcome = interpretAnswer(answer, { sent: batch.length, now: run.now() });
  // Before settling: the write of the state that lists a held batch must also have the mode `probe`.
  const sent = remember(run, batch, outcome);
  noteError(run, answer, outcome);
  if (outcome.kind === 'accepted') {
    inFlight.set(markAccepted(inFlight.value, run.now(), run));
    if (resume === null) await writeOutcome(run, { batch: number, outcome: 'accepted' });
  }
  const isAccepted = outcome.kind === 'accepted' && resume === null;
  if (isAccepted || outcome.kind === 'unclear') await settleInFlight(run, outcome);
  run.log.info('batch sent', { batch: number, batchSize: batch.length, origin, outcome: outcome.kind });
  return sent;
}
