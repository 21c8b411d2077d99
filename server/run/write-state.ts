import { KEYS } from '../platform/keys';
import type { RunContext } from './run-context';

/** Writes `state`, with the run's operations so far and `more` that follow it. One operation. */
export async function writeState(run: RunContext, more: number): Promise<void> {
  run.state = {
    ...run.state,
    quota: run.quota.memory(),
    ops: run.budget.record(more + 1),
    entityOps: run.entityBudget.record(),
  };
  await run.store.set(KEYS.state, run.state);
}
