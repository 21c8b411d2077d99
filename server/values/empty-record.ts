/** What a key holds once a run has proved that there was nothing under it. */
export const EMPTY_RECORD = { v: 1 } as const;

/** True for an absent key (undefined), and for one that holds nothing but its version. */
export function isEmptyRecord(stored: unknown): boolean {
  if (stored === undefined) return true;
  return typeof stored === 'object' && stored !== null && Object.keys(stored).join() === 'v';
}
