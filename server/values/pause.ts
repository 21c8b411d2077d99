/** A wait that an answer asked for: when it was read, and until when it lasts (ms). */
export interface Pause {
  readonly readAt: number;
  readonly until: number;
}

/**
 * True while the wait lasts. With a clock that shows a time before its answer was read, how much of it has passed is
 * unknown, so it ends: asking again tells.
 */
export function isPaused(pause: Pause | null, now: number): boolean {
  return pause !== null && now >= pause.readAt && now < pause.until;
}
