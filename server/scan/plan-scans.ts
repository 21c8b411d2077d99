import { LIMITS } from '../values/limits';
import type { ScanState } from './scan-state';
import { startCursor, type Cursor, CURSOR_KINDS, type CursorKind } from '../freshdesk/ticket-list-cursor';

const DAY_MS = 86_400_000;

/** What planning depends on; `now` is Freshdesk's time (ms). */
export interface PlanFacts {
  readonly cutOver: number;
  /** The age from which a contact counts as missing, in ms. */
  readonly ageMs: number;
  readonly now: number;
  /** The beginning of the account's day of a moment (ms). */
  readonly startOfDay: (at: number) => number;
}

/** A cursor over a window and the end of the one before. Spam and deleted tickets are rare at any time. */
function overlapping(
  kind: CursorKind,
  { from, until }: Pick<Cursor, 'from' | 'until'>,
  { cutOver, rowsPerMinute, now }: Pick<PlanFacts, 'cutOver' | 'now'> & Pick<ScanState, 'rowsPerMinute'>,
): Cursor {
  const since = Math.max(cutOver, from - LIMITS.listOverlapMs);
  const isQuiet = rowsPerMinute === 0 || kind === 'spam' || kind === 'deleted';
  // Lists may lag by the age of a scan, also where the scan alone delivers and goes further.
  const sureUntil = now - LIMITS.scanAgeMs;
  const isAhead = until > sureUntil;
  return {
    ...startCursor(kind, since, until, since),
    ...(isAhead && { sureUntil }),
    ...(isQuiet && { isQuiet }),
  };
}

/**
 * The live scan: the one under way, or a new one when a window is due. Busy accounts wait for a longer window, because their
 * list takes several pages whatever its length. Where no event can be recorded, the scan alone delivers: with each run.
 */
export function planLiveScan(
  scan: ScanState,
  { now, cutOver, ageMs }: Omit<PlanFacts, 'startOfDay'>,
): Cursor | null {
  if (scan.live !== null) return scan.live;
  const until = now - ageMs;
  const minutes = (LIMITS.scanAgeMs + LIMITS.listOverlapMs + LIMITS.smallWindowMs) / 60_000;
  const isOnePage = scan.rowsPerMinute * minutes < LIMITS.listRows * LIMITS.onePageShare;
  const isLarge = scan.rowsPerMinute < LIMITS.rowsForWidestWindow;
  const severalPages = isLarge ? LIMITS.largeWindowMs : LIMITS.widestWindowMs;
  const isAlone = ageMs < LIMITS.scanAgeMs;
  const windowMs = isOnePage ? LIMITS.smallWindowMs : severalPages;
  if (until - scan.checkedUntil < (isAlone ? LIMITS.scanEveryRunMs : windowMs)) return null;
  const { checkedUntil: from, rowsPerMinute } = scan;
  return overlapping('live', { from, until }, { cutOver, rowsPerMinute, now });
}

/** The scan of spam or deleted tickets, once an hour. */
export function planDeletedOrSpamScan(
  kind: 'spam' | 'deleted',
  scan: ScanState,
  { now, cutOver, ageMs }: PlanFacts,
): Cursor | null {
  if (scan[kind] !== null) return scan[kind];
  const from = kind === 'spam' ? scan.spamUntil : scan.deletedUntil;
  const until = now - ageMs;
  if (until - from < LIMITS.trashEveryMs) return null;
  const cursor = overlapping(kind, { from, until }, { cutOver, rowsPerMinute: scan.rowsPerMinute, now });
  // The daily recheck does not see tickets deleted before it begins, so replies of its days are looked for here.
  return { ...cursor, from: Math.max(cutOver, Math.min(cursor.from, scan.deepUntil - DAY_MS)) };
}

/** The daily recheck of the days that ended since the last one. It waits until the live scan has passed them. */
export function planRecheck(scan: ScanState, { now, cutOver, startOfDay }: PlanFacts): Cursor | null {
  if (scan.deep !== null) return scan.deep;
  const until = startOfDay(now - LIMITS.deepDelayMs);
  if (until <= scan.deepUntil || scan.checkedUntil < until) return null;
  return overlapping(
    'deep',
    { from: scan.deepUntil, until },
    { cutOver, rowsPerMinute: scan.rowsPerMinute, now },
  );
}

type Finish = (
  cursor: Cursor,
  facts: { readonly scan: ScanState; readonly now: number },
) => Partial<ScanState>;

function doneUntil({ until, sureUntil = until }: Cursor): number {
  return Math.min(until, sureUntil);
}

const FINISH: Readonly<Record<CursorKind, Finish>> = {
  live: (cursor, { scan, now }) => ({
    live: null,
    rowsPerMinute: cursor.rows / Math.max(1, (now - cursor.from) / 60_000),
    checkedUntil: Math.max(scan.checkedUntil, doneUntil(cursor)),
  }),
  // Freshdesk's clock may have been behind meanwhile: what is checked stays checked.
  spam: (cursor, { scan }) => ({
    spam: null,
    spamUntil: Math.max(scan.spamUntil, doneUntil(cursor)),
  }),
  deleted: (cursor, { scan }) => ({
    deleted: null,
    deletedUntil: Math.max(scan.deletedUntil, doneUntil(cursor)),
  }),
  deep: (cursor, { now }) => ({ deep: null, deepUntil: cursor.until, deepEndedAt: now }),
};

/** Ends every scan whose pages are all read; called when nothing missing is left. `now` is Freshdesk's time (ms). */
export function finishScans(scan: ScanState, now: number): ScanState {
  return CURSOR_KINDS.reduce<ScanState>((before, kind) => {
    const cursor = before[kind];
    return cursor?.isRead === true ? { ...before, ...FINISH[kind](cursor, { scan: before, now }) } : before;
  }, scan);
}
