/** What a key holds once a run has proved that there was nothing under it. */
export const EMPTY_RECORD = { v: 1 } as const;

/** True for an absent key (undefined), and for one that holds nothing but its version. */
export function isEmptyRecord(stored: unknown): boolean {
  if (stored === undefined) return true;
  const { v, ...rest } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  return v === 1 && Object.keys(rest).length === 0;
}
