import { objectOf, type JsonObject } from '../../support/json-value';
import { Refused } from './refused';

/** The JSON object that came with a request; empty when there was none. */
export function bodyOf(request: { readonly body?: unknown }): JsonObject {
  return objectOf(request.body);
}

/** A text of the body, trimmed; refused when it is empty. */
export function textIn(body: JsonObject, name: string): string {
  const text = textOrEmpty(body, name);
  if (text === '') throw new Refused(`Enter a value for “${name}”.`);
  return text;
}

/** A text of the body, trimmed, or nothing. */
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

/** A whole number, or null where the page says none. */
export function numberOrNull(body: JsonObject, name: string): number | null {
  const value = body[name];
  return value === null || value === undefined || value === '' ? null : numberIn(body, name);
}

/** One of the words that are allowed there. */
export function wordIn<T extends string>(value: unknown, words: readonly T[]): T {
  const word = words.find((each) => each === value);
  if (word === undefined) throw new Refused(`“${String(value)}” is none of ${words.join(', ')}.`);
  return word;
}
