/** Restores the state of a snapshot; may be called any number of times. */
export type Restore = () => void;

/** A part of the sandbox whose state can be saved and restored. */
export interface Restorable {
  /** Saves the current state. No invocation may be running now or at the time of a restore. */
  takeSnapshot(): Restore;
}

/** Combines several restores into one, in order. */
export function restoreAll(restores: readonly Restore[]): Restore {
  return () => restores.forEach((restore) => restore());
}

/** Saves the values of an object's fields; the values themselves are not copied. */
export function keepFields(object: object): Restore {
  const kept = { ...object };
  return () => void Object.assign(object, kept);
}

/** Saves the items of a list in order; the items themselves are not copied. */
export function keepList<T>(list: T[]): Restore {
  const kept = [...list];
  return () => {
    // Spreading a long list into push() fails: the number of arguments is limited.
    list.length = 0;
    for (const item of kept) list.push(item);
  };
}

/** Saves the items of a set in order. */
export function keepSet<T>(set: Set<T>): Restore {
  const kept = [...set];
  return () => {
    set.clear();
    for (const item of kept) set.add(item);
  };
}

/** Saves the entries of a map in order; values that are modified in place need `keepValue`, which saves one. */
export function keepMap<K, V>(map: Map<K, V>, keepValue?: (value: V) => Restore): Restore {
  const kept = [...map];
  const restoreValues = keepValue === undefined ? [] : kept.map(([, value]) => keepValue(value));
  return () => {
    map.clear();
    for (const [key, value] of kept) map.set(key, value);
    restoreAll(restoreValues)();
  };
}
