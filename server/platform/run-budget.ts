import { LIMITS } from '../values/limits';
import type { KeyValueStore } from './ports';

/** When the operations of a run happened: its start (ms), and offsets from it. Kept in `state` for the next run. */
export interface OpsRecord {
  readonly at: number;
  readonly offsets: readonly number[];
}

/** The purposes for which operations are reserved. */
export type Reserve = keyof typeof LIMITS.reserves;

/** The key-value operations and the time of a run. */
export interface RunBudget {
  readonly startedAt: number;
  /** Counts one key-value operation. */
  spend(): void;
  /** How many operations may follow now, so that neither the run's share nor any 60 s exceed their limit. */
  opsLeft(): number;
  /** Like opsLeft, but ignores the previous run: its operations leave the window before this run ends. */
  opsLeftInRun(): number;
  /** True when so many operations may follow now, after these reserves. */
  affords(ops: number, ...reserves: readonly Reserve[]): boolean;
  /** How many ledger keys may be loaded now, so that each can be written back and the run can still end. */
  keysToOpen(most: number): number;
  opsSpent(): number;
  /** True while Freshdesk may be asked about contacts that are to be sent in this run. */
  mayAsk(): boolean;
  /** True while a POST may begin. */
  mayPost(): boolean;
  /** True while anything new may begin. */
  mayWork(): boolean;
  /** The operations of this run, for the next one, with `more` that are still to come. */
  record(more: number): OpsRecord;
}

const WINDOW_MS = 60_000;

/** Within the last minute. Future timestamps (clock set back) do not count. */
export function isRecent(at: number, now: number): boolean {
  return at > now - WINDOW_MS && at <= now;
}

/** A budget for a run that starts now; `adopt` adds the operations of the previous run, once they are read. */
export function createRunBudget(now: () => number): RunBudget & { adopt(previous: OpsRecord | null): void } {
  const startedAt = now();
  const offsets: number[] = [];
  let previous: OpsRecord = { at: startedAt, offsets: [] };
  const runLeft = (): number => LIMITS.keyValueOpsPerRun - offsets.length;
  const perMinute = LIMITS.keyValueOpsPerMinute - LIMITS.keyValueOpsForPagePerMinute;
  const windowLeft = (): number => {
    const recent = previous.offsets.filter((offset) => isRecent(previous.at + offset, now()));
    return perMinute - offsets.length - recent.length;
  };
  return {
    startedAt,
    adopt(record) {
      previous = record ?? previous;
    },
    spend() {
      offsets.push(now() - startedAt);
    },
    opsLeft: () => Math.min(runLeft(), windowLeft()),
    affords: (ops, ...reserves) =>
      Math.min(runLeft(), windowLeft()) >=
      reserves.reduce((sum, reserve) => sum + LIMITS.reserves[reserve], ops),
    opsLeftInRun: runLeft,
    keysToOpen(most) {
      // The previous run's operations leave the window before this run writes.
      const toWriteBack = Math.floor((runLeft() - LIMITS.reserves.ledger) / 2);
      return Math.max(0, Math.min(most, toWriteBack, windowLeft() - LIMITS.reserves.close));
    },
    opsSpent: () => offsets.length,
    mayAsk: () => now() - startedAt < LIMITS.lastAskMs,
    mayPost: () => now() - startedAt < LIMITS.lastPostMs,
    mayWork: () => now() - startedAt < LIMITS.lastWorkMs,
    record(more) {
      const soon = Array.from({ length: more }, () => now() - startedAt);
      return { at: startedAt, offsets: [...offsets, ...soon] };
    },
  };
}

/**
 * The store with every operation counted before it is made. Values that the run wrote come from memory, at no cost: the
 * store may still show the old ones.
 */
export function createCountedStore(store: KeyValueStore, budget: RunBudget): KeyValueStore {
  const written = new Map<string, object>();
  /** The store for an operation after which the memory does not know the value. */
  const toChange = (key: string): KeyValueStore => {
    budget.spend();
    written.delete(key);
    return store;
  };
  return {
    get(key) {
      const own = written.get(key);
      if (own !== undefined) return Promise.resolve(own);
      budget.spend();
      return store.get(key);
    },
    async set(key, value, options) {
      await toChange(key).set(key, value, options);
      written.set(key, value);
    },
    create(key, value, options) {
      budget.spend();
      return store.create(key, value, options);
    },
    setFields: (key, fields) => toChange(key).setFields(key, fields),
    removeFields: (key, fields) => toChange(key).removeFields(key, fields),
  };
}
