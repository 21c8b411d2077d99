/** The one time of the sandbox, in milliseconds since 1970: it moves only when it is told to. */
export interface Clock {
  now(): number;
  /** Moves forward to `ms`; a time that has already passed changes nothing. */
  advanceTo(ms: number): void;
  /** Moves anywhere, back too: for faults of the clock. */
  set(ms: number): void;
}

/** The clock for those who may only look at it: the stand-ins of Freshdesk and injixo. */
export type ReadOnlyClock = Pick<Clock, 'now'>;

/** Makes a clock that stands at `startMs`. */
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
