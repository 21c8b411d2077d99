import type { Clock } from '../../support/clock';
import type { Random } from '../../support/random';
import { keepList, restoreAll, type Restorable } from '../../support/snapshot';
import type { EventFaults, ProductEvent } from '../faults';

/** A queued delivery of a product event. */
export interface QueuedEvent {
  readonly event: ProductEvent;
  readonly at: number;
}

/** Product events in transit: an emitted event results in zero or more deliveries. */
export interface EventBus extends Restorable {
  emit(event: ProductEvent): void;
  next(): QueuedEvent | null;
  take(queued: QueuedEvent): void;
  list(): readonly QueuedEvent[];
}

/** Creates an empty bus. */
export function createEventBus(context: { clock: Clock; random: Random; faults: EventFaults }): EventBus {
  const { clock, random, faults } = context;
  /** Sorted by time; deliveries of the same time keep their order. */
  const queue: QueuedEvent[] = [];
  const enqueue = (event: ProductEvent, at: number): void => {
    const copy = JSON.parse(JSON.stringify(event)) as ProductEvent;
    queue.splice(queue.findLastIndex((earlier) => earlier.at <= at) + 1, 0, { event: copy, at });
  };
  return {
    emit: (event) => {
      const delays = faults.plan?.(event) ?? planDeliveries(faults, random);
      for (const delayMs of delays) enqueue(event, clock.now() + delayMs);
    },
    next: () => queue[0] ?? null,
    take: (queued) => {
      if (queue.includes(queued)) queue.splice(queue.indexOf(queued), 1);
    },
    list: () => queue,
    takeSnapshot: () => restoreAll([keepList(queue), random.takeSnapshot()]),
  };
}

function planDeliveries(faults: EventFaults, random: Random): readonly number[] {
  if (random() < faults.dropRate) return [];
  const times = random() < faults.repeatRate ? 1 + faults.repeatTimes : 1;
  return Array.from({ length: times }, () => {
    const isLate = random() < faults.lateRate;
    return faults.delayMs + (isLate ? Math.floor(random() * faults.lateMs) : 0);
  });
}
