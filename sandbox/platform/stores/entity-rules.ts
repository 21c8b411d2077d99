import type { EntityField, EntityFieldType } from './entity-definition';
import { isJsonObject, jsonBytes, storedCopy, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';

interface FieldError {
  readonly name: string;
  readonly message: string;
}

type TypeRule = (value: unknown, limits: Limits, field: EntityField) => boolean;

const typeRules = {
  text: (value, limits) => typeof value === 'string' && value.length <= limits.entityTextChars,
  paragraph: (value, limits) => typeof value === 'string' && value.length <= limits.entityParagraphChars,
  integer: (value) => Number.isSafeInteger(value),
  float: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  datetime: (value) => isMoment(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/),
  date: (value) => isMoment(value, /^\d{4}-\d\d-\d\d$/),
  enum: (value, _limits, { choices }) => choices.length === 0 || choices.includes(value),
} as const satisfies Record<EntityFieldType, TypeRule>;

/** The record in its stored form; refused with all invalid fields. */
export function checkRecord(data: unknown, fields: readonly EntityField[], limits: Limits): JsonObject {
  const copy: unknown = storedCopy(data);
  if (!isJsonObject(copy)) throw invalid([{ name: 'data', message: 'should be of type JSON' }]);
  const errors = [
    ...unknownFields(copy, fields),
    ...fields.flatMap((field) => checkField(copy, field, limits)),
  ];
  if (errors.length > 0) throw invalid(errors);
  if (jsonBytes(copy) > limits.entityRecordBytes) {
    throw new Refusal(413, 'The record is larger than 100 KB', { errorSource: 'APP' });
  }
  return copy;
}

function unknownFields(record: JsonObject, fields: readonly EntityField[]): readonly FieldError[] {
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(record).filter((name) => !known.has(name));
  return unknown.map((name) => ({ name, message: 'is not a field of this entity' }));
}

function checkField(record: JsonObject, field: EntityField, limits: Limits): readonly FieldError[] {
  const { name, type, required } = field;
  const value = record[name] ?? null;
  if (value === null) return required ? [{ name, message: 'is required' }] : [];
  const rule: TypeRule = typeRules[type];
  return rule(value, limits, field) ? [] : [{ name, message: `is not a valid ${type}` }];
}

function isMoment(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));
}

function invalid(errors: readonly FieldError[]): Refusal {
  return new Refusal(400, 'Validation failed', { errors, errorSource: 'APP' });
}
