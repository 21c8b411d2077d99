import { AppError, ERROR_CODES } from '../values/app-error';
import type { KeyValueStore } from './ports';

/** Makes a call of a store; a failure becomes an AppError, a 404 the value of `absent` if that is given. */
export async function callStore<T>(
  store: 'key-value store' | 'entity store',
  call: () => Promise<T>,
  absent?: { readonly value: T },
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const status = platformStatus(error);
    if (status === 404 && absent !== undefined) return absent.value;
    throw status === 429
      ? new AppError(ERROR_CODES.storeLimit, `The ${store} is throttled`)
      : new AppError(ERROR_CODES.storeFailed, `The ${store} did not do what was asked`);
  }
}

const STORE = 'key-value store';

function timeToLive(options: { readonly ttlSeconds?: number } | undefined): { ttl?: number } {
  return options?.ttlSeconds === undefined ? {} : { ttl: options.ttlSeconds };
}

/**
 * The platform's `$db` as a port: absent keys are undefined, every other failure is an AppError.
 * @ops 1 a call
 */
export function createKeyValueStore(): KeyValueStore {
  return {
    get: (key) => callStore(STORE, () => $db.get(key), { value: undefined }),
    set: (key, value, options) => callStore(STORE, () => $db.set(key, value, timeToLive(options))),
    async create(key, value, options) {
      try {
        await $db.set(key, value, { ...timeToLive(options), setIf: 'not_exist' });
        return true;
      } catch (error) {
        if (platformStatus(error) === 429)
          throw new AppError(ERROR_CODES.storeLimit, `The ${STORE} is throttled`);
        return false;
      }
    },
    setFields: (key, fields) => callStore(STORE, () => $db.update(key, 'set', fields)),
    removeFields: (key, fields) => callStore(STORE, () => $db.update(key, 'remove', fields)),
  };
}

/** The status of an error of a platform call (`{ status, message }`); 0 when it has none. */
export function platformStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null | undefined)?.status;
  return typeof status === 'number' ? status : 0;
}
