import { isJsonObject, objectOf, type JsonObject } from '../../support/json-value';

/** A sentence for each invalid field of the install page; empty if all are valid. */
export type SettingsProblems = Readonly<Record<string, string>>;

/** The values with defaults filled in, as the platform stores them. */
export function withDefaults(declared: JsonObject, values: JsonObject): JsonObject {
  const defaults = Object.entries(declared).flatMap(([key, field]) =>
    isJsonObject(field) && field['default_value'] !== undefined ? [[key, field['default_value']]] : [],
  );
  return { ...(Object.fromEntries(defaults) as JsonObject), ...values };
}

/** Checks the install page's values against config/iparams.json. */
export function checkSettings(declared: JsonObject, values: JsonObject): SettingsProblems {
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(declared, key));
  const problems = Object.entries(declared).flatMap(([key, field]) => {
    const problem = isJsonObject(field) ? checkField(field, values[key]) : null;
    return problem === null ? [] : [[key, problem] as const];
  });
  return Object.fromEntries([
    ...unknown.map((key) => [key, 'is not a field of the page'] as const),
    ...problems,
  ]);
}

function checkField(field: JsonObject, value: unknown): string | null {
  if (isBlank(value)) return field['required'] === true ? 'is required' : null;
  return checkOption(field, value) ?? checkType(field, value) ?? checkPatterns(field, value);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function checkOption({ options, type }: JsonObject, value: unknown): string | null {
  if (!Array.isArray(options)) return null;
  const chosen: readonly unknown[] = type === 'multiselect' && Array.isArray(value) ? value : [value];
  return chosen.every((one) => options.includes(one)) ? null : 'is not one of the options';
}

function checkType({ type }: JsonObject, value: unknown): string | null {
  if (type === 'email')
    return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(value)) ? null : 'is not an email address';
  if (type === 'number') return Number.isFinite(Number(value)) ? null : 'is not a number';
  if (type === 'checkbox') return typeof value === 'boolean' ? null : 'is neither on nor off';
  return null;
}

function checkPatterns({ regex }: JsonObject, value: unknown): string | null {
  const rules = Object.entries(objectOf(regex)).filter(([name]) => !name.endsWith('-error'));
  const broken = rules.find(([, pattern]) => !new RegExp(String(pattern)).test(String(value)));
  if (broken === undefined) return null;
  const sentence = objectOf(regex)[`${broken[0]}-error`];
  return typeof sentence === 'string' ? sentence : 'is not in the expected form';
}
