import type { Answer } from '../../support/stand-in/answer';
import type { ReadOnlyClock } from '../../support/clock';
import { restoreAll, type Restorable } from '../../support/snapshot';
import type { FreshdeskLimits } from './limits';
import type { EndpointFamily } from './endpoint-family';

/** The account's credits, shared by all API clients. */
export interface RateLimit extends Restorable {
  /** Charges a call or refuses it with 429; `headers` belong on the answer of a charged call. */
  pay(call: {
    readonly family: EndpointFamily;
    readonly credits: number;
  }): { readonly headers: Record<string, string> } | { readonly refusal: Answer };
  /** Credits spent by other integrations of the account. */
  spend(credits: number): void;
  /** Credits spent within the last minute; of an hourly plan, in the clock's hour. */
  used(): number;
}

/** The headers that tell a caller of a limit. */
export const limitHeaders = (total: number, remaining: number, credits: number): Record<string, string> => ({
  'X-RateLimit-Total': String(total),
  'X-RateLimit-Remaining': String(remaining),
  'X-RateLimit-Used-CurrentRequest': String(credits),
});

const headersOf = (limit: number, used: number, credits: number): Record<string, string> =>
  limitHeaders(limit, Math.max(0, limit - used), credits);

/** A 429 answer, with `Retry-After` if given. */
export const throttled = (retryAfterSeconds?: number): Answer => ({
  status: 429,
  headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
  body: { message: 'Too many calls within this minute.' },
});

/** Credits of one account. Lists and new tickets have a second limit; their headers show the smaller one. */
export const createRateLimit = (clock: ReadOnlyClock, limits: FreshdeskLimits): RateLimit => {
  const whole = createRateWindow(clock, limits);
  const lists = createRateWindow(clock, limits);
  const creations = createRateWindow(clock, limits);
  const windowsFor = (family: EndpointFamily) => [
    ...(family === 'list' ? [{ window: lists, limit: limits.listPerMinute }] : []),
    ...(family === 'create' ? [{ window: creations, limit: limits.createPerMinute }] : []),
    { window: whole, limit: limits.totalPerMinute },
  ];

  return {
    pay: ({ family, credits }) => {
      const windows = windowsFor(family);
      const full = windows.find(({ window, limit }) => window.used() + credits > limit);
      if (full !== undefined) {
        const refusal = throttled(full.window.secondsUntil(credits, full.limit));
        return {
          refusal: { ...refusal, headers: { ...refusal.headers, ...headersOf(full.limit, full.limit, 0) } },
        };
      }
      windows.forEach(({ window }) => window.spend(credits));
      const shown = windows[0] ?? { window: whole, limit: limits.totalPerMinute };
      return { headers: headersOf(shown.limit, shown.window.used(), credits) };
    },
    spend: (credits) => whole.spend(credits),
    used: () => whole.used(),
    takeSnapshot: () => restoreAll([whole, lists, creations].map((window) => window.takeSnapshot())),
  };
};

const WINDOW_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Credits spent within the last minute (sliding window), or in the clock's hour. */
interface RateWindow extends Restorable {
  used(): number;
  spend(credits: number): void;
  /** Seconds until that many credits fit under the limit. */
  secondsUntil(credits: number, limit: number): number;
}

/** Creates an empty window. */
const createRateWindow = (clock: ReadOnlyClock, limits: Pick<FreshdeskLimits, 'isHourly'>): RateWindow => {
  const startOfHour = (): number => Math.floor(clock.now() / HOUR_MS) * HOUR_MS;
  let entries: readonly { readonly at: number; readonly credits: number }[] = [];
  const sum = (): number => entries.reduce((total, { credits }) => total + credits, 0);
  const prune = (): void => {
    const start = limits.isHourly ? startOfHour() : clock.now() - WINDOW_MS + 1;
    entries = entries.filter(({ at }) => at >= start);
  };

  return {
    used: () => {
      prune();
      return sum();
    },
    spend: (credits) => {
      prune();
      entries = [...entries, { at: clock.now(), credits }];
    },
    secondsUntil: (credits, limit) => {
      prune();
      if (limits.isHourly) {
        return Math.ceil((startOfHour() + HOUR_MS - clock.now()) / 1000);
      }
      let left = sum();
      const freeing = entries.find((entry) => {
        left -= entry.credits;
        return left + credits <= limit;
      });
      const waitMs = freeing === undefined ? WINDOW_MS : freeing.at + WINDOW_MS - clock.now();
      return Math.max(1, Math.ceil(waitMs / 1000));
    },
    takeSnapshot: () => {
      const kept = entries;
      return () => {
        entries = kept;
      };
    },
  };
};
