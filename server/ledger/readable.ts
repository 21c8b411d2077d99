import { AppError, ERROR_CODES } from '../values/app-error';

/** The value; throws when a ledger record cannot be read or is not loaded, which stops the run before anything is sent. */
export function readable<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new AppError(ERROR_CODES.recordUnreadable, 'A ledger record cannot be read or is not loaded');
  }
  return value;
}
