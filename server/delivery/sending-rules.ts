import type { DeliveryOutcome } from '../injixo/outcome';
import { LIMITS } from '../platform/limits';
import { afterOutcome, type AfterOutcome } from './after-outcome';
import { reportFailure } from './failure';
import { isLeftAlone, needsProbe } from './probe';
import type { RunContext } from './run-context';

/** What the senders of live contacts, of held ones and of the history keep to alike. */

/** True while a batch may begin: injixo has not to be asked first or left alone, and the run has time. */
export function mayBegin(run: RunContext): boolean {
  return !needsProbe(run.state.mode) && !isLeftAlone(run) && run.budget.mayPost();
}

/** True when so many batches are held that a person has to decide about them before more is sent; `state` then says so. */
export function tooManyHeld(run: RunContext): boolean {
  if (run.state.held.length < LIMITS.heldBatches) return false;
  run.state = { ...run.state, failure: reportFailure(run.state.failure, 'too_many_held', run.now()) };
  return true;
}

/** Contacts in the next batch, at most. */
export function batchLimit({ state }: RunContext): number {
  return state.mode === 'single' ? 1 : state.batchLimit;
}

/** Remembers in `state` what an answer means for the batches that follow. */
export function rememberOutcome(
  run: RunContext,
  contactIds: readonly string[],
  outcome: DeliveryOutcome,
): AfterOutcome {
  const after = afterOutcome(run.state, outcome, contactIds, run.now());
  const suspects = [...run.state.suspects, ...after.park].slice(-LIMITS.suspects);
  run.state = { ...run.state, ...after.sending, suspects };
  return after;
}
