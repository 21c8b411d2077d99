import type { ReadOnlyClock } from '../../support/clock';
import type { Restorable } from '../../support/snapshot';

const WINDOW_MS = 60_000;

/** Credits spent within the last minute, sliding. */
export interface RateWindow extends Restorable {
  used(): number;
  spend(credits: number): void;
  /** Seconds until that many credits fit under the limit. */
  secondsUntil(credits: number, limit: number): number;
}

/** A window in which nothing is spent yet. */
export const createRateWindow = (clock: ReadOnlyClock): RateWindow => {
  let entries: readonly { readonly at: number; readonly credits: number }[] = [];
  const sum = (): number => entries.reduce((total, { credits }) => total + credits, 0);
  const prune = (): void => {
    const start = clock.now() - WINDOW_MS;
    entries = entries.filter(({ at }) => at > start);
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
