/** A list that forgets its oldest entries. */
export interface History<T> {
  add(entry: T): void;
  list(): readonly T[];
}

/** Keeps at most `maxEntries`. */
export function createHistory<T>(maxEntries: number): History<T> {
  let entries: T[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > maxEntries) entries = entries.slice(-Math.ceil(maxEntries / 2));
    },
    list: () => entries,
  };
}
