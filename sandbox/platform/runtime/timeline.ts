import type { Clock } from '../../support/clock';

/** Something that is to happen at a time. */
export interface TimelineItem {
  readonly at: number;
  readonly happen: () => Promise<unknown>;
}

/** Lets time pass, with everything that is due in it. */
export interface Timeline {
  /** Lets everything happen that is due until then, in the order of time, and ends at that time or later. */
  advanceTo(ms: number): Promise<void>;
  advance(ms: number): Promise<void>;
}

/** Makes a timeline over sources that each name their next item. */
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
