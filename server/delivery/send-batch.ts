import { interpretAnswer } from '../injixo/interpret-answer';
import type { DeliveryOutcome } from '../injixo/outcome';
import { eventOf, keysTouched } from './cut-batch';
import { settleRunNote } from './finish-note';
import { acceptedNote, noteBatch, writeNote, type NoteDetails } from './note';
import { opsToEndRun } from './ops-to-end';
import type { Origin, OutgoingContact } from './outgoing';
import type { RunContext } from './run-context';

/** Operations around a POST: the note, its outcome, and one to spare for an outcome that has to be written again. */
const NOTE_OPS = 3;
const OUTCOME_TRIES = 3;

/** The key-value operations a batch needs from its note to its settlement, with those that end the run. */
export function opsToSend(run: RunContext, batch: readonly OutgoingContact[], past = false): number {
  const keys = keysTouched(batch, past);
  const queues = run.queues.changed() ? 1 : 0;
  return NOTE_OPS + keys.ledger + 2 * keys.counts + queues + opsToEndRun(run, batch);
}

/** Writes the run's note, more than once when the store does not take it. One operation. */
export async function writeOutcome(run: RunContext): Promise<void> {
  for (let attempt = 1; attempt < OUTCOME_TRIES; attempt += 1) {
    try {
      return await writeNote(run.store, run.note);
    } catch {
      // Without this write an accepted batch would have to be held as unclear: worth another operation.
      run.log.warn('outcome of a batch not noted, trying again', { batch: run.note.number });
    }
  }
  return writeNote(run.store, run.note);
}

/** The import settles what was accepted after its last batch: its note carries all that is to be done then. */
function isSettledAtOnce(run: RunContext, outcome: DeliveryOutcome): boolean {
  return outcome.kind === 'unclear' || (outcome.kind === 'accepted' && run.note.history === null);
}

/**
 * Sends one batch: new queue names written, batch noted, POST, outcome noted, then settled. A kill at any point leaves
 * each contact accepted, pending or held. Operations: opsToSend without those that end the run. For the import the caller writes the
 * outcome, or notes the next batch.
 */
export async function sendBatch(
  run: RunContext,
  batch: readonly OutgoingContact[],
  origin: Origin,
  details: NoteDetails,
): Promise<DeliveryOutcome> {
  await run.queues.save();
  run.note = noteBatch(run.note, batch, origin, run.now(), details);
  // A note of the import says as well that the batch before it was accepted.
  await (run.note.history === null ? writeNote(run.store, run.note) : writeOutcome(run));
  const answer = await run.post(batch.map(eventOf), `batch-${run.state.cutOver}-${run.note.number}`);
  const outcome = interpretAnswer(answer, run.now());
  if (outcome.kind === 'accepted') {
    run.note = acceptedNote(run.note, run.now(), {
      calendar: run.calendar,
      queueIndex: run.queues.indexOf,
    });
    if (run.note.history === null) await writeOutcome(run);
  }
  if (isSettledAtOnce(run, outcome)) await settleRunNote(run);
  run.log.info('batch sent', {
    batch: run.note.number,
    batchSize: batch.length,
    origin,
    outcome: outcome.kind,
  });
  return outcome;
}
