import { AppError, ERROR_CODES } from '../values/app-error';
import { EMPTY_RECORD, isEmptyRecord } from '../values/empty-record';
import type { KeyValueStore } from './ports';
import type { RunBudget } from './run-budget';

/** Records that another record names and that the store no longer has, and the contacts that only they listed. */
export interface LostRecords {
  readonly records: number;
  readonly contacts: number;
}

/**
 * The key-value store of one run. A read can miss a record that is there, so a record counts as absent only once this run
 * has created it: `set` does so by itself for a key that was read as missing.
 */
export interface RunStore extends KeyValueStore {
  /** How many of these keys were read as missing and not created since: `prove` needs so many operations for them. */
  unproved(keys: readonly string[]): number;
  /**
   * Creates these keys, empty (`{ v: 1 }`), where they were read as missing; by default all. Throws when one is there after
   * all: the run ends, and the next one reads it.
   * @ops 1 a key that was read as missing
   */
  prove(keys?: readonly string[]): Promise<void>;
  /**
   * The value of a key that another record names. Undefined only when it is really gone, which is reported as lost with so
   * many contacts.
   * @ops 1, 2 when it is missing
   */
  getNamed(key: string, contacts: number): Promise<unknown>;
  /** Reports records that are gone. */
  reportLost(lost: LostRecords): void;
  /** What this run reported. */
  lost(): LostRecords;
}

/**
 * The store with every operation counted before it is made. Values that the run wrote come from memory, at no cost: the
 * store may still show the old ones.
 */
export function createRunStore(store: KeyValueStore, budget: Pick<RunBudget, 'spend'>): RunStore {
  const written = new Map<string, object>();
  const missing = new Set<string>();
  let lost: LostRecords = { records: 0, contacts: 0 };
  /** The store for an operation after which the memory does not know the value. */
  const toChange = (key: string): KeyValueStore => {
    budget.spend();
    written.delete(key);
    return store;
  };
  const createMissing = async (key: string, value: object, options?: { readonly ttlSeconds?: number }) => {
    budget.spend();
    if (!(await store.create(key, value, options)))
      throw new AppError(ERROR_CODES.recordHidden, 'A record that was read as missing cannot be created');
    missing.delete(key);
  };
  const run: RunStore = {
    async get(key) {
      const own = written.get(key);
      if (own !== undefined) return own;
      budget.spend();
      const value = await store.get(key);
      if (value === undefined) missing.add(key);
      else missing.delete(key);
      return value;
    },
    async set(key, value, options) {
      if (missing.has(key)) await createMissing(key, value, options);
      else await toChange(key).set(key, value, options);
      written.set(key, value);
    },
    create(key, value, options) {
      budget.spend();
      return store.create(key, value, options);
    },
    setFields: (key, fields) => toChange(key).setFields(key, fields),
    removeFields: (key, fields) => toChange(key).removeFields(key, fields),
    unproved: (keys) => new Set(keys.filter((key) => missing.has(key))).size,
    async prove(keys = [...missing]) {
      for (const key of keys) {
        if (!missing.has(key)) continue;
        await createMissing(key, EMPTY_RECORD);
        written.set(key, EMPTY_RECORD);
      }
    },
    async getNamed(key, contacts) {
      const value = await run.get(key);
      if (!isEmptyRecord(value)) return value;
      await run.prove([key]);
      run.reportLost({ records: 1, contacts });
      return undefined;
    },
    reportLost(more) {
      lost = { records: lost.records + more.records, contacts: lost.contacts + more.contacts };
    },
    lost: () => lost,
  };
  return run;
}
