import { LIMITS } from '../values/limits';
import { packIds, unpackIds } from '../values/packed-ids';

/**
 * What the counts for the page lack, because sending a contact comes before counting it: their numbers are shown as "at
 * least", and say nothing about whether injixo has a held contact.
 */
export interface Lacking {
  /** Intervals of 15 minutes since 1970, packed. */
  readonly slots: string;
  /** Days of the account whose sums lack something. */
  readonly days: readonly number[];
}

/** When everything is counted. */
export const NOTHING_LACKS: Lacking = { slots: '', days: [] };

const SLOT_MS = LIMITS.countsSlotMinutes * 60_000;

/** Remembers the intervals of contacts that are not counted, and forgets those that the page shows no more. */
export function withLackingSlots(lacking: Lacking, occurredAt: readonly number[], now: number): Lacking {
  const slots = [...unpackIds(lacking.slots), ...occurredAt.map((at) => Math.floor(at / SLOT_MS))];
  const oldest = (now - LIMITS.countsSeconds * 1000) / SLOT_MS;
  return { ...lacking, slots: packIds(slots.filter((slot) => slot >= oldest)) };
}

/** Remembers days whose sums lack something, and forgets those that the page shows no more. */
export function withLackingDays(lacking: Lacking, days: readonly number[], today: number): Lacking {
  const all = [...new Set([...lacking.days, ...days])].filter((day) => day > today - LIMITS.trendDays);
  return { ...lacking, days: all.sort((a, b) => a - b) };
}

/** The intervals between two moments (ms) that lack something, counted from the first, with which one begins. */
export function lackingSlots({ slots }: Lacking, from: number, to: number): readonly number[] {
  const moments = unpackIds(slots).map((slot) => slot * SLOT_MS);
  return moments.filter((at) => at >= from && at < to).map((at) => Math.floor((at - from) / SLOT_MS));
}

/** True when the interval of this moment (ms) lacks nothing. */
export function isFullyCounted({ slots }: Lacking, at: number): boolean {
  return !unpackIds(slots).includes(Math.floor(at / SLOT_MS));
}
