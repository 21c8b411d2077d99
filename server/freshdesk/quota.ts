import { LIMITS } from '../platform/limits';

/** What the app knows of the account's limit from earlier answers; kept in `state`. */
export interface QuotaMemory {
  /** Calls a minute of the whole account; null before any answer said so. */
  readonly perMinute: number | null;
  /** No call before this moment (ms); null when none was throttled. */
  readonly notBefore: number | null;
}

/** Keeps a run inside half of the account's calls a minute, and away from what others need. A run is at most one a minute. */
export interface Quota {
  /** True when a call may be made now; it then counts. */
  take(): boolean;
  /** Learns from the headers of an answer. */
  learn(headers: Readonly<Record<string, unknown>>): void;
  /** Remembers that Freshdesk wants to be left alone. */
  pause(until: number): void;
  spent(): number;
  memory(): QuotaMemory;
}

function numberIn(headers: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = headers[name];
  const number = value === undefined || value === null ? NaN : Number(value);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** A quota for one run; `mayWork` is the run's own time limit. */
export function createQuota(memory: QuotaMemory, now: () => number, mayWork: () => boolean): Quota {
  let { perMinute, notBefore } = memory;
  let remaining: number | null = null;
  let spent = 0;

  function withinShare(): boolean {
    const total = perMinute ?? LIMITS.freshdeskCallsPerMinute;
    if (spent >= total * LIMITS.freshdeskShare) return false;
    return remaining === null || remaining > total * LIMITS.freshdeskReserve;
  }

  return {
    take() {
      const allowed = mayWork() && (notBefore ?? 0) <= now() && withinShare();
      if (allowed) spent += 1;
      return allowed;
    },
    learn(headers) {
      const total = numberIn(headers, 'x-ratelimit-total');
      const cost = numberIn(headers, 'x-ratelimit-used-currentrequest') ?? 1;
      remaining = numberIn(headers, 'x-ratelimit-remaining') ?? remaining;
      perMinute = total === null || total === 0 ? perMinute : total;
      spent += Math.max(0, cost - 1);
    },
    pause(until) {
      notBefore = until;
    },
    spent: () => spent,
    memory: () => ({ perMinute, notBefore }),
  };
}
