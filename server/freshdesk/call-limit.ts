import { LIMITS } from '../values/limits';

/** One limit of the account, as answers told it and as this app used it; kept in `state`. Times in milliseconds. */
export interface CallLimit {
  /** Credits of a period; null before any answer said so. */
  readonly total: number | null;
  /** True once a large total turned out to be a minute's. */
  readonly isMinute: boolean;
  /** Credits left in the period by the last answer that told it, and when it was read. */
  readonly remaining: number | null;
  readonly readAt: number;
  /** When the rest was last seen to rise, and what can be left now at most if nothing was renewed since. */
  readonly refilledAt: number;
  readonly mostLeft: number;
  /** Credits of an hour's share that are used and not regained, as of `usedAt`. */
  readonly used: number;
  readonly usedAt: number;
}

/** A limit that no answer told of. */
export const UNKNOWN_LIMIT: CallLimit = {
  total: null,
  isMinute: false,
  remaining: null,
  readAt: 0,
  refilledAt: 0,
  mostLeft: 0,
  used: 0,
  usedAt: 0,
};

/** What an answer tells of a limit; null where it does not. */
export interface LimitReading {
  readonly total: number | null;
  readonly remaining: number | null;
}

const HOUR_MS = 3_600_000;
const MINUTES_OF_HOUR = 60;

/** True for a limit of an hour, as older accounts have it. A large total is taken for one until it was seen to be a minute's. */
function isHourly({ total, isMinute }: CallLimit): boolean {
  return (total ?? 0) >= LIMITS.freshdeskHourTotal && !isMinute;
}

/** The credits a minute of a limit, on average; null before any answer said so. */
export function creditsPerMinute(limit: CallLimit): number | null {
  return limit.total !== null && isHourly(limit) ? limit.total / MINUTES_OF_HOUR : limit.total;
}

/** The limit at the start of a run. The rest of a minute is over; that of an hour holds until the hour must be over. */
export function atStart(limit: CallLimit, now: number): CallLimit {
  const isOver = Math.abs(now - limit.readAt) >= HOUR_MS;
  return isHourly(limit) && !isOver ? limit : { ...limit, remaining: null };
}

/** What may be used at once of an hour's share. */
function burstOf(total: number): number {
  return total * LIMITS.freshdeskShare * LIMITS.freshdeskHourBurst;
}

/** What is used of an hour's share and not regained: the rest of the share comes back evenly over the hour. */
function usedNow({ total, used, usedAt }: CallLimit, now: number): number {
  const share = (total ?? 0) * LIMITS.freshdeskShare;
  const regained = (share - burstOf(total ?? 0)) * (Math.max(0, now - usedAt) / HOUR_MS);
  return Math.max(0, used - regained);
}

/**
 * Credits, also in fractions, that may still be used: at most half of a period's, and only while a tenth is left to others.
 * `spent`: credits of this run; at most one run a minute. Negative when more was used.
 */
export function creditsLeft(limit: CallLimit, fallback: number, spent: number, now: number): number {
  const total = limit.total ?? fallback;
  const ofShare = isHourly(limit)
    ? burstOf(total) - usedNow(limit, now)
    : total * LIMITS.freshdeskShare - spent;
  const ofAccount = limit.remaining === null ? ofShare : limit.remaining - total * LIMITS.freshdeskReserve;
  return Math.min(ofShare, ofAccount);
}

/** The limit after credits were used; the rest sinks at once, because other calls are under way before an answer tells it. */
export function withUsed(limit: CallLimit, credits: number, now: number): CallLimit {
  const remaining = limit.remaining === null ? null : limit.remaining - credits;
  const mostLeft = limit.mostLeft - credits;
  return { ...limit, remaining, mostLeft, used: usedNow(limit, now) + credits, usedAt: now };
}

/** True when more is left by a tenth of the limit than the app expected as of a moment that is not longer ago than this. */
function isRenewed(
  { total, ...limit }: CallLimit,
  { left, expected, since }: { readonly left: number; readonly expected: number; readonly since: number },
  withinMs: number,
): boolean {
  const isSoon = limit.readAt >= since && limit.readAt - since <= withinMs;
  return isSoon && left - expected >= (total ?? 0) * LIMITS.freshdeskReserve;
}

/**
 * The limit with what an answer told of it. A rest that rises by a tenth within two minutes was renewed. That of an hour is as
 * well, once an hour: one that is renewed again within half an hour is a minute's.
 */
export function withReading(
  before: CallLimit,
  { total, remaining: left }: LimitReading,
  now: number,
): CallLimit {
  // What was used of another total stays used, as far as the new one allows at once.
  const limit =
    total === null || total === before.total
      ? before
      : { ...UNKNOWN_LIMIT, total, used: Math.min(before.used, burstOf(total)), usedAt: now };
  if (left === null) return limit;
  const { mostLeft, refilledAt, readAt } = limit;
  const read = { ...limit, remaining: left, readAt: now, mostLeft: Math.min(mostLeft, left) };
  const asBefore = { left, expected: limit.remaining ?? left, since: readAt };
  if (isRenewed(read, { left, expected: mostLeft, since: refilledAt }, LIMITS.freshdeskRefillsApartMs)) {
    return { ...read, isMinute: true };
  }
  const isFirst = isRenewed(read, asBefore, LIMITS.freshdeskRefillMs);
  return isFirst ? { ...read, refilledAt: now, mostLeft: left } : read;
}
