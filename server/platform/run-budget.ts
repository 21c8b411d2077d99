import { LIMITS } from '../values/limits';
import type { KeyValueStore } from './ports';

/** When the operations of a run happened: ms of its start, and offsets from it. Kept in `state` for the run after. */
export interface OpsRecord {
  readonly at: number;
  readonly offsets: readonly number[];
}

/** What operations are set aside for. */
export type Reserve = keyof typeof LIMITS.reserves;

/** Counts a run's key-value operations and time, and says what is left of both. */
export interface RunBudget {
  readonly startedAt: number;
  /** Counts one key-value operation. */
  spend(): void;
  /** How many operations may follow now, so that neither the run's share nor any 60 s exceed their limit. */
  opsLeft(): number;
  /** The same for the run's share alone: what the run before spent late is out of the window by the time this run ends. */
  opsLeftInRun(): number;
  /** True when so many operations may follow now, with what these purposes need set aside. */
  affords(ops: number, ...reserves: readonly Reserve[]): boolean;
  /** How many ledger keys may be opened now, so that each can be written back and the rest of the run still has its operations. */
  keysToOpen(most: number): number;
  opsSpent(): number;
  /** True while Freshdesk may be asked about contacts that are to be sent in this run. */
  mayAsk(): boolean;
  /** True while a POST may begin. */
  mayPost(): boolean;
  /** True while anything new may begin. */
  mayWork(): boolean;
  /** What the next run has to know, with `more` operations that are still to come. */
  record(more: number): OpsRecord;
}

const WINDOW_MS = 60_000;

/** True in the minute that ends now. What a clock that was set back has left in the future would count for hours. */
export function isRecent(at: number, now: number): boolean {
  return at > now - WINDOW_MS && at <= now;
}

/** How many operations of the run before still lie in the minute that ends now. */
function recentOps(previous: OpsRecord | null, now: number): number {
  if (previous === null) return 0;
  return previous.offsets.filter((offset) => isRecent(previous.at + offset, now)).length;
}

/** A budget for a run that starts now; `adopt` tells it what the run before spent, once that is read. */
export function createRunBudget(now: () => number): RunBudget & { adopt(previous: OpsRecord | null): void } {
  const startedAt = now();
  const offsets: number[] = [];
  let previous: OpsRecord | null = null;
  const runLeft = (): number => LIMITS.keyValueOpsPerRun - offsets.length;
  const perMinute = LIMITS.keyValueOpsPerMinute - LIMITS.keyValueOpsForPagePerMinute;
  const windowLeft = (): number => perMinute - offsets.length - recentOps(previous, now());
  const opsLeft = (): number => Math.min(runLeft(), windowLeft());
  return {
    startedAt,
    adopt(record) {
      previous = record;
    },
    spend() {
      offsets.push(now() - startedAt);
    },
    opsLeft,
    affords: (ops, ...reserves) =>
      opsLeft() >= reserves.reduce((sum, reserve) => sum + LIMITS.reserves[reserve], ops),
    opsLeftInRun: runLeft,
    keysToOpen(most) {
      // What the run before spent late is out of the window by the time this run writes.
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
 * The same store, with every operation counted before it is made. What the run wrote itself it gets back from memory, at no
 * cost: the store may still show what was there before.
 */
export function createCountedStore(store: KeyValueStore, budget: RunBudget): KeyValueStore {
  const written = new Map<string, object>();
  return {
    get(key) {
      const own = written.get(key);
      if (own !== undefined) return Promise.resolve(own);
      budget.spend();
      return store.get(key);
    },
    async set(key, value, options) {
      budget.spend();
      written.delete(key);
      await store.set(key, value, options);
      written.set(key, value);
    },
    create(key, value, options) {
      budget.spend();
      return store.create(key, value, options);
    },
    setFields(key, fields) {
      budget.spend();
      written.delete(key);
      return store.setFields(key, fields);
    },
    removeFields(key, fields) {
      budget.spend();
      written.delete(key);
      return store.removeFields(key, fields);
    },
  };
}
