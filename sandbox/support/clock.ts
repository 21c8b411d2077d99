/** The time of the sandbox in milliseconds since 1970. It moves only on request. */
export interface Clock {
  now(): number;
  /** Moves forward to `ms`; a time in the past has no effect. */
  advanceTo(ms: number): void;
  /** Moves to any time, including back: for clock faults. */
  set(ms: number): void;
}

/** The clock for readers only: the stand-ins of Freshdesk and injixo. */
export type ReadOnlyClock = Pick<Clock, 'now'>;

/** Creates a clock that shows `startMs`. */
export function createClock(startMs: number): Clock {
  let current = startMs;
  return {
    now: () => current,
    advanceTo: (ms) => {
      current = Math.max(current, ms);
    },
    set: (ms) => {
      current = ms;
    },
  };
}
