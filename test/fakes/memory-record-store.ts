import { AppError, ERROR_CODES } from '../../server/values/app-error';
import type { RecordStore, StoredRecord } from '../../server/platform/ports';

/** One call of the store, at its start. */
export interface RecordOperation {
  /** From 1. */
  readonly n: number;
  readonly verb: 'create' | 'list' | 'remove';
  /** The record to remove; null for other operations. */
  readonly recordId: string | null;
}

/** A record store in memory for inspection and fault injection. */
export interface MemoryRecordStore extends RecordStore {
  /** True refuses the operation before its effect; may be replaced at any time. */
  refuses: (operation: RecordOperation) => boolean;
  operations(): readonly RecordOperation[];
  /** The stored records, without an operation. */
  snapshot(): readonly StoredRecord[];
}

const PAGE_RECORDS = 20;

/** Creates an empty store that lists pages of 20, newest first, and timestamps records by the given clock. */
export function createMemoryRecordStore(now: () => number = () => 0): MemoryRecordStore {
  const records = new Map<number, StoredRecord>();
  const operations: RecordOperation[] = [];
  let created = 0;

  async function operate<T>(verb: RecordOperation['verb'], recordId: string | null, effect: () => T) {
    await Promise.resolve();
    const operation = { n: operations.length + 1, verb, recordId };
    operations.push(operation);
    if (store.refuses(operation)) {
      throw new AppError(ERROR_CODES.storeFailed, 'The store in memory refused');
    }
    return effect();
  }

  function newestFirst(): readonly (readonly [number, StoredRecord])[] {
    return [...records].sort(([a], [b]) => b - a);
  }

  const store: MemoryRecordStore = {
    refuses: () => false,
    create: (data) =>
      operate('create', null, () => {
        created += 1;
        const copy = JSON.parse(JSON.stringify(data)) as unknown;
        records.set(created, { recordId: `M-${created}`, recordedAt: now(), data: copy });
      }),
    list: (marker) =>
      operate('list', null, () => {
        const rest = newestFirst().filter(([number]) => marker === null || number < Number(marker));
        const page = rest.slice(0, PAGE_RECORDS);
        const last = page[page.length - 1];
        const next = rest.length > PAGE_RECORDS && last !== undefined ? String(last[0]) : null;
        return { records: page.map(([, record]) => record), next };
      }),
    remove: (recordId) =>
      operate('remove', recordId, () => {
        records.delete(Number(recordId.replace('M-', '')));
      }),
    operations: () => operations,
    snapshot: () => [...records.values()],
  };
  return store;
}
