import { readField } from '../contacts/read-field';

/** What may leave the installation: numbers, booleans and nulls, under the names this app gave them. */
export type PlainFacts = Readonly<Record<string, number | boolean | null>>;

function isPlain(value: unknown): value is number | boolean | null {
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

/** The numbers, booleans and nulls of a record, without the named fields; texts, lists and objects never come through. */
export function plainFacts(record: unknown, without: readonly string[] = []): PlainFacts {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return {};
  const entries = Object.entries(record).filter(([name, value]) => isPlain(value) && !without.includes(name));
  return Object.fromEntries(entries);
}

const CODE = /^[a-z][a-z_]{0,40}(?: [a-z-]{1,20}){0,2}$/;

/** A field's code (lower case, as this app writes them); null for any other text and for none. */
export function plainCode(record: unknown, name: string): string | null {
  const value = readField(record, name);
  return typeof value === 'string' && CODE.test(value) ? value : null;
}

/** A field's list; empty for anything else. */
export function plainList(record: unknown, name: string): readonly unknown[] {
  const value = readField(record, name);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
