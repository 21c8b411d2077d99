import { keepFields, restoreAll, type Restorable } from '../snapshot';

/** What every fault has: how often it strikes. Without `times` it strikes until it is cleared. */
export interface Strikes {
  readonly times?: number;
}

/** The faults that tests have set, oldest first. */
export interface FaultList<Fault extends Strikes> extends Restorable {
  /** Sets a fault; the function it returns takes this one away again. */
  add(fault: Fault): () => void;
  /** Takes all faults away. */
  clear(): void;
  /** The first fault that applies, one strike used up, or undefined. */
  strike(applies: (fault: Fault) => boolean): Fault | undefined;
  /** The faults still set. */
  list(): readonly Fault[];
}

/** An empty list of faults. */
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
