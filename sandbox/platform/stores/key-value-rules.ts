import { isJsonObject, jsonBytes, storedCopy, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';

/** Refuses blank or too long keys. */
export function checkKey(key: unknown, limits: Limits): string {
  if (typeof key !== 'string' || key.trim() === '') throw new Refusal(400, 'The key cannot be blank');
  if (key.length > limits.kvKeyChars) {
    throw new Refusal(400, `Key length should not exceed ${limits.kvKeyChars} characters`);
  }
  return key;
}

/** The value in its stored form: a copy; refused unless it is a non-empty object. */
export function checkValue(value: unknown): JsonObject {
  const copy = copyOrNothing(value);
  if (!isJsonObject(copy) || Object.keys(copy).length === 0) {
    throw new Refusal(400, 'The value cannot be blank and should be of type JSON');
  }
  return copy;
}

/** Refuses entries whose key and value together are too large. */
export function checkEntrySize(key: string, value: JsonObject, limits: Limits): void {
  if (Buffer.byteLength(key) + jsonBytes(value) > limits.kvEntryBytes) {
    throw new Refusal(400, 'The combined size of the key and value should not exceed 40KB');
  }
}

/** The options of a set, read strictly: a misspelt condition is refused, not ignored. */
export function checkSetOptions(options: unknown): { ttlMs: number | null; setIf: string | null } {
  if (options === undefined) return { ttlMs: null, setIf: null };
  if (!isJsonObject(options)) throw new Refusal(400, 'Options should be of type JSON');
  return { ttlMs: checkTtl(options['ttl']), setIf: checkCondition(options['setIf']) };
}

function checkTtl(ttl: unknown): number | null {
  if (ttl === undefined) return null;
  if (typeof ttl !== 'number' || !(ttl > 0))
    throw new Refusal(400, 'ttl should be a positive number of seconds');
  return ttl * 1000;
}

function checkCondition(setIf: unknown): string | null {
  if (setIf === undefined) return null;
  if (setIf !== 'exist' && setIf !== 'not_exist')
    throw new Refusal(400, 'setIf should be exist or not_exist');
  return setIf;
}

function copyOrNothing(value: unknown): unknown {
  try {
    return storedCopy(value);
  } catch {
    return undefined;
  }
}
