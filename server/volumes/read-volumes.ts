import { createCalendar, type Calendar } from '../values/calendar';
import type { Queue } from '../contacts/queue';
import { REPAIRED } from './counts';
import { NOTHING_LACKS, type Lacking } from './lacking';
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
  readonly lacking: Lacking;
}

/**
 * The source in a time zone, by default that of the overview. A zone is given only while the overview says that no count
 * lacks anything. @ops 1 without a zone
 */
export async function readVolumes(
  store: KeyValueStore,
  now: number,
  given?: string | null,
): Promise<VolumeSource> {
  const overview = given === undefined ? await store.get(KEYS.overview) : { timeZone: given };
  const { timeZone = null, lacking = NOTHING_LACKS } = (overview ?? {}) as Partial<Overview>;
  const calendar = createCalendar(timeZone);
  return { store, calendar, today: calendar.dayOf(now), lacking };
}

/** A queue with its daily sums. */
export interface QueueDays {
  readonly queue: Queue;
  readonly trend: QueueTrend;
}

/** The daily sums of all queues, and of what the scan found. @ops 1 for each 400 queues, and 1 for each 250 */
export async function openTrend({
  store,
}: VolumeSource): Promise<{ readonly queues: readonly QueueDays[]; readonly repaired: QueueTrend }> {
  const registered = (await readQueueRegistry(store)).list();
  const trend = await readTrend(store, registered.length);
  const queues = registered.map((queue, place) => ({
    queue,
    trend: trend.get(String(place)) ?? NO_CONTACTS,
  }));
  return { queues, repaired: trend.get(REPAIRED) ?? NO_CONTACTS };
}
