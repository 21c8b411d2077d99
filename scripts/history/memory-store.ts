import type { KeyValueStore } from '../../server/platform/ports';

/** A key-value store in memory. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, object>();
  const read = (key: string): Record<string, unknown> => ({ ...values.get(key) });
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
    create: (key, value) => {
      const isNew = !values.has(key);
      if (isNew) values.set(key, value);
      return Promise.resolve(isNew);
    },
    setFields: (key, fields) => {
      values.set(key, { ...read(key), ...fields });
      return Promise.resolve();
    },
    removeFields: (key, fields) => {
      const left = Object.entries(read(key)).filter(([name]) => !fields.includes(name));
      values.set(key, Object.fromEntries(left));
      return Promise.resolve();
    },
  };
}
