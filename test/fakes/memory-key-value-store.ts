import { AppError, ERROR_CODES } from '../../server/values/app-error';
import type { KeyValueStore } from '../../server/platform/ports';

/** One call of the store, at its start. */
export interface KeyValueOperation {
  /** From 1. */
  readonly n: number;
  readonly verb: 'get' | 'set' | 'create' | 'setFields' | 'removeFields';
  readonly key: string;
}

/**
 * The result of an operation: it succeeds, the store refuses it before or after its effect, or the caller dies before
 * or after its effect. A dead caller's operations have no effect until `revive`.
 */
export type Verdict = 'go' | 'refuse before' | 'refuse after' | 'kill before' | 'kill after';

/** A key-value store in memory for inspection and fault injection. */
export interface MemoryKeyValueStore extends KeyValueStore {
  /** Called before every operation; may be replaced at any time. */
  onOperation: (operation: KeyValueOperation) => Verdict;
  /** Entries outlive their time by this long. */
  lateTtlMs: number;
  /** Lets a killed caller's successor use the store, without faults. */
  revive(): void;
  operations(): readonly KeyValueOperation[];
  /** The value under a key, without an operation; undefined if there is none. */
  valueOf(key: string): unknown;
  /** The complete content of the store, without an operation. */
  snapshot(): Readonly<Record<string, unknown>>;
}

/** Thrown to a dead caller: the app must not catch it and continue successfully. */
class Killed extends Error {
  override readonly name = 'Killed';
}

const MAX_ENTRY_BYTES = 40_000;
const MAX_KEY_CHARACTERS = 60;

interface Entry {
  readonly json: string;
  readonly expiresAt: number;
}

const EMPTY_ENTRY: Entry = { json: '{"v":1}', expiresAt: Infinity };

function refusal(): AppError {
  return new AppError(ERROR_CODES.storeFailed, 'The store in memory refused');
}

function checkEntry(key: string, json: string): void {
  const fits = Buffer.byteLength(key) + Buffer.byteLength(json) <= MAX_ENTRY_BYTES;
  if (!fits || key === '' || key.length > MAX_KEY_CHARACTERS || !json.startsWith('{') || json === '{}') {
    throw refusal();
  }
}

/** Creates a store whose entries expire by the given clock; empty, or with these empty records. */
export function createMemoryKeyValueStore(
  now: () => number = () => 0,
  keys: readonly string[] = [],
): MemoryKeyValueStore {
  const entries = new Map<string, Entry>(keys.map((key) => [key, EMPTY_ENTRY]));
  const operations: KeyValueOperation[] = [];
  let killed = false;

  function expiry(options: { readonly ttlSeconds?: number } | undefined): number {
    return options?.ttlSeconds === undefined ? Infinity : now() + options.ttlSeconds * 1000;
  }

  function alive(key: string): Entry | null {
    const entry = entries.get(key);
    return entry !== undefined && now() < entry.expiresAt + store.lateTtlMs ? entry : null;
  }

  function write(key: string, value: object, expiresAt: number): void {
    const json = JSON.stringify(value);
    checkEntry(key, json);
    entries.set(key, { json, expiresAt });
  }

  function read(key: string): Record<string, unknown> {
    const entry = alive(key);
    if (entry === null) throw refusal();
    return JSON.parse(entry.json) as Record<string, unknown>;
  }

  function judge(verb: KeyValueOperation['verb'], key: string): Verdict {
    if (killed) throw new Killed();
    const operation = { n: operations.length + 1, verb, key };
    operations.push(operation);
    return store.onOperation(operation);
  }

  async function operate<T>(verb: KeyValueOperation['verb'], key: string, effect: () => T): Promise<T> {
    // As on the platform, the operation has not happened yet when the call returns.
    await Promise.resolve();
    const verdict = judge(verb, key);
    if (verdict === 'refuse before') throw refusal();
    if (verdict !== 'kill before') {
      const result = effect();
      if (verdict === 'go') return result;
      if (verdict === 'refuse after') throw refusal();
    }
    killed = true;
    throw new Killed();
  }

  const store: MemoryKeyValueStore = {
    onOperation: () => 'go',
    lateTtlMs: 0,
    get: (key) => operate('get', key, () => (alive(key) === null ? undefined : read(key))),
    set: (key, value, options) => operate('set', key, () => write(key, value, expiry(options))),
    async create(key, value, options) {
      try {
        return await operate('create', key, () => {
          if (alive(key) !== null) return false;
          write(key, value, expiry(options));
          return true;
        });
      } catch (error) {
        if (error instanceof Killed) throw error;
        return false;
      }
    },
    setFields: (key, fields) =>
      operate('setFields', key, () =>
        write(key, { ...read(key), ...fields }, alive(key)?.expiresAt ?? Infinity),
      ),
    removeFields: (key, fields) =>
      operate('removeFields', key, () => {
        const kept = Object.entries(read(key)).filter(([name]) => !fields.includes(name));
        write(key, Object.fromEntries(kept), alive(key)?.expiresAt ?? Infinity);
      }),
    revive() {
      killed = false;
      store.onOperation = () => 'go';
    },
    operations: () => operations,
    valueOf: (key) => (alive(key) === null ? undefined : read(key)),
    snapshot: () =>
      Object.fromEntries([...entries.keys()].filter((key) => alive(key)).map((key) => [key, read(key)])),
  };
  return store;
}
