/** A read-only part of the app's state during one run. */
export interface Slice<T> {
  readonly value: T;
}

/** A part of the state that its own room may change. */
export interface OwnSlice<T> extends Slice<T> {
  set(next: T): void;
  change(changed: Partial<T>): void;
}

/** A slice with this first value. */
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
