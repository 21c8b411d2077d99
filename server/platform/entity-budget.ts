import { LIMITS } from '../values/limits';
import { isRecent } from './run-budget';

/** Entity operations of a run: when it began (ms), and how many at which offset from that. */
export interface SpentOps {
  readonly at: number;
  readonly ops: readonly (readonly [offsetMs: number, count: number])[];
}

/** Counts a run's entity operations, so that no 60 seconds hold more than the events leave. */
export interface EntityBudget {
  /** Sets the rate of new records, to each of which so many are left; returns how many operations a run may use then. */
  expect(recordsPerMinute: number, opsEach: number): number;
  spend(count: number): void;
  /** The entity store answered 429: no operation may follow in this run. */
  noteRefusal(): void;
  /** Operations that may follow now, or in so many ms, when more of the run before lie a minute back. */
  left(inMs?: number): number;
  /** The operations of this run, for the next one. */
  record(): SpentOps;
}

/** A budget for a run that starts now; `previous` is what the run before spent. */
export function createEntityBudget(previous: SpentOps | null, now: () => number): EntityBudget {
  const at = now();
  const ops: (readonly [number, number])[] = [];
  let allowed: number = LIMITS.entityOpsPerRunMost;
  let isRefused = false;
  return {
    expect(recordsPerMinute, opsEach) {
      const room = LIMITS.entityOpsPerMinute - recordsPerMinute * opsEach;
      const most = Math.min(LIMITS.entityOpsPerRunMost, Math.max(LIMITS.entityOpsPerRunLeast, room));
      allowed = Math.round(most);
      return allowed;
    },
    spend(count) {
      ops.push([now() - at, count]);
    },
    noteRefusal() {
      isRefused = true;
    },
    left(inMs = 0) {
      const then = now() + inMs;
      const recent = previous?.ops.filter(([offsetMs]) => isRecent(previous.at + offsetMs, then)) ?? [];
      const spent = [...ops, ...recent].reduce((sum, [, count]) => sum + count, 0);
      return isRefused ? 0 : Math.max(0, allowed - spent);
    },
    record: () => ({ at, ops }),
  };
}
