import { ERROR_CODES, errorCode } from '../values/app-error';
import { LIMITS } from '../values/limits';
import type { Log, RecordStore } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import type { EntityBudget } from '../platform/entity-budget';
import { settleAll } from '../values/settle-all';

/** What deleting records needs of a run. */
export interface RecordRemover {
  readonly records: RecordStore;
  readonly entityBudget: EntityBudget;
  readonly budget: Pick<RunBudget, 'mayWork'>;
  readonly log: Log;
}

/** Deletes the records of contacts while entity operations and time last; the next run deletes the rest as duplicates. */
export async function removeRecords(
  { records, entityBudget, budget, log }: RecordRemover,
  contacts: readonly { readonly recordIds: readonly string[] }[],
): Promise<void> {
  const recordIds = contacts.flatMap((each) => each.recordIds);
  let next = 0;
  while (next < recordIds.length && budget.mayWork()) {
    const some = recordIds.slice(next, next + Math.min(LIMITS.entityParallel, entityBudget.left()));
    if (some.length === 0) return;
    entityBudget.spend(some.length);
    next += some.length;
    try {
      await settleAll(some.map((id) => records.remove(id)));
    } catch (error) {
      if (errorCode(error) === ERROR_CODES.storeLimit) entityBudget.noteRefusal();
      return log.warn('settled records not deleted, the next run does it', { code: errorCode(error) });
    }
  }
}
