/** What a run saw of the outbox. */
export interface SeenOutbox {
  /** When the oldest contact that it saw waiting happened (ms). */
  readonly oldestWaiting: number | null;
  readonly complete: boolean;
  readonly isAvailable: boolean;
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/**
 * When the oldest waiting contact happened, as far as is known. The scan leaves alone what waits in the outbox: a run that
 * cannot read all of it has to believe that what waited before still does, until a deep pass has gone past it.
 */
export function oldestWaiting(before: number | null, seen: SeenOutbox, deepUntil: number): number | null {
  if (seen.complete && seen.isAvailable) return seen.oldestWaiting;
  return earlier(before !== null && before >= deepUntil ? before : null, seen.oldestWaiting);
}

/**
 * Up to here every contact is accepted or accounted for (held ones are named beside it): the scan's cursor, or the oldest
 * contact that waits and is not sent when that is earlier. Milliseconds.
 */
export function completeUntil(checkedUntil: number, oldest: number | null): number {
  return earlier(oldest, checkedUntil) ?? checkedUntil;
}
