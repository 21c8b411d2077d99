import { ERROR_CODES, errorCode } from '../values/app-error';
import { LIMITS } from '../values/limits';
import type { Log, RecordStore } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import type { EntityBudget } from '../platform/entity-budget';
import { settleAll } from '../values/settle-all';
import type { OwnSlice } from '../values/slice';
import type { OutboxState } from './outbox-state';
import { OPS_PER_RECORD, READ_SHARE, type OutboxReader } from './waiting-contacts';

/** What deleting records needs of a run. */
export interface RecordRemover {
  readonly records: RecordStore;
  readonly entityBudget: EntityBudget;
  readonly outbox: OwnSlice<OutboxState>;
  readonly budget: Pick<RunBudget, 'mayWork'>;
  readonly log: Log;
}

/**
 * Deletes the records of contacts while entity operations and time last. The next run begins with the rest; what is forgotten
 * of it comes as duplicates.
 */
export async function removeRecords(
  { records, entityBudget, outbox, budget, log }: RecordRemover,
  contacts: readonly { readonly recordIds: readonly string[] }[],
): Promise<void> {
  const recordIds = contacts.flatMap((each) => each.recordIds);
  let next = 0;
  while (next < recordIds.length && budget.mayWork()) {
    const some = recordIds.slice(next, next + Math.min(LIMITS.entityParallel, entityBudget.left()));
    if (some.length === 0) break;
    entityBudget.spend(some.length);
    next += some.length;
    try {
      await settleAll(some.map((id) => records.remove(id)));
    } catch (error) {
      if (errorCode(error) === ERROR_CODES.storeLimit) entityBudget.noteRefusal();
      log.warn('settled records not deleted, the next run does it', { code: errorCode(error) });
      break;
    }
  }
  // What was refused is not kept: it comes as a duplicate, and would hold up the others in every run.
  const tried = new Set(recordIds.slice(0, next));
  const left = [...outbox.value.undeleted, ...recordIds].filter((each) => !tried.has(each));
  outbox.change({ undeleted: [...new Set(left)].slice(0, LIMITS.undeletedRecords) });
}

/**
 * Deletes what runs before had to leave, at the run's very beginning: what is gone need not be read again, and where each run
 * deletes at the same moment, the operations of the one before lie a minute back. Leaves what reading the outbox takes.
 */
export async function removeUndeleted(run: RecordRemover & Pick<OutboxReader, 'way'>): Promise<void> {
  const { undeleted, perMinute } = run.outbox.value;
  if (undeleted.length === 0) return;
  const ops = run.entityBudget.expect(perMinute, OPS_PER_RECORD[run.way]);
  const reading = Math.ceil(ops / READ_SHARE[run.way]);
  const recordIds = undeleted.slice(0, Math.max(0, run.entityBudget.left(LIMITS.deletingMs) - reading));
  await removeRecords(run, [{ recordIds }]);
}
