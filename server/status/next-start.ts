/** What decides from when on another installation of the app would have to import. */
export interface SentSoFar {
  /** Up to here injixo has everything (ms); null: not known yet. */
  readonly completeUntil: number | null;
  /** When the newest contact happened that was ever in a request to injixo (ms); 0: there was none. */
  readonly newestAt: number;
  /** True when nothing waits and nothing is held. */
  readonly isSettled: boolean;
}

const SECOND_MS = 1000;

/**
 * The start of the history (ms) with which another installation would import what injixo lacks and nothing that it has; null
 * while that cannot be said. What is sent is far ahead of what the scan has checked, so `completeUntil` alone would bring
 * the newest contacts a second time.
 */
export function nextStart({ completeUntil, newestAt, isSettled }: SentSoFar): number | null {
  if (completeUntil === null || !isSettled) return null;
  return newestAt === 0 ? completeUntil : Math.max(completeUntil, newestAt + SECOND_MS);
}
