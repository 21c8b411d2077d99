interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Timers that run when the sandbox's time has passed them; `run` is called after each change of it. */
export function createTimers(now: () => number): {
  readonly set: (work: () => void, ms?: number) => number;
  readonly run: () => void;
} {
  let left: readonly Timer[] = [];
  let made = 0;
  return {
    set: (work, ms = 0) => {
      left = [...left, { at: now() + ms, work }];
      made += 1;
      return made;
    },
    run: () => {
      const due = left.filter(({ at }) => at <= now());
      left = left.filter((timer) => !due.includes(timer));
      for (const { work } of due) work();
    },
  };
}
