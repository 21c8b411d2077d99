/**
 * Reads one own field of anything, or with further keys a nested one, and never throws: absent, inherited and computed
 * fields are undefined, so a hostile or broken payload reads as an empty one.
 */
export function readField(from: unknown, ...path: readonly string[]): unknown {
  let value = from;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    const own = Object.getOwnPropertyDescriptor(value, key);
    value = own === undefined ? undefined : own.value;
  }
  return value;
}

const NUMERIC_ID = /^[1-9]\d{0,15}$/;

/** Reads a Freshdesk id, as a number or as digits; null unless it is a positive safe integer. */
export function readId(value: unknown): number | null {
  const id = typeof value === 'string' && NUMERIC_ID.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Reads a source code: a whole number from 0, never a text; null for anything else. */
export function readSource(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Reads a boolean, also as a text; null for anything else. */
export function readFlag(value: unknown): boolean | null {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

/** The texts of a list; none for anything else. */
export function readTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
}

/** The result of a parser: a clean value, or a constant reason that never quotes the input. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };
