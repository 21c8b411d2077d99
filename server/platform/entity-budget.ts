import { LIMITS } from '../values/limits';
import { isRecent } from './run-budget';

/** How many entity operations a run may use when this many contacts a minute come in, each of which needs one itself. */
export function entityOpsForRun(contactsPerMinute: number): number {
  const room = LIMITS.entityOpsPerMinute - contactsPerMinute * LIMITS.entityOpsPerExpectedContact;
  return Math.round(Math.min(LIMITS.entityOpsPerRunMost, Math.max(LIMITS.entityOpsPerRunLeast, room)));
}

/** Entity operations of a run: when it began (ms), and how many at which offset from that. */
export interface SpentOps {
  readonly at: number;
  readonly ops: readonly (readonly [offsetMs: number, count: number])[];
}

/** Counts a run's entity operations, so that no 60 seconds hold more than are left beside the events' own. */
export interface EntityBudget {
  /** Tells how many contacts come in, which decides how much is left. */
  expect(contactsPerMinute: number): void;
  spend(count: number): void;
  /** Operations that may follow now. */
  left(): number;
  /** What the next run has to know. */
  record(): SpentOps;
}

function recent(previous: SpentOps | null, now: number): number {
  if (previous === null) return 0;
  const inWindow = previous.ops.filter(([offsetMs]) => isRecent(previous.at + offsetMs, now));
  return inWindow.reduce((sum, [, count]) => sum + count, 0);
}

/** A budget for a run that begins now, after one that spent this. */
export function createEntityBudget(previous: SpentOps | null, now: () => number): EntityBudget {
  const at = now();
  const ops: (readonly [number, number])[] = [];
  let allowed = entityOpsForRun(0);
  const spent = (): number => ops.reduce((sum, [, count]) => sum + count, 0);
  return {
    expect(contactsPerMinute) {
      allowed = entityOpsForRun(contactsPerMinute);
    },
    spend(count) {
      ops.push([now() - at, count]);
    },
    left: () => Math.max(0, allowed - spent() - recent(previous, now())),
    record: () => ({ at, ops }),
  };
}
