import { interpretAnswer, type DeliveryOutcome } from '../injixo/interpret-answer';
import { eventOf, keysTouched, reserveForClose } from './cut-batch';
import { settleInFlight } from './settle-batch';
import { markAccepted, beginBatch, writeInFlight, type BatchDetails } from './in-flight-batch';
import { type AfterOutcome, rememberOutcome } from './retry-rules';
import type { Origin, NamedContact } from '../naming/named-contact';
import { LIMITS } from '../values/limits';
import type { SendingRun } from './sending-state';

const OUTCOME_TRIES = 3;

/** The key-value operations a batch needs from its note to its settlement, with those that end the run. */
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

/** Writes the run's note, more than once when the store does not take it. One operation. */
export async function writeOutcome(run: SendingRun): Promise<void> {
  for (let attempt = 1; attempt < OUTCOME_TRIES; attempt += 1) {
    try {
      return await writeInFlight(run.store, run.inFlight.value);
    } catch {
      // Without this write an accepted batch would have to be held as unclear: worth another operation.
      run.log.warn('outcome of a batch not noted, trying again', { batch: run.inFlight.value.number });
    }
  }
  return writeInFlight(run.store, run.inFlight.value);
}

/** The import settles what was accepted after its last batch: its note carries all that is to be done then. */
function isSettledAtOnce(run: SendingRun, outcome: DeliveryOutcome): boolean {
  return outcome.kind === 'unclear' || (outcome.kind === 'accepted' && run.inFlight.value.resume === null);
}

/** True when injixo refused a contact that stood alone, for what it says or for its size. */
export function isRefusedAlone(outcome: DeliveryOutcome, batch: readonly NamedContact[]): boolean {
  return batch.length === 1 && (outcome.kind === 'contacts refused' || outcome.kind === 'too large');
}

/** What a batch's answer is, and what it leads to; `state` remembers it already. */
export interface SentBatch {
  readonly outcome: DeliveryOutcome;
  readonly after: AfterOutcome;
}

function remember(
  run: SendingRun,
  batch: readonly NamedContact[],
  { outcome, from }: { readonly outcome: DeliveryOutcome; readonly from: BatchDetails['from'] },
): AfterOutcome {
  // A held contact that is refused again stays held; it says nothing about the others.
  if (from !== null && isRefusedAlone(outcome, batch)) {
    return { sending: run.sending.value, park: [], parkThis: null, goOn: true };
  }
  const contactIds = batch.map((contact) => contact.contactId);
  return rememberOutcome(run, contactIds, outcome);
}

/**
 * Sends one batch: new queue names written, batch noted, POST, outcome noted, then settled. A kill at any point leaves
 * each contact accepted, pending or held. Operations: opsToSend without those that end the run. For the import the caller writes the
 * outcome, or notes the next batch.
 */
export async function sendBatch(
  run: SendingRun,
  batch: readonly NamedContact[],
  origin: Origin,
  details: BatchDetails,
): Promise<SentBatch> {
  await run.queues.save();
  run.inFlight.set(beginBatch(run.inFlight.value, batch, origin, run.now(), details));
  // A note of the import says as well that the batch before it was accepted.
  await (run.inFlight.value.resume === null
    ? writeInFlight(run.store, run.inFlight.value)
    : writeOutcome(run));
  const answer = await run.post(batch.map(eventOf), `batch-${run.cutOver}-${run.inFlight.value.number}`);
  const outcome = interpretAnswer(answer, run.now());
  // Before anything is settled: the `state` that lists a held batch has to say as well that injixo is to be asked first.
  const after = remember(run, batch, { outcome, from: details.from ?? null });
  if (outcome.kind === 'accepted') {
    run.inFlight.set(
      markAccepted(run.inFlight.value, run.now(), {
        calendar: run.calendar,
        queueIndex: run.queues.indexOf,
      }),
    );
    if (run.inFlight.value.resume === null) await writeOutcome(run);
  }
  if (isSettledAtOnce(run, outcome)) await settleInFlight(run);
  run.log.info('batch sent', {
    batch: run.inFlight.value.number,
    batchSize: batch.length,
    origin,
    outcome: outcome.kind,
  });
  return { outcome, after };
}
