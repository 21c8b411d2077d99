import type { Restorable } from './snapshot';

/** A list that forgets its oldest entries. */
export interface NewestList<T> extends Restorable {
  add(entry: T): void;
  /** The entries that are kept, oldest first. */
  list(): readonly T[];
  clear(): void;
}

/** Keeps at most `maxEntries`, so that a sandbox which runs for weeks does not fill the memory. */
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
