import { interpretAnswer, type DeliveryOutcome } from '../injixo/interpret-answer';
import type { NamedContact } from '../naming/named-contact';
import { LIMITS } from '../values/limits';
import { toContactEvent } from '../contacts/contact-event';
import { keysTouched, reserveForClose } from './cut-batch';
import { beginBatch, markAccepted, writeInFlight, type BatchDetails } from './in-flight-batch';
import { afterOutcome, type AfterOutcome } from './retry-rules';
import type { SendingRun } from './sending-state';
import { settleInFlight } from './settle-batch';

const OUTCOME_TRIES = 3;

/** A batch's answer and what it leads to; the slice `sending` has it already. */
export interface SentBatch {
  readonly outcome: DeliveryOutcome;
  /** injixo refused a contact that was alone in its batch. */
  readonly isRefusedAlone: boolean;
  readonly after: AfterOutcome;
}

/** Operations from the beginning of a batch to its settlement, and those that close the run. */
export function opsToSend(
  run: SendingRun,
  batch: readonly NamedContact[],
  { past = false, from = null }: BatchDetails = {},
): number {
  const keys = keysTouched(batch, past);
  const queues = run.queues.changed() ? 1 : 0;
  const held = from === null ? 0 : LIMITS.reserves.heldBatch;
  return LIMITS.reserves.settle + keys.ledger + 2 * keys.counts + queues + held + reserveForClose(run, batch);
}

/** Writes the batch in flight with its outcome, with up to three tries. @ops 1 */
export async function writeOutcome(run: SendingRun): Promise<void> {
  for (let attempt = 1; attempt < OUTCOME_TRIES; attempt += 1) {
    try {
      return await writeInFlight(run.store, run.inFlight.value);
    } catch {
      // Without this write an accepted batch would be held as unclear, so another operation is worth it.
      run.log.warn('outcome of a batch not noted, trying again', { batch: run.inFlight.value.number });
    }
  }
  return writeInFlight(run.store, run.inFlight.value);
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
 * Sends one batch: write new queues, write `in_flight`, POST, write the outcome, settle. After a kill at any point each
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
  await run.queues.save();
  inFlight.set(beginBatch(inFlight.value, batch, { ...details, at: run.now() }));
  const { number, origin, resume } = inFlight.value;
  // With `resume` this write also says that the previous batch was accepted.
  await (resume === null ? writeInFlight(store, inFlight.value) : writeOutcome(run));
  const answer = await run.post(batch.map(toContactEvent), `batch-${run.cutOver}-${number}`);
  const outcome = interpretAnswer(answer, run.now());
  // Before settling: the write of the state that lists a held batch must also have the mode `probe`.
  const sent = remember(run, batch, outcome);
  if (outcome.kind === 'accepted') {
    inFlight.set(markAccepted(inFlight.value, run.now(), run));
    if (resume === null) await writeOutcome(run);
  }
  const isAccepted = outcome.kind === 'accepted' && resume === null;
  if (isAccepted || outcome.kind === 'unclear') await settleInFlight(run);
  run.log.info('batch sent', { batch: number, batchSize: batch.length, origin, outcome: outcome.kind });
  return sent;
}
