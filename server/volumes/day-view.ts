import { dayText } from '../values/calendar';
import { readCounts, readSlots, REPAIRED, type CountsRecord } from './counts';
import type { DayAnswer, FunctionAnswer, Slots } from '../page-contract';
import { countsKey, countsStart } from '../platform/keys';
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

/** The counts keys that touch the day: up to ten, as days and keys need not begin together. */
function readParts(books: VolumeSource, { from, to }: Span): Promise<readonly CountsPart[]> {
  const first = countsStart(from);
  const starts = [...Array(Math.ceil((to - first) / KEY_MS)).keys()].map((index) => first + index * KEY_MS);
  return Promise.all(
    starts.map(async (start) => ({ start, record: readCounts(await books.store.get(countsKey(start))) })),
  );
}

function slotsOf(parts: readonly CountsPart[], queue: string, { from, to }: Span): Slots {
  const slots = parts.flatMap(({ start, record }) =>
    [...readSlots(record.queues[queue])].map(([slot, contacts]) => ({
      at: start + slot * SLOT_MS,
      contacts,
    })),
  );
  return slots
    .filter(({ at }) => at >= from && at < to)
    .map(({ at, contacts }) => [Math.floor((at - from) / SLOT_MS), contacts] as const)
    .sort((a, b) => a[0] - b[0]);
}

/** One day of the account by quarters of an hour, counted from its beginning. Up to ten operations, at the same time. */
export async function dayView(books: VolumeSource, day: number): Promise<FunctionAnswer<DayAnswer>> {
  const span = { from: books.calendar.startOf(day), to: books.calendar.startOf(day + 1) };
  const parts = await readParts(books, span);
  const queues = books.queues.map(({ identifier, name }, place) => ({
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
    completeUntil: books.completeUntil,
    // The import is too large to be counted by quarters of an hour.
    completeFrom: books.installedAt,
  };
}
