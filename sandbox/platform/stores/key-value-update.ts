import { isJsonObject, storedCopy, type JsonObject } from '../../support/json-value';
import { Refusal } from '../refusal';

type Change = (value: JsonObject, attributes: JsonObject) => JsonObject;

const changes: Readonly<Record<string, Change>> = {
  set: (value, attributes) => ({ ...value, ...attributes }),
  increment: (value, attributes) => mapInto(value, attributes, addNumbers),
  append: (value, attributes) => mapInto(value, attributes, joinLists),
};

/** The value after `$db.update`; attributes are the names at its first level. */
export function applyUpdate(value: JsonObject, action: unknown, attributes: unknown): JsonObject {
  const copy = checkAttributes(attributes);
  if (action === 'remove') return withoutAttributes(value, copy);
  const change = typeof action === 'string' && Object.hasOwn(changes, action) ? changes[action] : undefined;
  if (change === undefined) throw new Refusal(400, 'The action should be increment, append, set or remove');
  if (!isJsonObject(copy)) throw new Refusal(400, 'Attributes object should be of type JSON');
  return change(value, copy);
}

function checkAttributes(attributes: unknown): JsonObject | readonly unknown[] {
  const copy: unknown = storedCopy(attributes);
  const isFilled = Array.isArray(copy) ? copy.length > 0 : isJsonObject(copy) && Object.keys(copy).length > 0;
  if (!isFilled) {
    throw new Refusal(400, 'Attributes object cannot be empty and should be of type JSON or Array');
  }
  return copy as JsonObject | readonly unknown[];
}

function withoutAttributes(value: JsonObject, attributes: JsonObject | readonly unknown[]): JsonObject {
  const names = Array.isArray(attributes) ? attributes.map(String) : Object.keys(attributes);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function mapInto(
  value: JsonObject,
  attributes: JsonObject,
  join: (old: unknown, added: unknown) => unknown,
): JsonObject {
  const changed = Object.entries(attributes).map(([name, added]) => [name, join(value[name], added)]);
  return { ...value, ...(Object.fromEntries(changed) as JsonObject) };
}

function addNumbers(old: unknown, added: unknown): number {
  if (typeof (old ?? 0) !== 'number' || typeof added !== 'number') {
    throw new Refusal(400, 'Only numbers can be incremented');
  }
  return Number(old ?? 0) + added;
}

function joinLists(old: unknown, added: unknown): unknown[] {
  const list: unknown = old ?? [];
  if (!Array.isArray(list)) throw new Refusal(400, 'Only arrays can be appended to');
  const more: readonly unknown[] = Array.isArray(added) ? added : [added];
  return [...(list as readonly unknown[]), ...more];
}
