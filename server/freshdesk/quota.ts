import { LIMITS } from '../values/limits';

/** Ticket lists have a smaller limit of their own beside the account's (Freshdesk API: rate limits). */
export type CallFamily = 'list' | 'other';

/** The account's limits as earlier answers told them; kept in `state`. */
export interface QuotaMemory {
  /** Credits a minute of the whole account; null before any answer said so. */
  readonly perMinute: number | null;
  /** Credits a minute of its ticket lists. */
  readonly listPerMinute: number | null;
  /** No call before this moment (ms); null: no answer was throttled. */
  readonly notBefore: number | null;
}

/** The memory before any answer. */
export const NOTHING_LEARNED: QuotaMemory = { perMinute: null, listPerMinute: null, notBefore: null };

/** Keeps a run within half of the account's calls a minute, and leaves a reserve to others. At most one run a minute. */
export interface Quota {
  /** True when a call may be made now; it then counts. */
  take(family: CallFamily): boolean;
  /** Learns the limits from the headers of an answer. */
  learn(family: CallFamily, headers: Readonly<Record<string, unknown>>): void;
  /** Stops all calls until then (ms). */
  pause(until: number): void;
  /** Credits this run may still use, as far as it knows. */
  left(): number;
  /** Credits used in this run. */
  spent(): number;
  memory(): QuotaMemory;
}

interface Share {
  total: number;
  spent: number;
  remaining: number | null;
}

const HEADERS = ['x-ratelimit-total', 'x-ratelimit-remaining', 'x-ratelimit-used-currentrequest'];

/** Credits, also in fractions, that may still be used; negative when more than the share was. */
function leftOf({ total, spent, remaining }: Share): number {
  const ofShare = total * LIMITS.freshdeskShare - spent;
  const ofAccount = remaining === null ? ofShare : remaining - total * LIMITS.freshdeskReserve;
  return Math.min(ofShare, ofAccount);
}

const UNSPENT = { spent: 0, remaining: null };

/** A quota for one run; `mayWork` is the run's own time limit. */
export function createQuota(memory: QuotaMemory, now: () => number, mayWork: () => boolean): Quota {
  let { notBefore } = memory;
  const list: Share = { ...UNSPENT, total: memory.listPerMinute ?? LIMITS.freshdeskListsPerMinute };
  const other: Share = { ...UNSPENT, total: memory.perMinute ?? LIMITS.freshdeskCallsPerMinute };
  // Credits of lists count for the whole account as well.
  const shares: Readonly<Record<CallFamily, readonly Share[]>> = { list: [list, other], other: [other] };

  return {
    take(family) {
      const hasRoom = shares[family].every((share) => leftOf(share) > 0);
      const allowed = mayWork() && (notBefore ?? 0) <= now() && hasRoom;
      if (allowed) for (const share of shares[family]) share.spent += 1;
      return allowed;
    },
    learn(family, headers) {
      const share = family === 'list' ? list : other;
      const [total, remaining, used] = HEADERS.map((name) => {
        const number = Number(headers[name] ?? NaN);
        return Number.isFinite(number) && number >= 0 ? number : null;
      });
      share.total = total || share.total;
      share.remaining = remaining ?? share.remaining;
      // `take` has counted the first credit.
      for (const each of shares[family]) each.spent += Math.max(0, (used ?? 1) - 1);
    },
    pause(until) {
      notBefore = until;
    },
    left: () => Math.max(0, Math.floor(leftOf(other))),
    spent: () => other.spent,
    memory: () => ({ perMinute: other.total, listPerMinute: list.total, notBefore }),
  };
}
