import type { EntityField } from './entity-definition';
import { isJsonObject, type JsonObject } from '../../support/json-value';
import { Refusal } from '../refusal';

type Match = (data: JsonObject) => boolean;

/** Reads the query of a listing: one equality on a filterable field, or `$and` / `$or` of such. */
export function readEntityQuery(query: unknown, fields: readonly EntityField[]): Match {
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
