/** Runs pieces of work one after the other, in the order in which they came. */
export interface CommandQueue {
  add<T>(work: () => T | Promise<T>): Promise<T>;
}

/** An empty queue; work that fails does not hold up what comes after it. */
export function createCommandQueue(): CommandQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add: (work) => {
      const result = last.then(() => work());
      last = result.catch(() => undefined);
      return result;
    },
  };
}
