import { AppError, ERROR_CODES, errorCode } from '../values/app-error';
import type { KeyValueStore } from './ports';
import type { RunBudget } from './run-budget';

/**
 * The store of one invocation, which is not called again once it answered 429: there are no timers to wait with, and refused
 * calls count towards the limit. `allowOneCall` of the budget is the one exception.
 */
export function stopAtLimit(
  store: KeyValueStore,
  budget: Pick<RunBudget, 'mayCall' | 'noteRefusal'>,
): KeyValueStore {
  const call = async <T>(make: () => Promise<T>): Promise<T> => {
    if (!budget.mayCall()) throw new AppError(ERROR_CODES.storeLimit, 'The key-value store refused before');
    try {
      return await make();
    } catch (error) {
      if (errorCode(error) === ERROR_CODES.storeLimit) budget.noteRefusal();
      throw error;
    }
  };
  return {
    get: (key) => call(() => store.get(key)),
    set: (key, value, options) => call(() => store.set(key, value, options)),
    create: (key, value, options) => call(() => store.create(key, value, options)),
    setFields: (key, fields) => call(() => store.setFields(key, fields)),
    removeFields: (key, fields) => call(() => store.removeFields(key, fields)),
  };
}
