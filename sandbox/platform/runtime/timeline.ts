import type { Clock } from '../../support/clock';

/** An action with its time. */
export interface TimelineItem {
  readonly at: number;
  readonly happen: () => Promise<unknown>;
}

/** Advances the time and runs everything that is due. */
export interface Timeline {
  /** Runs everything that is due until this time, in order. Ends at this time or later. */
  advanceTo(ms: number): Promise<void>;
  advance(ms: number): Promise<void>;
}

/** Creates a timeline over sources that each provide their next item. */
export function createTimeline(clock: Clock, sources: readonly (() => TimelineItem | null)[]): Timeline {
  const nextItem = (): TimelineItem | null =>
    sources
      .map((source) => source())
      .reduce(
        (first, other) => (first === null || (other !== null && other.at < first.at) ? other : first),
        null,
      );
  const advanceTo = async (ms: number): Promise<void> => {
    for (let item = nextItem(); item !== null && item.at <= ms; item = nextItem()) {
      clock.advanceTo(item.at);
      await item.happen();
    }
    clock.advanceTo(ms);
  };
  return { advanceTo, advance: (ms) => advanceTo(clock.now() + ms) };
}
