import { AppError, ERROR_CODES } from './app-error';

/** Closes a switch over all members of a union: the compiler refuses a member that has no case. */
export function assertNever(value: never): never {
  throw new AppError(ERROR_CODES.recordUnreadable, `Unexpected ${typeof value}`);
}
