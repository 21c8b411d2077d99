/** What one run tells the next about the outbox. */
export interface OutboxState {
  /** When the oldest waiting contact happened (ms), as far as is known. */
  readonly oldestWaiting: number | null;
  /** When the newest record that a run has read was stored (ms); null: none was ever read. */
  readonly recordedAt: number | null;
  /** Contacts recorded a minute lately. */
  readonly perMinute: number;
  /** Contacts left out on purpose since the installation. */
  readonly leftOut: number;
  /** Records in it that cannot be read. */
  readonly unreadable: number;
}

/** Before anything was recorded. */
export const EMPTY_OUTBOX: OutboxState = {
  oldestWaiting: null,
  recordedAt: null,
  perMinute: 0,
  leftOut: 0,
  unreadable: 0,
};
