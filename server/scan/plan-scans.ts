import { LIMITS } from '../values/limits';
import type { ScanState } from './scan-state';
import { startCursor, type Cursor, CURSOR_KINDS, type CursorKind } from '../freshdesk/ticket-list-cursor';

const DAY_MS = 86_400_000;

/** What bears on which walks begin. */
export interface PlanFacts {
  readonly cutOver: number;
  /** Freshdesk's time (ms). */
  readonly now: number;
  /** When the account's day began in which a moment lies (ms). */
  readonly startOfDay: (at: number) => number;
}

/**
 * How far a live window has to reach before it is worth its pages: not far while one page shows it and all that changed
 * since, farther where that takes several pages or many.
 */
function liveWindowMs(rowsPerMinute: number): number {
  const minutes = (LIMITS.scanAgeMs + LIMITS.listOverlapMs + LIMITS.smallWindowMs) / 60_000;
  const onePage = rowsPerMinute * minutes < LIMITS.listRows * LIMITS.onePageShare;
  if (onePage) return LIMITS.smallWindowMs;
  return rowsPerMinute < LIMITS.rowsForWidestWindow ? LIMITS.largeWindowMs : LIMITS.widestWindowMs;
}

function overlapping(kind: Cursor['kind'], from: number, until: number, cutOver: number): Cursor {
  const since = Math.max(cutOver, from - LIMITS.listOverlapMs);
  return startCursor(kind, since, until, since);
}

/** The live walk: under way, or a new one when a window is due; null when there is nothing to check yet. */
export function planLiveScan(scan: ScanState, facts: PlanFacts): Cursor | null {
  if (scan.live !== null) return scan.live;
  const until = facts.now - LIMITS.scanAgeMs;
  if (until - scan.checkedUntil < liveWindowMs(scan.rowsPerMinute)) return null;
  return overlapping('live', scan.checkedUntil, until, facts.cutOver);
}

/** A walk through spam or deleted tickets, once an hour. */
export function planDeletedOrSpamScan(
  kind: 'spam' | 'deleted',
  scan: ScanState,
  facts: PlanFacts,
): Cursor | null {
  const underWay = scan[kind];
  if (underWay !== null) return underWay;
  const doneUntil = kind === 'spam' ? scan.spamUntil : scan.deletedUntil;
  const until = facts.now - LIMITS.scanAgeMs;
  if (until - doneUntil < LIMITS.trashEveryMs) return null;
  const walk = overlapping(kind, doneUntil, until, facts.cutOver);
  // The deep pass does not see what was thrown away before it began: replies of its days are looked for here.
  return { ...walk, from: Math.max(facts.cutOver, Math.min(walk.from, scan.deepUntil - DAY_MS)) };
}

/** The deep pass over the account's days that ended since the last one; it waits until the live walk is past them. */
export function planRecheck(scan: ScanState, facts: PlanFacts): Cursor | null {
  if (scan.deep !== null) return scan.deep;
  const until = facts.startOfDay(facts.now - LIMITS.deepDelayMs);
  if (until <= scan.deepUntil || scan.checkedUntil < until) return null;
  return overlapping('deep', scan.deepUntil, until, facts.cutOver);
}

type Finish = (cursor: Cursor, now: number, scan: ScanState) => Partial<ScanState>;

const FINISH: Readonly<Record<CursorKind, Finish>> = {
  live: (cursor, now, scan) => ({
    live: null,
    rowsPerMinute: cursor.rows / Math.max(1, (now - cursor.from) / 60_000),
    checkedUntil: Math.max(scan.checkedUntil, cursor.until),
  }),
  spam: (cursor) => ({ spam: null, spamUntil: cursor.until }),
  deleted: (cursor) => ({ deleted: null, deletedUntil: cursor.until }),
  deep: (cursor, now) => ({ deep: null, deepUntil: cursor.until, deepEndedAt: now }),
};

/** Ends every scan that has read all its pages; called when nothing missing is left to settle. `now` is Freshdesk's time (ms). */
export function finishScans(scan: ScanState, now: number): ScanState {
  return CURSOR_KINDS.reduce<ScanState>((before, kind) => {
    const cursor = before[kind];
    return cursor?.isRead === true ? { ...before, ...FINISH[kind](cursor, now, before) } : before;
  }, scan);
}
