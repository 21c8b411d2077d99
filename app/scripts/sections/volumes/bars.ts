import type { Format } from '../../language/format.ts';
import type { DayAnswer, DaysAnswer, Slots } from '../../../../server/page-contract';

/** Why a bar may be too low: its time is not complete yet, or lies before the start of the data. */
export type Gap = 'after' | 'before' | null;

/** One bar of the chart. */
export interface Bar {
  /** The label below the bar, empty for most; and the full label. */
  readonly tick: string;
  readonly label: string;
  readonly count: number;
  readonly repaired: number;
  /** True: not every contact of its time is counted. */
  readonly atLeast: boolean;
  readonly gap: Gap;
}

/** Where the data starts (start of the history, or installation) and until when it is complete. */
export interface Bounds {
  readonly beginsAt: number;
  readonly completeUntil: number | null;
}

const MINUTE_MS = 60_000;
const TICK_HOURS = 3;
const TICKED_DAYS = 8;

function gapOf(to: number, { beginsAt, completeUntil }: Bounds): Gap {
  if (to <= beginsAt) return 'before';
  return completeUntil === null || to > completeUntil ? 'after' : null;
}

function sumSlots(slots: Slots, first: number, last: number): number {
  return slots.reduce((sum, [slot, count]) => (slot >= first && slot <= last ? sum + count : sum), 0);
}

/** The slots of one queue, or of all queues. */
function chosenSlots({ queues }: DayAnswer, queue: string | null): Slots {
  return queues
    .filter(({ identifier }) => queue === null || identifier === queue)
    .flatMap(({ slots }) => slots);
}

function tickAt(ms: number, format: Format): string {
  const { hour, minute } = format.clock(ms);
  return minute === 0 && hour % TICK_HOURS === 0 ? format.time(ms) : '';
}

/** Hours of a local day: 24, or 23 or 25 when the clocks change. */
export function hoursOf({ from, to }: DayAnswer): number {
  return (to - from) / (60 * MINUTE_MS);
}

/**
 * The bars of one local day. Slots are counted in elapsed time and labelled by the account's clock: an hour that occurs
 * twice has two bars, a skipped hour has none.
 */
export function dayBars(
  answer: DayAnswer,
  queue: string | null,
  minutes: number,
  bounds: Bounds,
  format: Format,
): readonly Bar[] {
  const width = minutes / answer.slotMinutes;
  const slots = chosenSlots(answer, queue);
  const isExact = hoursOf(answer) !== 24;
  const length = Math.round((answer.to - answer.from) / (minutes * MINUTE_MS));
  return [...Array(length).keys()].map((index) => {
    const from = answer.from + index * minutes * MINUTE_MS;
    const to = from + minutes * MINUTE_MS;
    const first = index * width;
    return {
      tick: tickAt(from, format),
      label: `${format.time(from, isExact)} – ${format.time(to, isExact)}`,
      count: sumSlots(slots, first, first + width - 1),
      repaired: queue === null ? sumSlots(answer.repaired, first, first + width - 1) : 0,
      atLeast: (answer.atLeast ?? []).some((slot) => slot >= first && slot < first + width),
      gap: gapOf(to, bounds),
    };
  });
}

function dayGap(day: string, { beginsAt, completeUntil }: Bounds, format: Format): Gap {
  if (day < format.dayOf(beginsAt)) return 'before';
  return completeUntil === null || day >= format.dayOf(completeUntil) ? 'after' : null;
}

/** The bars of several local days. */
export function daysBars(
  answer: DaysAnswer,
  queue: string | null,
  bounds: Bounds,
  format: Format,
): readonly Bar[] {
  const chosen = answer.queues.filter(({ identifier }) => queue === null || identifier === queue);
  const step = Math.ceil(answer.days.length / TICKED_DAYS);
  return answer.days.map((day, index) => ({
    tick: index % step === 0 ? format.day(day, 'short') : '',
    label: format.day(day),
    count: chosen.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
    repaired: queue === null ? (answer.repaired[index] ?? 0) : 0,
    atLeast: (answer.atLeast ?? []).includes(day),
    gap: dayGap(day, bounds, format),
  }));
}
