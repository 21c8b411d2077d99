import type uPlot from 'uplot';
import { ticksThatFit, type Bar } from './bars.ts';

/** A chart on the page. */
export interface Chart {
  remove(): void;
}

const HEIGHT = 260;
const COLORS = {
  weekAgo: '#7c8b99',
  after: '#fdf0dd',
  before: '#ebeff3',
  atLeast: '#e5f2fd',
  repaired: '#c25700',
  grid: '#ebeff3',
};
const TEXT = '#475867';
const FONT = '13px -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';
const MARK = 4;
/** The labels of the counts, and the margins. */
const BESIDE_BARS = 80;

function paintGaps(chart: uPlot, bars: readonly Bar[]): void {
  const { ctx, bbox } = chart;
  bars.forEach(({ gap, atLeast }, index) => {
    const kind = atLeast ? 'atLeast' : gap;
    if (kind === null || kind === 'ahead') return;
    const left = chart.valToPos(index - 0.5, 'x', true);
    const right = chart.valToPos(index + 0.5, 'x', true);
    ctx.fillStyle = COLORS[kind];
    ctx.fillRect(left, bbox.top, right - left + 0.5, bbox.height);
  });
}

function paintRepairs(chart: uPlot, bars: readonly Bar[]): void {
  const { ctx, bbox } = chart;
  ctx.fillStyle = COLORS.repaired;
  bars.forEach(({ repaired }, index) => {
    if (repaired === 0) return;
    const middle = chart.valToPos(index, 'x', true);
    ctx.beginPath();
    ctx.moveTo(middle, bbox.top + 2 * MARK);
    ctx.lineTo(middle - MARK, bbox.top);
    ctx.lineTo(middle + MARK, bbox.top);
    ctx.fill();
  });
}

function axes(bars: readonly Bar[], count: (value: number) => string): uPlot.Axis[] {
  const common = { stroke: TEXT, font: FONT };
  return [
    {
      ...common,
      splits: ({ width }: uPlot) => ticksThatFit(bars, width - BESIDE_BARS),
      values: (...[, splits]: [uPlot, number[]]) => splits.map((index) => bars[index]?.tick ?? ''),
      grid: { show: false },
      ticks: { stroke: COLORS.grid },
    },
    {
      ...common,
      size: 56,
      incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
      values: (...[, splits]: [uPlot, number[]]) => splits.map(count),
      grid: { stroke: COLORS.grid, width: 1 },
      ticks: { show: false },
    },
  ];
}

/** Options of the chart. */
export interface ChartOptions {
  /** The colours of the parts of a bar, from below; one for all queues together. */
  readonly colors: readonly string[];
  readonly count: (value: number) => string;
  /** Called with the bar under the pointer, or null. */
  readonly onPoint: (bar: Bar | null) => void;
}

/** The numbers to draw: the whole bars first, over them what lies below each next part, and the line of a week earlier. */
function dataOf(bars: readonly Bar[], { length }: ChartOptions['colors']): uPlot.AlignedData {
  const upTo = (last: number): number[] =>
    bars.map(({ parts, count }) => {
      return length === 1 ? count : parts.slice(0, last).reduce((sum, part) => sum + part, 0);
    });
  const stacked = [...Array(length).keys()].map((index) => upTo(length - index));
  return [[...bars.keys()], ...stacked, bars.map(({ weekAgo }) => weekAgo)];
}

function seriesOf(Plot: typeof uPlot, colors: readonly string[]): uPlot.Series[] {
  const draw = Plot.paths.bars?.({ size: [0.8, 64], align: 0 });
  const hidden = { show: false };
  const bars = [...colors].reverse().map((fill): uPlot.Series => {
    return { fill, width: 0, points: hidden, ...(draw && { paths: draw }) };
  });
  return [{}, ...bars, { stroke: COLORS.weekAgo, width: 1.5, dash: [5, 4], points: hidden }];
}

function optionsFor(
  Plot: typeof uPlot,
  bars: readonly Bar[],
  width: number,
  { count, onPoint, colors }: ChartOptions,
): uPlot.Options {
  const highest = Math.max(4, ...bars.flatMap((bar) => [bar.count, bar.weekAgo ?? 0]));
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: [-0.5, bars.length - 0.5] },
      y: { range: [0, highest * 1.1] },
    },
    axes: axes(bars, count),
    series: seriesOf(Plot, colors),
    hooks: {
      drawClear: [(chart) => paintGaps(chart, bars)],
      draw: [(chart) => paintRepairs(chart, bars)],
      setCursor: [({ cursor }) => onPoint(bars[cursor.idx ?? -1] ?? null)],
    },
  };
}

/** Draws a bar chart as wide as `place`. Rejects if the chart library cannot be loaded. */
export async function drawChart(
  place: HTMLElement,
  bars: readonly Bar[],
  options: ChartOptions,
): Promise<Chart> {
  const { default: Plot } = await import('https://cdn.jsdelivr.net/npm/uplot@1.6.32/dist/uPlot.esm.js');
  const width = (): number => Math.max(240, place.clientWidth);
  place.replaceChildren();
  const chart = new Plot(optionsFor(Plot, bars, width(), options), dataOf(bars, options.colors), place);
  const fit = new window.ResizeObserver(() => {
    if (place.clientWidth > 0 && chart.width !== width()) chart.setSize({ width: width(), height: HEIGHT });
  });
  fit.observe(place);
  return {
    remove: () => {
      fit.disconnect();
      chart.destroy();
    },
  };
}
