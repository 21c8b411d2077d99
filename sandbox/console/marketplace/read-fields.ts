import { isJsonObject, objectOf, type JsonObject } from '../../support/json-value';
import type { InstallField } from './contract';

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

function patternsOf(regex: unknown): InstallField['patterns'] {
  const rules = objectOf(regex);
  return Object.keys(rules)
    .filter((name) => !name.endsWith('-error'))
    .map((name) => ({ regex: String(rules[name]), message: textOf(rules[`${name}-error`]) }));
}

function changeFunction(events: unknown): string {
  const first: unknown = Array.isArray(events) ? events[0] : undefined;
  return isJsonObject(first) ? textOf(first['change']) : '';
}

function shownValue(field: JsonObject, value: unknown): string {
  return field['secure'] === true ? '' : textOf(value ?? field['default_value']);
}

function optionsOf({ options }: JsonObject): readonly string[] {
  return Array.isArray(options) ? options.map(String) : [];
}

function toField(key: string, field: JsonObject, value: unknown): InstallField {
  return {
    key,
    label: textOf(field['display_name']),
    description: textOf(field['description']),
    type: textOf(field['type']),
    isRequired: field['required'] === true,
    isSecure: field['secure'] === true,
    isVisible: field['visible'] !== false,
    options: optionsOf(field),
    value: shownValue(field, value),
    isSet: textOf(value) !== '',
    patterns: patternsOf(field['regex']),
    onChange: changeFunction(field['events']),
  };
}

/** The fields of config/iparams.json in order, with the values that may be shown. */
export function readFields(declared: JsonObject, values: Readonly<JsonObject>): readonly InstallField[] {
  return Object.entries(declared).flatMap(([key, field]) =>
    isJsonObject(field) ? [toField(key, field, values[key])] : [],
  );
}
