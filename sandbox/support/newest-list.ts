import type { Restorable } from './snapshot';

/** A list that drops its oldest entries. */
export interface NewestList<T> extends Restorable {
  add(entry: T): void;
  /** The kept entries, oldest first. */
  list(): readonly T[];
  clear(): void;
}

/** Keeps at most `maxEntries`, so that a long-running sandbox does not fill the memory. */
export function createNewestList<T>(maxEntries: number): NewestList<T> {
  let entries: T[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > maxEntries) entries = entries.slice(-Math.ceil(maxEntries / 2));
    },
    list: () => entries,
    clear: () => {
      entries = [];
    },
    takeSnapshot: () => {
      const kept = [...entries];
      return () => {
        entries = [...kept];
      };
    },
  };
}
