/** Errors of the platform; the run stops and the next one goes on. */
export const ERROR_CODES = {
  /** The platform throttled a store: transient. */
  storeLimit: 'store_limit',
  /** A store refused or failed an operation: transient, or the account has no such store. */
  storeFailed: 'store_failed',
  /** A run has used its operations: expected under load, the next run goes on. */
  budgetSpent: 'budget_spent',
  /** The platform refused to create or look up a schedule. */
  scheduleFailed: 'schedule_failed',
  /** A stored record is not what this version writes: a bug, or a newer version's data. */
  recordUnreadable: 'record_unreadable',
} as const;
export type ErrorCode = (typeof ERROR_CODES)[keyof typeof ERROR_CODES];

/** The only error the app throws: a code and a constant sentence, never data. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'AppError';
    this.code = code;
  }
}

/** The code of any thrown value: an AppError's own, `unexpected` for everything else. */
export function errorCode(error: unknown): ErrorCode | 'unexpected' {
  return error instanceof AppError ? error.code : 'unexpected';
}
