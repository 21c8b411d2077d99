import { keepFields, restoreAll, type Restorable } from '../snapshot';

/** How often a fault strikes; without `times`, until it is cleared. */
export interface Strikes {
  readonly times?: number;
}

/** The faults set by tests, oldest first. */
export interface FaultList<Fault extends Strikes> extends Restorable {
  /** Adds a fault; the returned function removes it. */
  add(fault: Fault): () => void;
  /** Removes all faults. */
  clear(): void;
  /** Uses one strike of the first fault that applies and returns it; undefined if none applies. */
  strike(applies: (fault: Fault) => boolean): Fault | undefined;
  /** The faults that are still set. */
  list(): readonly Fault[];
}

/** Creates an empty list of faults. */
export const createFaultList = <Fault extends Strikes>(): FaultList<Fault> => {
  let entries: readonly { readonly fault: Fault; left: number }[] = [];

  return {
    add: (fault) => {
      const entry = { fault, left: fault.times ?? Infinity };
      entries = [...entries, entry];
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear: () => {
      entries = [];
    },
    strike: (applies) => {
      const entry = entries.find(({ fault, left }) => left > 0 && applies(fault));
      if (entry === undefined) {
        return undefined;
      }
      entry.left -= 1;
      entries = entries.filter(({ left }) => left > 0);
      return entry.fault;
    },
    list: () => entries.map(({ fault }) => fault),
    takeSnapshot: () => {
      const kept = entries;
      const restoreStrikes = restoreAll(kept.map(keepFields));
      return () => {
        entries = kept;
        restoreStrikes();
      };
    },
  };
};
