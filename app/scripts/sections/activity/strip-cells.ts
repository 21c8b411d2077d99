import type { ActivityStrip } from '../../../../server/page-contract';

/** How an interval went. */
export type CellLight = 'good' | 'late' | 'bad' | 'none';

/** An interval of 15 minutes. */
export interface Cell {
  readonly at: number;
  readonly accepted: number;
  readonly light: CellLight;
}

export const CELL_MS = 900_000;
const CELLS = 96;
const LIGHTS: Readonly<Record<string, CellLight>> = { '1': 'good', '2': 'late', '3': 'bad' };

/** The intervals of the last 24 hours, oldest first; none before the first that is known. */
export function cellsOf({ first, accepted, lights }: ActivityStrip, now: number): readonly Cell[] {
  const last = Math.max(Math.floor(now / CELL_MS), first + accepted.length - 1);
  const from = accepted.length === 0 ? last + 1 : Math.max(first, last - CELLS + 1);
  return [...Array(last - from + 1).keys()].map((nth) => {
    const place = from + nth - first;
    return {
      at: (from + nth) * CELL_MS,
      accepted: accepted[place] ?? 0,
      light: LIGHTS[lights[place] ?? ''] ?? 'none',
    };
  });
}
