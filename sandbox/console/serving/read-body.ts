import { objectOf, type JsonObject } from '../../support/json-value';
import { Refused } from './refused';

/** The JSON object of a request; empty if there is none. */
export function bodyOf(request: { readonly body?: unknown }): JsonObject {
  return objectOf(request.body);
}

/** A trimmed text of the body; refused if empty. */
export function textIn(body: JsonObject, name: string): string {
  const text = textOrEmpty(body, name);
  if (text === '') throw new Refused(`Enter a value for “${name}”.`);
  return text;
}

/** A trimmed text of the body, or an empty one. */
export function textOrEmpty(body: JsonObject, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number of the body or of an address. */
export function numberIn(body: JsonObject, name: string): number {
  const value = Number(body[name]);
  if (!Number.isSafeInteger(value)) throw new Refused(`“${name}” has to be a whole number.`);
  return value;
}

/** A whole number, or null for an empty value. */
export function numberOrNull(body: JsonObject, name: string): number | null {
  const value = body[name];
  return value === null || value === undefined || value === '' ? null : numberIn(body, name);
}

/** One of the allowed words. */
export function wordIn<T extends string>(value: unknown, words: readonly T[]): T {
  const word = words.find((each) => each === value);
  if (word === undefined) throw new Refused(`“${String(value)}” is none of ${words.join(', ')}.`);
  return word;
}
