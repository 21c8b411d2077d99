import { isJsonObject, type JsonObject } from '../support/json-value';
import { readContactEvent } from './contact-event';
import type { ContactEvent, EntryError } from './contact-event';

/** A batch with a valid form. */
export interface Batch {
  readonly contacts: readonly ContactEvent[];
  readonly integrationConfigurationId: number | undefined;
}

const refuse = (field: string): { readonly errors: readonly EntryError[] } => ({
  errors: [{ index: -1, field, message: 'is not valid' }],
});

const hasOnly = (fields: JsonObject, names: readonly string[]): boolean =>
  Object.keys(fields).every((name) => names.includes(name));

const readMeta = (meta: unknown): { readonly id: number | undefined } | undefined => {
  if (meta === undefined) {
    return { id: undefined };
  }
  if (!isJsonObject(meta) || !hasOnly(meta, ['integrationConfigurationId'])) {
    return undefined;
  }
  const id = meta['integrationConfigurationId'];
  return id === undefined || typeof id === 'number' ? { id } : undefined;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a body and validates every entry; one invalid entry refuses all. */
export const readBatch = (
  text: string,
): { readonly batch: Batch } | { readonly errors: readonly EntryError[] } => {
  const body = parse(text);
  if (!isJsonObject(body) || !hasOnly(body, ['data', 'meta']) || !Array.isArray(body['data'])) {
    return refuse('data');
  }
  const meta = readMeta(body['meta']);
  if (meta === undefined) {
    return refuse('meta.integrationConfigurationId');
  }
  const entries = body['data'].map(readContactEvent);
  const errors = entries.flatMap((entry) => ('errors' in entry ? entry.errors : []));
  const contacts = entries.flatMap((entry) => ('contact' in entry ? entry.contact : []));
  return errors.length > 0 ? { errors } : { batch: { contacts, integrationConfigurationId: meta.id } };
};
