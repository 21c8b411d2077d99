import { jsonBytes } from './json-bytes';

/** The value, or what the first of these steps make of it, in turn, until its JSON text has at most so many bytes. */
export function shrinkToFit<T>(value: T, steps: readonly ((value: T) => T)[], bytes: number): T {
  return steps.reduce((shrunk, step) => (jsonBytes(shrunk) <= bytes ? shrunk : step(shrunk)), value);
}
