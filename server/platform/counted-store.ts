import type { KeyValueStore } from './ports';
import type { RunBudget } from './run-budget';

/** The same store, with every operation counted before it is made. */
export function createCountedStore(store: KeyValueStore, budget: RunBudget): KeyValueStore {
  return {
    get(key) {
      budget.spend();
      return store.get(key);
    },
    set(key, value, options) {
      budget.spend();
      return store.set(key, value, options);
    },
    create(key, value, options) {
      budget.spend();
      return store.create(key, value, options);
    },
    setFields(key, fields) {
      budget.spend();
      return store.setFields(key, fields);
    },
    removeFields(key, fields) {
      budget.spend();
      return store.removeFields(key, fields);
    },
  };
}
