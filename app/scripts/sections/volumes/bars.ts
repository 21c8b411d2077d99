import type { Format } from '../../language/format.ts';
import type { DayAnswer, DaysAnswer, Slots } from '../../../../server/page-contract';

/** Why a bar may be too low: its time is not complete yet, lies before the start of the data, or is still to come. */
export type Gap = 'after' | 'before' | 'ahead' | null;

/** One bar of the chart. */
export interface Bar {
  /** The label below the bar, empty for most; and the full label. */
  readonly tick: string;
  readonly label: string;
  readonly count: number;
  /** What each chosen queue has of it, in their order; empty for all queues together. */
  readonly parts: readonly number[];
  /** What the same time a week earlier had; null: not known. */
  readonly weekAgo: number | null;
  readonly repaired: number;
  /** True: not every contact of its time is counted. */
  readonly atLeast: boolean;
  readonly gap: Gap;
}

/** Where the data starts (start of the history, or installation), until when it is complete, and the present. */
export interface Bounds {
  readonly beginsAt: number;
  readonly completeUntil: number | null;
  readonly now: number;
}

/** The queues that are chosen, by their identifiers; none: all together. */
export type Chosen = readonly string[];

const MINUTE_MS = 60_000;
const DAYS_OF_WEEK = 7;
const TICK_HOURS = 3;
const TICKED_DAYS = 8;
/** Pixels of a character below a bar, and between two labels. */
const CHARACTER_WIDTH = 8;
const TICK_GAP = 8;

function gapOf(from: number, to: number, { beginsAt, completeUntil, now }: Bounds): Gap {
  if (to <= beginsAt) return 'before';
  if (from >= now) return 'ahead';
  return completeUntil === null || to > completeUntil ? 'after' : null;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function sumSlots(slots: Slots, first: number, last: number): number {
  return sum(slots.map(([slot, count]) => (slot >= first && slot <= last ? count : 0)));
}

/** What belongs to each chosen queue, or to all queues together. */
function ofChosen<Queue extends { readonly identifier: string }>(
  queues: readonly Queue[],
  chosen: Chosen,
): readonly (readonly Queue[])[] {
  if (chosen.length === 0) return [queues];
  return chosen.map((wanted) => queues.filter(({ identifier }) => identifier === wanted));
}

function tickAt(ms: number, format: Format): string {
  const { hour, minute } = format.clock(ms);
  return minute === 0 && hour % TICK_HOURS === 0 ? format.time(ms) : '';
}

/** The bars whose labels fit side by side below a chart so wide: all that have one, or every second, third … of them. */
export function ticksThatFit(bars: readonly Pick<Bar, 'tick'>[], width: number): number[] {
  const named = bars.flatMap(({ tick }, index) => (tick === '' ? [] : [index]));
  const longest = Math.max(0, ...bars.map(({ tick }) => tick.length));
  const needed = named.length * (longest * CHARACTER_WIDTH + TICK_GAP);
  const step = Math.max(1, Math.ceil(needed / width));
  return named.filter((index) => named.indexOf(index) % step === 0);
}

/** Hours of a local day: 24, or 23 or 25 when the clocks change. */
export function hoursOf({ from, to }: DayAnswer): number {
  return (to - from) / (60 * MINUTE_MS);
}

/** Where the intervals of a day begin. */
function startsOf({ from, to }: DayAnswer, minutes: number): readonly number[] {
  const length = Math.round((to - from) / (minutes * MINUTE_MS));
  return [...Array(length).keys()].map((index) => from + index * minutes * MINUTE_MS);
}

/** What each chosen queue has in each interval of a day. */
function countsOf(answer: DayAnswer, chosen: Chosen, minutes: number): readonly (readonly number[])[] {
  const width = minutes / answer.slotMinutes;
  const slots = ofChosen(answer.queues, chosen).map((queues) => queues.flatMap((queue) => queue.slots));
  return [...startsOf(answer, minutes).keys()].map((index) =>
    slots.map((each) => sumSlots(each, index * width, (index + 1) * width - 1)),
  );
}

/** What a day had by the time of its clock, so that a day on which the clocks change has a match too. */
function byClock(
  answer: DayAnswer,
  chosen: Chosen,
  minutes: number,
  format: Format,
): ReadonlyMap<string, number> {
  const counts = countsOf(answer, chosen, minutes);
  return new Map(
    startsOf(answer, minutes).map((at, index) => [format.time(at), sum(counts[index] ?? [])] as const),
  );
}

/** A day to draw, and the same weekday a week earlier; null: not known. */
export interface DayPair {
  readonly answer: DayAnswer;
  readonly weekAgo: DayAnswer | null;
}

/**
 * The bars of one local day. Slots are counted in elapsed time and labelled by the account's clock: an hour that occurs
 * twice has two bars, a skipped hour has none.
 */
export function dayBars(
  { answer, weekAgo }: DayPair,
  chosen: Chosen,
  minutes: number,
  bounds: Bounds,
  format: Format,
): readonly Bar[] {
  const width = minutes / answer.slotMinutes;
  const isExact = hoursOf(answer) !== 24;
  const counts = countsOf(answer, chosen, minutes);
  const earlier = weekAgo === null ? null : byClock(weekAgo, chosen, minutes, format);
  return startsOf(answer, minutes).map((from, index) => {
    const to = from + minutes * MINUTE_MS;
    const first = index * width;
    const parts = counts[index] ?? [];
    return {
      tick: tickAt(from, format),
      label: `${format.time(from, isExact)} – ${format.time(to, isExact)}`,
      count: sum(parts),
      parts: chosen.length === 0 ? [] : parts,
      weekAgo: earlier?.get(format.time(from)) ?? null,
      repaired: chosen.length === 0 ? sumSlots(answer.repaired, first, first + width - 1) : 0,
      atLeast: (answer.atLeast ?? []).some((slot) => slot >= first && slot < first + width),
      gap: gapOf(from, to, bounds),
    };
  });
}

function dayGap(day: string, { beginsAt, completeUntil }: Bounds, format: Format): Gap {
  if (day < format.dayOf(beginsAt)) return 'before';
  return completeUntil === null || day >= format.dayOf(completeUntil) ? 'after' : null;
}

/** The bars of the local days from `first` on; the days before it in the answer are those of a week earlier. */
export function daysBars(
  answer: DaysAnswer,
  chosen: Chosen,
  first: string,
  bounds: Bounds,
  format: Format,
): readonly Bar[] {
  const queues = ofChosen(answer.queues, chosen);
  const partsOf = (index: number): readonly number[] =>
    queues.map((each) => sum(each.map(({ counts }) => counts[index] ?? 0)));
  const start = Math.max(0, answer.days.indexOf(first));
  const step = Math.ceil((answer.days.length - start) / TICKED_DAYS);
  return answer.days.slice(start).map((day, place) => {
    const index = start + place;
    const parts = partsOf(index);
    return {
      tick: place % step === 0 ? format.day(day, 'short') : '',
      label: format.day(day),
      count: sum(parts),
      parts: chosen.length === 0 ? [] : parts,
      weekAgo: index < DAYS_OF_WEEK ? null : sum(partsOf(index - DAYS_OF_WEEK)),
      repaired: chosen.length === 0 ? (answer.repaired[index] ?? 0) : 0,
      atLeast: (answer.atLeast ?? []).includes(day),
      gap: dayGap(day, bounds, format),
    };
  });
}
