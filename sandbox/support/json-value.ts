/** An object with named members. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object with named members, not an array or null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object with named members, otherwise an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The object under a name, or an empty one. */
export function objectIn(holder: Readonly<JsonObject>, name: string): JsonObject {
  return objectOf(holder[name]);
}

/** A copy through JSON; empty strings and numbers that JSON cannot represent become null. */
export function storedCopy(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, member: unknown) => (member === '' ? null : member));
  return text === undefined ? undefined : JSON.parse(text);
}

/** A copy through JSON. */
export function jsonCopy(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

/** The size of a value as JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value) ?? '').length;
}
