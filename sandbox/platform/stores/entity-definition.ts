import { objectOf } from '../../support/json-value';
import type { Limits } from '../limits';

const entityFieldTypes = [
  'text',
  'paragraph',
  'integer',
  'float',
  'datetime',
  'boolean',
  'enum',
  'date',
] as const;
/** The type of a field. */
export type EntityFieldType = (typeof entityFieldTypes)[number];

/** One field of an entity in config/entities.json. */
export interface EntityField {
  readonly name: string;
  readonly type: EntityFieldType;
  readonly required: boolean;
  readonly filterable: boolean;
  /** The values of an enum; empty if none are declared. */
  readonly choices: readonly unknown[];
}

/** Fields by the name of their entity. */
export type EntityDefinitions = ReadonlyMap<string, readonly EntityField[]>;

/** Reads config/entities.json; adds every fault to `problems`. */
export function readEntityDefinitions(json: unknown, limits: Limits, problems: string[]): EntityDefinitions {
  const entities = Object.entries(objectOf(json));
  if (entities.length > limits.entities)
    problems.push(`entities.json: more than ${limits.entities} entities`);
  return new Map(entities.map(([name, entity]) => [name, readFields(name, entity, limits, problems)]));
}

function readFields(
  name: string,
  entity: unknown,
  limits: Limits,
  problems: string[],
): readonly EntityField[] {
  const fields: unknown = objectOf(entity)['fields'];
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > limits.entityFields) {
    problems.push(`entities.json: ${name} needs 1 to ${limits.entityFields} fields`);
    return [];
  }
  return (fields as readonly unknown[]).flatMap((field) => readField(name, field, problems));
}

function readField(entity: string, field: unknown, problems: string[]): readonly EntityField[] {
  const { name, type, required, filterable, options } = objectOf(field);
  if (typeof name !== 'string' || !isFieldType(type)) {
    problems.push(`entities.json: ${entity} has a field without a name or with an unknown type`);
    return [];
  }
  const choices: readonly unknown[] = Array.isArray(options) ? options : [];
  return [{ name, type, required: required === true, filterable: filterable === true, choices }];
}

function isFieldType(type: unknown): type is EntityFieldType {
  return entityFieldTypes.some((known) => known === type);
}
