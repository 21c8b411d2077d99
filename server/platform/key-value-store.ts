import { AppError, ERROR_CODES } from '../values/app-error';
import type { KeyValueStore } from './ports';

function storeError(error: unknown): AppError {
  return platformStatus(error) === 429
    ? new AppError(ERROR_CODES.storeLimit, 'The key-value store is throttled')
    : new AppError(ERROR_CODES.storeFailed, 'The key-value store did not do what was asked');
}

async function done(operation: Promise<unknown>): Promise<void> {
  try {
    await operation;
  } catch (error) {
    throw storeError(error);
  }
}

/**
 * The platform's `$db` as a port: absent keys are undefined, every other failure is an AppError.
 * @ops 1 a call
 */
export function createKeyValueStore(): KeyValueStore {
  return {
    async get(key) {
      try {
        return await $db.get(key);
      } catch (error) {
        if (platformStatus(error) === 404) return undefined;
        throw storeError(error);
      }
    },
    set: (key, value, options) =>
      done($db.set(key, value, options?.ttlSeconds === undefined ? {} : { ttl: options.ttlSeconds })),
    async create(key, value, options) {
      try {
        await $db.set(key, value, { ttl: options.ttlSeconds, setIf: 'not_exist' });
        return true;
      } catch {
        return false;
      }
    },
    setFields: (key, fields) => done($db.update(key, 'set', fields)),
    removeFields: (key, fields) => done($db.update(key, 'remove', fields)),
  };
}

/** The status of an error of a platform call (`{ status, message }`); 0 when it has none. */
export function platformStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null | undefined)?.status;
  return typeof status === 'number' ? status : 0;
}
