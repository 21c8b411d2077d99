/** A part of the app's state during one run, as everyone may see it. */
export interface Slice<T> {
  readonly value: T;
}

/** The same part in the hands of its own room: nothing else changes it. */
export interface OwnSlice<T> extends Slice<T> {
  set(next: T): void;
  change(changed: Partial<T>): void;
}

/** A slice that begins with this value. */
export function createSlice<T>(first: T): OwnSlice<T> {
  let current = first;
  return {
    get value() {
      return current;
    },
    set(next) {
      current = next;
    },
    change(changed) {
      current = { ...current, ...changed };
    },
  };
}
