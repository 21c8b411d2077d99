import { dayText } from '../values/calendar';
import { readDayParts, readSlots, REPAIRED, type CountsRecord } from './counts';
import type { DayAnswer, FunctionAnswer, Slots } from '../page-contract';
import { readQueueRegistry } from '../naming/queue-registry';
import type { KeyValueStore } from '../platform/ports';
import { LIMITS } from '../values/limits';
import { lackingSlots } from './lacking';
import type { VolumeSource } from './read-volumes';

const DAY_MS = 86_400_000;
const SLOT_MS = LIMITS.countsSlotMinutes * 60_000;

interface CountsPart {
  /** The beginning of the UTC day. */
  readonly start: number;
  readonly queues: CountsRecord['queues'];
}

/** All parts of the UTC days from one moment to another. @ops 1 for each day and part */
async function readParts(store: KeyValueStore, from: number, to: number): Promise<readonly CountsPart[]> {
  const parts: CountsPart[] = [];
  for (let start = Math.floor(from / DAY_MS) * DAY_MS; start < to; start += DAY_MS) {
    const read = (await readDayParts(store, start / DAY_MS)) ?? [];
    parts.push(...read.map((queues) => ({ start, queues })));
  }
  return parts;
}

/**
 * One day of the account in intervals of 15 minutes. Not named, its queues have only their places in the list of all queues.
 * @ops 1 for each UTC day it touches, with 60 queues; 4 with 500; named also 1 for each 400 queues
 */
export async function dayView(
  source: VolumeSource,
  day: number,
  isNamed = true,
): Promise<FunctionAnswer<DayAnswer>> {
  const from = source.calendar.startOf(day);
  const to = source.calendar.startOf(day + 1);
  const parts = await readParts(source.store, from, to);
  const slotsOf = (place: string): Slots => {
    const slots = new Map<number, number>();
    for (const { start, queues } of parts) {
      for (const [slot, count] of readSlots(queues[place])) {
        const at = start + slot * SLOT_MS;
        const index = Math.floor((at - from) / SLOT_MS);
        if (at >= from && at < to) slots.set(index, (slots.get(index) ?? 0) + count);
      }
    }
    return [...slots].sort((a, b) => a[0] - b[0]);
  };
  const registered = isNamed ? (await readQueueRegistry(source.store)).list() : [];
  const places = new Set(parts.flatMap(({ queues }) => Object.keys(queues)).map(Number));
  const queues = [...places].map((place) => {
    const { identifier = '', name = '' } = registered[place] ?? {};
    return { place, identifier, name, slots: slotsOf(String(place)) };
  });
  return {
    ok: true,
    day: dayText(day),
    ...{ from, to },
    slotMinutes: LIMITS.countsSlotMinutes,
    // What the scan found has no place.
    queues: queues.filter(({ place, slots }) => place >= 0 && slots.length > 0),
    repaired: slotsOf(REPAIRED),
    atLeast: lackingSlots(source.lacking, from, to),
  };
}
