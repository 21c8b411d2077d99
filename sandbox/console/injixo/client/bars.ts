import { INTERVALS_MS } from '../../../injixo/source-queues';
import type { VolumesView } from '../contract';

/** One stacked series of the chart. */
export interface ChartSeries {
  /** Of the queue; empty for a sum of queues. */
  readonly identifier: string;
  readonly name: string;
  /** The number of its colour. */
  readonly colour: number;
  readonly offered: readonly number[];
}

/** One bar of the chart: an interval and its contacts. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly offered: number;
}

/** The bars of a chart, including empty ones. */
export function barsOf({ starts, interval }: VolumesView, series: readonly ChartSeries[]): readonly Bar[] {
  return starts.map((start, index) => ({
    start,
    end: start + INTERVALS_MS[interval],
    offered: series.reduce((sum, { offered }) => sum + (offered[index] ?? 0), 0),
  }));
}

/** Number of series colours in the styles. */
export const COLOURS = 10;

/** The last colour is that of sums; the others belong to queues. */
const SUM_COLOUR = COLOURS - 1;

/**
 * Gives each queue of a chart a colour of its own, and the one that it had before, unless another of the chart took it
 * meanwhile. Returns the colours of all queues so far.
 */
export function keepColours(
  before: ReadonlyMap<string, number>,
  identifiers: readonly string[],
): ReadonlyMap<string, number> {
  const colours = new Map(before);
  const taken = new Set<number>();
  const all = Array.from({ length: SUM_COLOUR }, (_, colour) => colour);
  const known = identifiers.filter((identifier) => {
    const colour = before.get(identifier);
    const isFree = colour !== undefined && !taken.has(colour);
    if (isFree) taken.add(colour);
    return isFree;
  });
  for (const identifier of identifiers.filter((each) => !known.includes(each))) {
    const unused = all.filter((colour) => !taken.has(colour));
    const owned = new Set(colours.values());
    const colour = unused.find((each) => !owned.has(each)) ?? unused[0] ?? SUM_COLOUR;
    taken.add(colour);
    colours.set(identifier, colour);
  }
  return colours;
}

function sumOf({ offered }: ChartSeries): number {
  return offered.reduce((sum, value) => sum + value, 0);
}

/** As many series as there are colours, largest first; the rest is summed into one. */
export function largestFirst(series: readonly ChartSeries[]): readonly ChartSeries[] {
  const sorted = series.toSorted((left, right) => sumOf(right) - sumOf(left));
  if (sorted.length < COLOURS) return sorted;
  const rest = sorted.slice(COLOURS - 1);
  const offered = (rest[0]?.offered ?? []).map((_, index) =>
    rest.reduce((sum, each) => sum + (each.offered[index] ?? 0), 0),
  );
  const name = rest.length === 1 ? '1 other queue' : `${rest.length} other queues`;
  return [...sorted.slice(0, COLOURS - 1), { identifier: '', name, offered, colour: SUM_COLOUR }];
}

/** Stacks each series on those before it; the last row is the height of the whole bar. */
export function stack(series: readonly ChartSeries[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (const { offered } of series) {
    const below = rows.at(-1);
    rows.push(offered.map((value, index) => value + (below?.[index] ?? 0)));
  }
  return rows;
}
