import type { EntityField } from './entity-definition';
import { toEntityRecord, type EntityRecord, type StoredRecord } from './entity-records';
import { isJsonObject, objectOf, type JsonObject } from '../../support/json-value';
import { Refusal } from '../refusal';

/** One page of records; `links` only if there are more. */
export interface EntityPage {
  readonly records: readonly EntityRecord[];
  readonly links?: { readonly next: { readonly marker: string } };
}

/** Returns one page of the records that a listing shows. */
export function listPage(
  shown: readonly StoredRecord[],
  options: unknown,
  { fields, pageRecords }: { fields: readonly EntityField[]; pageRecords: number },
): EntityPage {
  const { query, after } = readListOptions(options);
  const matches = readEntityQuery(query, fields);
  const rest = shown
    .filter((record) => record.order > after && matches(JSON.parse(record.json) as JsonObject))
    .sort((one, other) => one.order - other.order);
  const page = rest.slice(0, pageRecords);
  const last = page.at(-1);
  const records = page.map(toEntityRecord);
  if (last === undefined || rest.length <= pageRecords) return { records };
  return { records, links: { next: { marker: markerAfter(last.order) } } };
}

function readListOptions(options: unknown): { query: unknown; after: number } {
  if (options === undefined) return { query: undefined, after: -1 };
  if (!isJsonObject(options))
    throw new Refusal(400, 'Options should be of type JSON', { errorSource: 'APP' });
  const next = options['next'];
  const marker = objectOf(next)['marker'];
  return { query: options['query'], after: marker === undefined ? -1 : orderOf(marker) };
}

function markerAfter(order: number): string {
  return Buffer.from(`after:${order}`).toString('base64url');
}

function orderOf(marker: unknown): number {
  const [, order] = /^after:(\d+)$/.exec(Buffer.from(String(marker), 'base64url').toString()) ?? [];
  if (order === undefined) throw new Refusal(400, 'Invalid marker', { errorSource: 'APP' });
  return Number(order);
}

type Match = (data: JsonObject) => boolean;

/** Reads the query of a listing: one equality on a filterable field, or `$and` / `$or` of such. */
function readEntityQuery(query: unknown, fields: readonly EntityField[]): Match {
  if (query === undefined) return () => true;
  const entries = isJsonObject(query) ? Object.entries(query) : [];
  const [entry, another] = entries;
  if (entry === undefined || another !== undefined) throw badQuery('one condition, $and or $or is expected');
  const [name, value] = entry;
  if (name === '$and' || name === '$or') return readGroup(name, value, fields);
  return readEquality(name, value, fields);
}

function readGroup(name: '$and' | '$or', value: unknown, fields: readonly EntityField[]): Match {
  if (!Array.isArray(value) || value.length === 0) throw badQuery(`${name} needs a list of conditions`);
  const matches = (value as readonly unknown[]).map((condition) => readEntityQuery(condition, fields));
  return name === '$and'
    ? (data) => matches.every((match) => match(data))
    : (data) => matches.some((match) => match(data));
}

function readEquality(name: string, value: unknown, fields: readonly EntityField[]): Match {
  const field = fields.find((candidate) => candidate.name === name);
  if (field?.filterable !== true) throw badQuery(`${name} is not a filterable field`);
  if (typeof value === 'object') throw badQuery(`${name} can only be compared for equality`);
  return (data) => data[name] === value;
}

function badQuery(reason: string): Refusal {
  return new Refusal(400, `Invalid query: ${reason}`, { errorSource: 'APP' });
}
