import type { ScanState } from './scan-state';
import { WALK_KINDS, type Walk, type WalkKind } from './walk';

/** The part of `state` that finished walks move. */
export interface Checked {
  readonly checkedUntil: number;
  readonly scan: ScanState;
}

type Finish = (
  walk: Walk,
  now: number,
  checked: Checked,
) => Partial<ScanState> & { readonly checkedUntil?: number };

const FINISH: Readonly<Record<WalkKind, Finish>> = {
  live: (walk, now, checked) => ({
    live: null,
    rowsPerMinute: walk.rows / Math.max(1, (now - walk.from) / 60_000),
    checkedUntil: Math.max(checked.checkedUntil, walk.until),
  }),
  spam: (walk) => ({ spam: null, spamUntil: walk.until }),
  deleted: (walk) => ({ deleted: null, deletedUntil: walk.until }),
  deep: (walk, now) => ({ deep: null, deepUntil: walk.until, deepEndedAt: now }),
};

/** Ends every walk that has read all its pages; called when nothing found is left to settle. Times in milliseconds. */
export function finishWalks<T extends Checked>(state: T, now: number): T {
  return WALK_KINDS.reduce<T>((before, kind) => {
    const walk = before.scan[kind];
    if (walk === null || !walk.isRead) return before;
    const { checkedUntil = before.checkedUntil, ...scan } = FINISH[kind](walk, now, before);
    return { ...before, checkedUntil, scan: { ...before.scan, ...scan } };
  }, state);
}
