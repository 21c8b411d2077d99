import { dayText } from '../values/calendar';
import { NO_COUNTS, readRecord, readSlots, REPAIRED, type CountsRecord } from './counts';
import type { DayAnswer, FunctionAnswer, Slots } from '../page-contract';
import { countsStart, KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { VolumeSource } from './read-volumes';

const SLOT_MS = LIMITS.countsSlotMinutes * 60_000;
const KEY_MS = LIMITS.countsHours * 3_600_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface CountsPart {
  readonly start: number;
  readonly record: CountsRecord;
}

/** Reads the counts keys that touch the day: up to ten, because days and keys begin at different times. */
function readParts(source: VolumeSource, { from, to }: Span): Promise<readonly CountsPart[]> {
  const first = countsStart(from);
  const starts = [...Array(Math.ceil((to - first) / KEY_MS)).keys()].map((index) => first + index * KEY_MS);
  return Promise.all(
    starts.map(async (start) => ({
      start,
      record: readRecord(await source.store.get(KEY_OF.counts(start)), NO_COUNTS),
    })),
  );
}

function slotsOf(parts: readonly CountsPart[], queue: string, { from, to }: Span): Slots {
  const slots = parts.flatMap(({ start, record }) =>
    [...readSlots(record.queues[queue])].map(([slot, count]) => [start + slot * SLOT_MS, count] as const),
  );
  return slots
    .filter(([at]) => at >= from && at < to)
    .map(([at, count]) => [Math.floor((at - from) / SLOT_MS), count] as const)
    .sort((a, b) => a[0] - b[0]);
}

/** One day of the account in intervals of 15 minutes. Reads in parallel. @ops at most 10 */
export async function dayView(source: VolumeSource, day: number): Promise<FunctionAnswer<DayAnswer>> {
  const span = { from: source.calendar.startOf(day), to: source.calendar.startOf(day + 1) };
  const parts = await readParts(source, span);
  const queues = source.queues.map(({ identifier, name }, place) => ({
    identifier,
    name,
    slots: slotsOf(parts, String(place), span),
  }));
  return {
    ok: true,
    day: dayText(day),
    ...span,
    slotMinutes: LIMITS.countsSlotMinutes,
    queues: queues.filter(({ slots }) => slots.length > 0),
    repaired: slotsOf(parts, REPAIRED, span),
    completeUntil: source.completeUntil,
    // The history is too large to be counted by intervals.
    completeFrom: source.installedAt,
  };
}
