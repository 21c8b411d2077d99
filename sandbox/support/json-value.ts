/** An object with named members. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object with named members: no array, no null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is an object with named members, an empty one otherwise. */
export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The object that stands under a name, an empty one where there is none. */
export function objectIn(holder: Readonly<JsonObject>, name: string): JsonObject {
  return objectOf(holder[name]);
}

/** A copy as JSON carries it, with empty strings and numbers that JSON cannot write turned into null. */
export function storedCopy(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, member: unknown) => (member === '' ? null : member));
  return text === undefined ? undefined : JSON.parse(text);
}

/** A copy as JSON carries it. */
export function jsonCopy(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

/** How many bytes a value takes as JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value) ?? '').length;
}
