import { OUTCOME_NAME } from '../platform/keys';
import type { ScheduleData } from '../platform/ports';
import { errorCode } from '../values/app-error';
import { LIMITS } from '../values/limits';
import { readField } from '../values/read-field';
import { writeInFlight } from './in-flight-batch';
import type { SendingRun } from './sending-state';

/**
 * What injixo did with a batch, while `in_flight` in the store may still have it without an outcome. `not taken`: certainly
 * not.
 */
export interface KnownOutcome {
  readonly batch: number;
  readonly outcome: 'accepted' | 'not taken';
}

/** An outcome that was kept, and when it was known (ms). */
export interface KeptOutcome extends KnownOutcome {
  readonly time: number;
}

type OutcomeRun = Pick<SendingRun, 'scheduler' | 'cutOver' | 'now' | 'log'>;

/** The outcome that is kept for this batch of this installation, with its time (ms); null: there is none. Rejects when the
 * platform does not say. One call. */
export async function fetchOutcome(
  { scheduler, cutOver }: OutcomeRun,
  batch: number,
): Promise<KeptOutcome | null> {
  const data = await scheduler.dataOf(OUTCOME_NAME);
  if (readField(data, 'cutOver') !== cutOver || readField(data, 'batch') !== batch) return null;
  const outcome = readField(data, 'outcome');
  const time = readField(data, 'time');
  const isKnown = (outcome === 'accepted' || outcome === 'not taken') && typeof time === 'number';
  return isKnown ? { batch, outcome, time } : null;
}

/** Removes what was kept, once it is settled. What cannot be removed is an ordinary run when it fires. Never rejects. */
export async function removeOutcome({ scheduler, log }: OutcomeRun): Promise<void> {
  try {
    await scheduler.remove(OUTCOME_NAME);
  } catch (error) {
    log.warn('a kept outcome was not removed', { code: errorCode(error) });
  }
}

/**
 * Writes the batch in flight as it is now, which says what became of the batch that the store has. Refused, it is written
 * once more, even after a 429; refused again, the outcome is kept in the data of a one-time schedule, and the run stops. Without
 * this an accepted batch would be held as unclear. One or two calls of the scheduler. @ops 1, 2 when refused
 */
export async function writeOutcome(run: SendingRun, known: KnownOutcome, isAgain = false): Promise<void> {
  try {
    if (isAgain) run.budget.allowOneCall();
    await writeInFlight(run.store, run.inFlight.value);
  } catch (error) {
    run.log.warn('the outcome of a batch was not written', { batch: known.batch, code: errorCode(error) });
    if (!isAgain) return writeOutcome(run, known, true);
    // In place of an outcome that is kept there already.
    const time = run.now();
    const data: ScheduleData = { kind: 'run', cutOver: run.cutOver, ...known, time };
    await run.scheduler.once(OUTCOME_NAME, time + LIMITS.outcomeKeptMs, data);
    throw error;
  }
}
