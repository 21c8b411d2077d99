/** What the app needs from the platform, without its globals. Every implementation passes the same battery of tests. */

/** Small JSON objects by key; each call is one of the installation's 50 operations a minute. */
export interface KeyValueStore {
  /** The value, or undefined when the key does not exist. */
  get(key: string): Promise<unknown>;
  set(key: string, value: object, options?: { readonly ttlSeconds?: number }): Promise<void>;
  /** True only for the one caller that created the key; false when it exists or the call failed. Rejects on a 429. */
  create(key: string, value: object, options?: { readonly ttlSeconds?: number }): Promise<boolean>;
  /** Sets the given top-level fields of an existing value and no others. */
  setFields(key: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** Removes the given top-level fields of an existing value. */
  removeFields(key: string, fields: readonly string[]): Promise<void>;
}

/** One record of the outbox as the entity store gives it back. */
export interface StoredRecord {
  readonly recordId: string;
  /** When the platform stored it (ms), null when the record has no time. */
  readonly recordedAt: number | null;
  readonly data: unknown;
}

/** The entity `contacts`; each call is one of the installation's 250 operations a minute. */
export interface RecordStore {
  create(data: object): Promise<void>;
  /** One page in no order; it may be stale. */
  list(
    marker: string | null,
  ): Promise<{ readonly records: readonly StoredRecord[]; readonly next: string | null }>;
  /** Idempotent. */
  remove(recordId: string): Promise<void>;
}

/** The data of a schedule, which its runs get. */
export interface ScheduleData {
  readonly kind: 'tick' | 'run';
  /**
   * ms; the moment of installation: of a tick, or of the batch whose outcome this schedule keeps. Null: nothing knew it when
   * the tick was made anew.
   */
  readonly cutOver?: number | null;
  /** Minutes between ticks. */
  readonly every?: number;
  /** ms; when the recurring schedule was made anew; absent: it is the one that the installation made. */
  readonly madeAt?: number;
  /** The number of the batch whose outcome is kept here, the outcome, and when it was known (ms). */
  readonly batch?: number;
  readonly outcome?: string;
  readonly time?: number;
}

/** Recurring and one-time runs. No documented limit on calls. */
export interface Scheduler {
  exists(name: string): Promise<boolean>;
  /** The data of a schedule; undefined when there is none of that name. */
  dataOf(name: string): Promise<unknown>;
  /** Starts a recurring schedule; rejects when the platform refuses the interval. */
  repeat(name: string, firstAt: number, everyMinutes: number, data: ScheduleData): Promise<void>;
  /** Sets a one-time run; one of the same name is moved. */
  once(name: string, at: number, data: ScheduleData): Promise<void>;
  /** Idempotent. */
  remove(name: string): Promise<void>;
}

/** The fields of a log line: no personal data, no keys, no texts. */
export interface LogFields {
  readonly event?: string;
  readonly ticketId?: number;
  readonly contactId?: string;
  readonly batch?: number;
  readonly batchSize?: number;
  readonly origin?: string;
  readonly outcome?: string;
  readonly reason?: string;
  readonly code?: string;
  readonly durationMs?: number;
  readonly keyValueOps?: number;
  readonly freshdeskCalls?: number;
  readonly waiting?: number;
  readonly accepted?: number;
  readonly mode?: string;
  /** Where a row is that cannot be read. */
  readonly list?: string;
  readonly page?: number;
  readonly row?: number;
}

/** One JSON line each, constant messages only. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
