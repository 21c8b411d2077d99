/** For each left item the index of its right item; undefined for unmatched ones. */
export type Matching = readonly (number | undefined)[];

/**
 * Pairs as many left items as possible with right items they accept, each at most once. A matched item stays matched,
 * so earlier items have priority.
 */
export const matchBipartite = (
  leftCount: number,
  candidatesOf: (left: number) => readonly number[],
): Matching => {
  const ownerOf = new Map<number, number>();

  const place = (left: number, tried: Set<number>): boolean => {
    const candidates = candidatesOf(left).filter((right) => !tried.has(right));
    const free = candidates.find((right) => !ownerOf.has(right));
    if (free !== undefined) {
      ownerOf.set(free, left);
      return true;
    }
    return candidates.some((right) => {
      tried.add(right);
      const owner = ownerOf.get(right);
      const isFreed = owner !== undefined && place(owner, tried);
      if (isFreed) {
        ownerOf.set(right, left);
      }
      return isFreed;
    });
  };

  Array.from({ length: leftCount }, (_, left) => left).forEach((left) => place(left, new Set()));
  const result: (number | undefined)[] = Array.from({ length: leftCount }, () => undefined);
  ownerOf.forEach((left, right) => {
    result[left] = right;
  });
  return result;
};
