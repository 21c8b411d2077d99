import { LIMITS } from '../values/limits';
import { isRecent } from './run-budget';

/** Entity operations of a run: when it began (ms), and how many at which offset from that. */
export interface SpentOps {
  readonly at: number;
  readonly ops: readonly (readonly [offsetMs: number, count: number])[];
}

/** Counts a run's entity operations, so that no 60 seconds hold more than the events leave. */
export interface EntityBudget {
  /** Sets the rate of new contacts, each of which needs one itself; returns how many operations a run may use then. */
  expect(contactsPerMinute: number): number;
  spend(count: number): void;
  /** Operations that may follow now. */
  left(): number;
  /** The operations of this run, for the next one. */
  record(): SpentOps;
}

/** A budget for a run that starts now; `previous` is what the run before spent. */
export function createEntityBudget(previous: SpentOps | null, now: () => number): EntityBudget {
  const at = now();
  const ops: (readonly [number, number])[] = [];
  let allowed: number = LIMITS.entityOpsPerRunMost;
  return {
    expect(contactsPerMinute) {
      const room = LIMITS.entityOpsPerMinute - contactsPerMinute * LIMITS.entityOpsPerExpectedContact;
      const most = Math.min(LIMITS.entityOpsPerRunMost, Math.max(LIMITS.entityOpsPerRunLeast, room));
      allowed = Math.round(most);
      return allowed;
    },
    spend(count) {
      ops.push([now() - at, count]);
    },
    left() {
      const recent = previous?.ops.filter(([offsetMs]) => isRecent(previous.at + offsetMs, now())) ?? [];
      const spent = [...ops, ...recent].reduce((sum, [, count]) => sum + count, 0);
      return Math.max(0, allowed - spent);
    },
    record: () => ({ at, ops }),
  };
}
