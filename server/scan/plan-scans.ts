import { LIMITS } from '../values/limits';
import type { ScanState } from './scan-state';
import { startCursor, type Cursor, CURSOR_KINDS, type CursorKind } from '../freshdesk/ticket-list-cursor';

const DAY_MS = 86_400_000;

/** What planning depends on; `now` is Freshdesk's time (ms). */
export interface PlanFacts {
  readonly cutOver: number;
  readonly now: number;
  /** The beginning of the account's day of a moment (ms). */
  readonly startOfDay: (at: number) => number;
}

function overlapping(kind: CursorKind, from: number, until: number, cutOver: number): Cursor {
  const since = Math.max(cutOver, from - LIMITS.listOverlapMs);
  return startCursor(kind, since, until, since);
}

/**
 * The live scan: the one under way, or a new one when a window is due. Busy accounts wait for a longer window, because their
 * list takes several pages whatever its length.
 */
export function planLiveScan(
  scan: ScanState,
  { now, cutOver }: Omit<PlanFacts, 'startOfDay'>,
): Cursor | null {
  if (scan.live !== null) return scan.live;
  const minutes = (LIMITS.scanAgeMs + LIMITS.listOverlapMs + LIMITS.smallWindowMs) / 60_000;
  const isOnePage = scan.rowsPerMinute * minutes < LIMITS.listRows * LIMITS.onePageShare;
  const isLarge = scan.rowsPerMinute < LIMITS.rowsForWidestWindow;
  const severalPages = isLarge ? LIMITS.largeWindowMs : LIMITS.widestWindowMs;
  const until = now - LIMITS.scanAgeMs;
  if (until - scan.checkedUntil < (isOnePage ? LIMITS.smallWindowMs : severalPages)) return null;
  return overlapping('live', scan.checkedUntil, until, cutOver);
}

/** The scan of spam or deleted tickets, once an hour. */
export function planDeletedOrSpamScan(
  kind: 'spam' | 'deleted',
  scan: ScanState,
  { now, cutOver }: PlanFacts,
): Cursor | null {
  if (scan[kind] !== null) return scan[kind];
  const doneUntil = kind === 'spam' ? scan.spamUntil : scan.deletedUntil;
  const until = now - LIMITS.scanAgeMs;
  if (until - doneUntil < LIMITS.trashEveryMs) return null;
  const cursor = overlapping(kind, doneUntil, until, cutOver);
  // The daily recheck does not see tickets deleted before it begins, so replies of its days are looked for here.
  return { ...cursor, from: Math.max(cutOver, Math.min(cursor.from, scan.deepUntil - DAY_MS)) };
}

/** The daily recheck of the days that ended since the last one. It waits until the live scan has passed them. */
export function planRecheck(scan: ScanState, { now, cutOver, startOfDay }: PlanFacts): Cursor | null {
  if (scan.deep !== null) return scan.deep;
  const until = startOfDay(now - LIMITS.deepDelayMs);
  if (until <= scan.deepUntil || scan.checkedUntil < until) return null;
  return overlapping('deep', scan.deepUntil, until, cutOver);
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

/** Ends every scan whose pages are all read; called when nothing missing is left. `now` is Freshdesk's time (ms). */
export function finishScans(scan: ScanState, now: number): ScanState {
  return CURSOR_KINDS.reduce<ScanState>((before, kind) => {
    const cursor = before[kind];
    return cursor?.isRead === true ? { ...before, ...FINISH[kind](cursor, now, before) } : before;
  }, scan);
}
