import { errorCode } from '../platform/app-error';
import { LIMITS } from '../platform/limits';
import type { Log, RecordStore } from '../platform/ports';

/** Deletes records while operations and time last, and returns how many it deleted; what stays is a twin of the next run. */
export async function removeRecords(
  store: RecordStore,
  recordIds: readonly string[],
  operations: number,
  mayWork: () => boolean,
  log: Log,
): Promise<number> {
  const ids = recordIds.slice(0, Math.max(0, operations));
  let removed = 0;
  while (removed < ids.length && mayWork()) {
    const some = ids.slice(removed, removed + LIMITS.entityParallel);
    try {
      await Promise.all(some.map((id) => store.remove(id)));
    } catch (error) {
      log.warn('settled records not deleted, the next run does it', { code: errorCode(error) });
      return removed + some.length;
    }
    removed += some.length;
  }
  return removed;
}
