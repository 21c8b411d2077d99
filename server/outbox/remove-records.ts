import { errorCode } from '../platform/app-error';
import { LIMITS } from '../platform/limits';
import type { Log, RecordStore } from '../platform/ports';
import type { EntityBudget } from './entity-budget';

/** Deletes records while operations and time last; what stays is a twin of the next run. */
export async function removeRecords(
  store: RecordStore,
  recordIds: readonly string[],
  budget: EntityBudget,
  mayWork: () => boolean,
  log: Log,
): Promise<void> {
  let next = 0;
  while (next < recordIds.length && mayWork()) {
    const some = recordIds.slice(next, next + Math.min(LIMITS.entityParallel, budget.left()));
    if (some.length === 0) return;
    budget.spend(some.length);
    next += some.length;
    try {
      await Promise.all(some.map((id) => store.remove(id)));
    } catch (error) {
      return log.warn('settled records not deleted, the next run does it', { code: errorCode(error) });
    }
  }
}
