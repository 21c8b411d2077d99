/** The flags that are set, as one number: the first of all is worth 1, the next 2, and so on. */
export function writeFlags<Flag extends string>(all: readonly Flag[], set: readonly Flag[]): number {
  return all.reduce((bits, flag, place) => bits + (set.includes(flag) ? 2 ** place : 0), 0);
}

/** The flags that are set in what writeFlags wrote of the same flags, in their order. */
export function readFlags<Flag extends string>(all: readonly Flag[], bits: number): readonly Flag[] {
  return all.filter((flag) => ((bits >> all.indexOf(flag)) & 1) === 1);
}
