import type { KeyValueStore } from '../platform/ports';
import { LIMITS } from '../values/limits';
import { readDayParts, readSlots, type CountsRecord } from './counts';

const DAY_MS = 86_400_000;
const SLOT_MS = LIMITS.countsSlotMinutes * 60_000;

/** The beginning of the interval of 15 minutes in which a moment (ms) lies. */
export function slotOf(at: number): number {
  return Math.floor(at / SLOT_MS) * SLOT_MS;
}

/** How many contacts of a queue, by its place in the registry, are counted in the interval that begins at `slot` (ms). */
export type Counted = (place: number, slot: number) => number;

/**
 * The counts of the UTC days of these moments (ms); null when they take more reads than a question of the page may cost.
 * @ops 1 for each UTC day and part, at most LIMITS.heldCountReads
 */
export async function readCounted(store: KeyValueStore, moments: readonly number[]): Promise<Counted | null> {
  const days = new Set(moments.map((at) => Math.floor(at / DAY_MS)));
  const known = new Map<number, readonly CountsRecord['queues'][]>();
  let left = days.size > LIMITS.heldCountReads ? 0 : LIMITS.heldCountReads;
  for (const day of days) {
    const parts = await readDayParts(store, day, left);
    if (parts === null) return null;
    known.set(day, parts);
    left -= parts.length;
  }
  return (place, slot) => {
    const nth = Math.floor((slot % DAY_MS) / SLOT_MS);
    const parts = known.get(Math.floor(slot / DAY_MS)) ?? [];
    return parts.reduce((sum, part) => sum + (readSlots(part[place]).get(nth) ?? 0), 0);
  };
}
