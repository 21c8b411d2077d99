import type { KeyValueStore } from './ports';
import type { RunBudget } from './run-budget';

/**
 * The same store, with every operation counted before it is made. What the run wrote itself it gets back from memory, at no
 * cost: the store may still show what was there before.
 */
export function createCountedStore(store: KeyValueStore, budget: RunBudget): KeyValueStore {
  const written = new Map<string, object>();
  return {
    get(key) {
      const own = written.get(key);
      if (own !== undefined) return Promise.resolve(own);
      budget.spend();
      return store.get(key);
    },
    async set(key, value, options) {
      budget.spend();
      written.delete(key);
      await store.set(key, value, options);
      written.set(key, value);
    },
    create(key, value, options) {
      budget.spend();
      return store.create(key, value, options);
    },
    setFields(key, fields) {
      budget.spend();
      written.delete(key);
      return store.setFields(key, fields);
    },
    removeFields(key, fields) {
      budget.spend();
      written.delete(key);
      return store.removeFields(key, fields);
    },
  };
}
