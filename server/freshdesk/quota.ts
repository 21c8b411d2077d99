import { LIMITS } from '../values/limits';
import { isPaused, type Pause } from '../values/pause';
import {
  atStart,
  creditsLeft,
  creditsPerMinute,
  UNKNOWN_LIMIT,
  withReading,
  withUsed,
  type CallLimit,
} from './call-limit';

/** Ticket lists have a smaller limit of their own beside the account's (Freshdesk API: rate limits). */
export type CallFamily = 'list' | 'other';

/** The account's limits as earlier answers told them; kept in `state`. */
export interface QuotaMemory {
  /** The whole account's limit, and that of its ticket lists. */
  readonly account: CallLimit;
  readonly lists: CallLimit;
  /** No call in this time, and no list. */
  readonly pause: Pause | null;
  readonly listPause: Pause | null;
}

/** The memory before any answer. */
export const NOTHING_LEARNED: QuotaMemory = {
  account: UNKNOWN_LIMIT,
  lists: UNKNOWN_LIMIT,
  pause: null,
  listPause: null,
};

type Headers = Readonly<Record<string, unknown>>;

/** Keeps the app within half of the account's calls in each period, and leaves a reserve to others. At most one run a minute. */
export interface Quota {
  /** True when a call may be made now; it then counts. */
  take(family: CallFamily): boolean;
  /** Learns the limits from the headers of an answer. */
  learn(family: CallFamily, headers: Headers): void;
  /** Stops calls until then (ms): lists alone after a throttled list, unless its headers tell that the account has none left. */
  pause(family: CallFamily, headers: Headers, until: number): void;
  /** Credits this run may still use, as far as it knows. */
  left(): number;
  /** Credits used in this run. */
  spent(): number;
  /** Credits of the whole account a minute, on average; assumed until an answer told it. */
  perMinute(): number;
  memory(): QuotaMemory;
}

function numberIn(headers: Headers, name: string): number | null {
  const value = headers[name];
  const number = value === undefined || value === null ? NaN : Number(value);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** True when a throttled list tells that nothing is left, and not of a limit of its own that is smaller than the account's. */
function hasNothingLeft(headers: Headers, accountTotal: number): boolean {
  const isUsedUp = Number(headers['x-ratelimit-remaining'] ?? NaN) <= 0;
  return isUsedUp && (numberIn(headers, 'x-ratelimit-total') ?? Infinity) >= accountTotal;
}

/** Credits a minute until an answer tells more. */
const ASSUMED = { list: LIMITS.freshdeskListsPerMinute, other: LIMITS.freshdeskCallsPerMinute } as const;

/** Where a call counts: lists count for the whole account as well. */
const COUNTED_IN: Readonly<Record<CallFamily, readonly CallFamily[]>> = {
  list: ['list', 'other'],
  other: ['other'],
};

/** A quota for one run; `mayWork` is the run's own time limit. */
export function createQuota(memory: QuotaMemory, now: () => number, mayWork: () => boolean): Quota {
  const known = { ...NOTHING_LEARNED, ...memory };
  const limits = { list: atStart(known.lists, now()), other: atStart(known.account, now()) };
  const spent = { list: 0, other: 0 };
  let { pause, listPause } = known;
  const leftOf = (family: CallFamily): number =>
    creditsLeft(limits[family], ASSUMED[family], spent[family], now());
  const spend = (family: CallFamily, credits: number): void => {
    for (const each of COUNTED_IN[family]) {
      spent[each] += credits;
      limits[each] = withUsed(limits[each], credits, now());
    }
  };
  return {
    take(family) {
      const isAsked = isPaused(pause, now()) || (family === 'list' && isPaused(listPause, now()));
      const allowed = mayWork() && !isAsked && COUNTED_IN[family].every((each) => leftOf(each) > 0);
      if (allowed) spend(family, 1);
      return allowed;
    },
    learn(family, headers) {
      const total = numberIn(headers, 'x-ratelimit-total');
      const remaining = numberIn(headers, 'x-ratelimit-remaining');
      // `take` has counted the first credit.
      spend(family, Math.max(0, (numberIn(headers, 'x-ratelimit-used-currentrequest') ?? 1) - 1));
      const reading = { total: total === 0 ? null : total, remaining };
      limits[family] = withReading(limits[family], reading, now());
    },
    pause(family, headers, until) {
      const asked = { readAt: now(), until };
      const accountTotal = limits.other.total ?? ASSUMED.other;
      if (family === 'list' && !hasNothingLeft(headers, accountTotal)) listPause = asked;
      else pause = asked;
    },
    left: () => Math.max(0, Math.floor(leftOf('other'))),
    spent: () => spent.other,
    perMinute: () => creditsPerMinute(limits.other) ?? ASSUMED.other,
    memory: () => ({ account: limits.other, lists: limits.list, pause, listPause }),
  };
}
