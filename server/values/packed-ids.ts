/**
 * Lists of ids as short texts: ascending, each as its distance from the one before, in base 36. Ids of one account lie close
 * together, so that some thousands fit into one value.
 */

/** Writes ids, each once. */
export function packIds(ids: Iterable<number>): string {
  let before = 0;
  return [...new Set(ids)]
    .sort((a, b) => a - b)
    .map((id) => {
      const distance = id - before;
      before = id;
      return distance.toString(36);
    })
    .join(',');
}

/** Reads what packIds wrote; no ids for anything else: the platform's store returns an empty text as null. */
export function unpackIds(text: unknown): readonly number[] {
  if (typeof text !== 'string' || text === '') return [];
  let id = 0;
  return text.split(',').map((distance) => {
    id += parseInt(distance, 36);
    return id;
  });
}
