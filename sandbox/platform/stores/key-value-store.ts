import type { Clock } from '../../support/clock';
import type { Random } from '../../support/random';
import { keepMap, restoreAll, type Restorable } from '../../support/snapshot';
import type { PlatformFaults } from '../faults';
import type { JsonObject } from '../../support/json-value';
import { checkEntrySize, checkKey, checkSetOptions, checkValue } from './key-value-rules';
import { applyUpdate } from './key-value-update';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';
import type { UsageMeter } from '../usage-meter';

/** The context of stores. */
export interface StoreContext {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly faults: PlatformFaults;
  readonly usage: UsageMeter;
  readonly random: Random;
}

/** Implements `$db`; each call throws a Refusal where the platform would reject. */
export interface KeyValueStore extends Restorable {
  set(key: unknown, value: unknown, options?: unknown): { Created: true };
  get(key: unknown): unknown;
  update(key: unknown, action: unknown, attributes: unknown): { Updated: true };
  delete(key: unknown): { Deleted: true };
  wipe(): void;
  /** Adds an entry as if it had been written long ago: validated, but not counted against limits. */
  put(key: string, value: object): void;
  /** Drops an entry without a call. */
  lose(key: string): void;
  /** All current entries, for inspection. */
  list(): Readonly<Record<string, unknown>>;
}

/** The JSON of an entry from a moment on, or null. */
interface Version {
  readonly from: number;
  readonly json: string | null;
  readonly expiresAt: number;
}

/** Creates an empty key-value store. */
export function createKeyValueStore(context: StoreContext): KeyValueStore {
  const { clock, limits, faults, usage, random } = context;
  const entries = new Map<string, readonly Version[]>();

  const take = (key: unknown): string => {
    usage.take('kv', limits.kvPerMinute);
    return checkKey(key, limits);
  };
  const alive = (version: Version | undefined, at: number): Version | null =>
    version !== undefined && version.json !== null && at < version.expiresAt + faults.lateTtlMs
      ? version
      : null;
  const current = (key: string): Version | null => alive(entries.get(key)?.at(-1), clock.now());
  const perhapsStale = (key: string): Version | null => {
    if (faults.staleReadMs === 0) return current(key);
    const at = clock.now() - Math.floor(random() * faults.staleReadMs);
    return alive(
      entries.get(key)?.findLast(({ from }) => from <= at),
      at,
    );
  };
  /** True, so many times as the fault says, for an entry that is there. */
  const isFalselyMissing = (key: string): boolean => {
    const left = faults.missingReads[key] ?? 0;
    if (left <= 0 || current(key) === null) return false;
    faults.missingReads = { ...faults.missingReads, [key]: left - 1 };
    return true;
  };
  const write = (key: string, json: string | null, expiresAt: number): void => {
    const older = entries.get(key) ?? [];
    const oldest = older.findLastIndex(({ from }) => from <= clock.now() - faults.staleReadMs);
    const kept = faults.staleReadMs === 0 ? [] : older.slice(Math.max(oldest, 0));
    entries.set(key, [...kept, { from: clock.now(), json, expiresAt }]);
  };
  const found = (version: Version | null): JsonObject => {
    if (version === null || version.json === null) throw new Refusal(404, 'Record not found');
    return JSON.parse(version.json) as JsonObject;
  };

  return {
    set: (key, value, options) => {
      const name = take(key);
      const kept = checkValue(value);
      checkEntrySize(name, kept, limits);
      const { ttlMs, setIf } = checkSetOptions(options);
      checkSetIf(setIf, current(name) !== null);
      write(name, JSON.stringify(kept), ttlMs === null ? Infinity : clock.now() + ttlMs);
      return { Created: true };
    },
    get: (key) => {
      const name = take(key);
      return found(isFalselyMissing(name) ? null : perhapsStale(name));
    },
    update: (key, action, attributes) => {
      const name = take(key);
      const version = current(name);
      const changed = applyUpdate(found(version), action, attributes);
      checkEntrySize(name, changed, limits);
      write(name, JSON.stringify(changed), version?.expiresAt ?? Infinity);
      return { Updated: true };
    },
    delete: (key) => {
      const name = take(key);
      found(current(name));
      write(name, null, Infinity);
      return { Deleted: true };
    },
    wipe: () => entries.clear(),
    put: (key, value) => {
      const kept = checkValue(value);
      checkEntrySize(checkKey(key, limits), kept, limits);
      write(key, JSON.stringify(kept), Infinity);
    },
    lose: (key) => void entries.delete(key),
    list: () => {
      const live = [...entries.keys()].filter((key) => current(key) !== null).sort();
      return Object.fromEntries(live.map((key) => [key, found(current(key))]));
    },
    takeSnapshot: () => restoreAll([keepMap(entries), random.takeSnapshot()]),
  };
}

function checkSetIf(setIf: string | null, isThere: boolean): void {
  if (setIf === 'exist' && !isThere)
    throw new Refusal(400, 'The setIf condition failed: the key does not exist');
  if (setIf === 'not_exist' && isThere) {
    throw new Refusal(400, 'The setIf condition failed: the key already exists');
  }
}
