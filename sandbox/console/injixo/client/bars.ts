import { INTERVALS_MS } from '../../../injixo/source-queues';
import type { VolumesView } from '../contract';

/** One stacked series of the chart. */
export interface ChartSeries {
  readonly name: string;
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

function sumOf({ offered }: ChartSeries): number {
  return offered.reduce((sum, value) => sum + value, 0);
}

/** As many series as there are colours, largest first; the rest is summed into one. */
export function largestFirst(series: readonly ChartSeries[]): readonly ChartSeries[] {
  const sorted = series.toSorted((left, right) => sumOf(right) - sumOf(left));
  if (sorted.length <= COLOURS) return sorted;
  const rest = sorted.slice(COLOURS - 1);
  const offered = (rest[0]?.offered ?? []).map((_, index) =>
    rest.reduce((sum, each) => sum + (each.offered[index] ?? 0), 0),
  );
  return [...sorted.slice(0, COLOURS - 1), { name: `${rest.length} other queues`, offered }];
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
