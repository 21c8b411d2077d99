/** What one run tells the next about the outbox. */
export interface OutboxState {
  /** When the oldest waiting contact happened (ms), as far as is known. */
  readonly oldestWaiting: number | null;
  /** Contacts recorded a minute lately; decides whether runs between the ticks are planned. */
  readonly perMinute: number;
  /** Contacts left out on purpose since the installation. */
  readonly leftOut: number;
  /** Records in it that cannot be read. */
  readonly unreadable: number;
  /** Since when the entity store has not answered (ms); null: it answers. */
  readonly silentSince: number | null;
}

/** Before anything was recorded. */
export const EMPTY_OUTBOX: OutboxState = {
  oldestWaiting: null,
  perMinute: 0,
  leftOut: 0,
  unreadable: 0,
  silentSince: null,
};
