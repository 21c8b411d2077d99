import { createCalendar, type Calendar } from '../values/calendar';
import type { Queue } from '../contacts/queue';
import { REPAIRED } from './counts';
import { readQueueRegistry } from '../naming/queue-registry';
import type { Overview } from '../status/overview';
import { NO_CONTACTS, readTrend, type QueueTrend } from './trend';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';

/** What every view of the volumes needs. */
export interface VolumeSource {
  readonly store: KeyValueStore;
  readonly calendar: Calendar;
  readonly today: number;
  /** In the order of the registry. */
  readonly queues: readonly Queue[];
  readonly installedAt: number | null;
  /** The daily sums are complete from here (ms): the installation, or the start of a finished history. */
  readonly completeFrom: number | null;
  readonly completeUntil: number | null;
}

/** Reads the overview and the registry. @ops 1, and 1 for each 400 queues */
export async function readVolumes(store: KeyValueStore, now: number): Promise<VolumeSource> {
  const [stored, registry] = await Promise.all([store.get(KEYS.overview), readQueueRegistry(store)]);
  const {
    timeZone = null,
    installedAt = null,
    completeUntil = null,
    history,
  } = (stored ?? {}) as Partial<Overview>;
  const calendar = createCalendar(timeZone);
  return {
    store,
    calendar,
    today: calendar.dayOf(now),
    queues: registry.list(),
    installedAt,
    completeFrom: history?.state === 'done' ? history.from : installedAt,
    completeUntil,
  };
}

/** A queue with its daily sums. */
export interface QueueDays {
  readonly queue: Queue;
  readonly trend: QueueTrend;
}

/** The daily sums of all queues, and of what the scan found. @ops 1 for each 250 queues */
export async function openTrend(
  source: VolumeSource,
): Promise<{ readonly queues: readonly QueueDays[]; readonly repaired: QueueTrend }> {
  const trend = await readTrend(source.store, source.queues.length);
  const queues = source.queues.map((queue, place) => ({
    queue,
    trend: trend.get(String(place)) ?? NO_CONTACTS,
  }));
  return { queues, repaired: trend.get(REPAIRED) ?? NO_CONTACTS };
}
