/**
 * Reads one own field of anything and never throws: absent, inherited and computed fields are undefined, so a hostile
 * or broken payload reads as an empty one.
 */
export function readField(from: unknown, key: string): unknown {
  if (typeof from !== 'object' || from === null) return undefined;
  const own = Object.getOwnPropertyDescriptor(from, key);
  return own === undefined ? undefined : own.value;
}

/** Reads a nested field; undefined when any part of the path is missing. */
export function readPath(from: unknown, path: readonly string[]): unknown {
  return path.reduce(readField, from);
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

/** True for a text with more than white space. */
export function isFilledText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The result of a parser: a clean value, or a constant reason that never quotes the input. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };
