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
  prove(keys?: readonly string[], options?: Parameters<KeyValueStore['create']>[2]): Promise<void>;
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
 * The store with every operation counted before it is made. Values that the run wrote or read come from memory, at no cost:
 * only the run writes them, and the store may still show old ones. What was read as missing is asked for again.
 */
export function createCountedStore(store: KeyValueStore, budget: Pick<RunBudget, 'spend'>): KeyValueStore {
  const known = new Map<string, unknown>();
  /** The store for an operation after which the memory does not know the value. */
  const toChange = (key: string): KeyValueStore => {
    budget.spend();
    known.delete(key);
    return store;
  };
  return {
    async get(key) {
      if (known.has(key)) return known.get(key);
      budget.spend();
      const value = await store.get(key);
      if (value !== undefined) known.set(key, value);
      return value;
    },
    async set(key, value, options) {
      await toChange(key).set(key, value, options);
      known.set(key, value);
    },
    async create(key, value, options) {
      budget.spend();
      const isCreated = await store.create(key, value, options);
      if (isCreated) known.set(key, value);
      return isCreated;
    },
    setFields: (key, fields) => toChange(key).setFields(key, fields),
    removeFields: (key, fields) => toChange(key).removeFields(key, fields),
  };
}

/** The store of a run that spends this budget. */
export function createRunStore(store: KeyValueStore, budget: Pick<RunBudget, 'spend'>): RunStore {
  const counted = createCountedStore(store, budget);
  const missing = new Set<string>();
  let lost: LostRecords = { records: 0, contacts: 0 };
  const createMissing: KeyValueStore['set'] = async (key, value, options) => {
    if (!(await counted.create(key, value, options)))
      throw new AppError(ERROR_CODES.storeFailed, 'A record that was read as missing cannot be created');
    missing.delete(key);
  };
  const run: RunStore = {
    ...counted,
    async get(key) {
      const value = await counted.get(key);
      if (value === undefined) missing.add(key);
      else missing.delete(key);
      return value;
    },
    set: (key, value, options) =>
      missing.has(key) ? createMissing(key, value, options) : counted.set(key, value, options),
    unproved: (keys) => new Set(keys.filter((key) => missing.has(key))).size,
    async prove(keys = [...missing], options) {
      for (const key of keys) if (missing.has(key)) await createMissing(key, EMPTY_RECORD, options);
    },
    async getNamed(key, contacts) {
      const value = await run.get(key);
      if (!isEmptyRecord(value)) return value;
      await run.prove([key]);
      run.reportLost({ records: 1, contacts });
      return undefined;
    },
    reportLost: ({ records, contacts }) => {
      lost = { records: lost.records + records, contacts: lost.contacts + contacts };
    },
    lost: () => lost,
  };
  return run;
}
