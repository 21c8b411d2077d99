import uPlot from 'uplot';
import type { VolumesView } from '../contract';
import { element } from '../../browser/dom/element';
import { countWords, momentWords } from '../../browser/dom/words';
import { barsOf, COLOURS, stack, type Bar, type ChartSeries } from './bars';

const HEIGHT = 220;

/** The CSS colour of this number; the styles define it for light and dark. */
export function colourOf(colour: number): string {
  return getComputedStyle(document.documentElement)
    .getPropertyValue(`--series-${colour % COLOURS}`)
    .trim();
}

function styleOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function axis(extra: uPlot.Axis): uPlot.Axis {
  const line = { stroke: styleOf('--line'), width: 1 };
  return { stroke: styleOf('--muted'), font: '12px system-ui', grid: line, ticks: line, ...extra };
}

/**
 * Hours, with the date below the first of each day; only dates on a long chart. Format of uPlot: interval, default,
 * then year change, …
 */
const DAY_BELOW = '\n{D} {MMM}';
const TICKS: uPlot.Axis.Values = [
  [86_400, '{D} {MMM}', null, null, null, null, null, null, 1],
  [60, '{HH}:{mm}', DAY_BELOW, null, DAY_BELOW, null, null, null, 1],
];

interface Drawn {
  readonly view: VolumesView;
  readonly series: readonly ChartSeries[];
}

function options({ view, series }: Drawn, width: number): uPlot.Options {
  const paths = uPlot.paths.bars?.({ size: [0.82, 64], align: 1 });
  const top = Math.max(4, ...barsOf(view, series).map(({ offered }) => offered));
  const bars = series.toReversed().map(({ colour }) => {
    const fill = colourOf(colour);
    return {
      fill,
      stroke: fill,
      width: 0,
      points: { show: false },
      ...(paths === undefined ? {} : { paths }),
    };
  });
  const [first = 0] = view.starts;
  const length = (view.starts[1] ?? first) - first;
  const end = (view.starts.at(-1) ?? first) + length;
  return {
    width,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: true, range: [first / 1000, end / 1000] },
      y: { range: [0, Math.ceil(top * 1.08)] },
    },
    axes: [
      axis({ values: TICKS }),
      axis({ incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000], size: 44 }),
    ],
    series: [{}, ...bars],
  };
}

/** A chart of stacked bars. */
export interface Chart {
  readonly element: HTMLElement;
  draw(view: VolumesView, series: readonly ChartSeries[]): void;
}

/** Draws bars that open on a click, with a text alternative below. */
export function createChart(onOpen: (bar: Bar) => void): Chart {
  const place = element('div', { class: 'chart', 'aria-hidden': 'true' });
  const readout = element('p', { class: 'readout muted' });
  const whole = element('div', {}, place, readout);
  let drawn: Drawn | null = null;
  let plot: uPlot | null = null;

  const barAt = (left: number | undefined): Bar | undefined => {
    if (drawn === null || plot === null || left === undefined || left < 0) return undefined;
    const at = plot.posToVal(left, 'x') * 1000;
    return barsOf(drawn.view, drawn.series).find(({ start, end }) => at >= start && at < end);
  };
  const tell = (bar: Bar | undefined): void => {
    readout.textContent =
      bar === undefined
        ? 'Point at a bar to read it, click it for the receipts behind it.'
        : `${momentWords(bar.start).slice(0, -3)}: ${countWords(bar.offered, 'contact')}`;
  };
  const redraw = (): void => {
    plot?.destroy();
    plot = null;
    if (drawn === null || place.clientWidth === 0) return;
    const rows = [...stack(drawn.series)].reverse().map((row) => [...row]);
    const data: uPlot.AlignedData = [drawn.view.starts.map((start) => start / 1000), ...rows];
    const made = new uPlot(options(drawn, place.clientWidth), data, place);
    plot = made;
    made.over.addEventListener('mousemove', () => tell(barAt(made.cursor.left)));
    made.over.addEventListener('mouseleave', () => tell(undefined));
    made.over.addEventListener('click', () => {
      const bar = barAt(made.cursor.left);
      if (bar !== undefined && bar.offered > 0) onOpen(bar);
    });
  };
  let width = 0;
  new ResizeObserver(() => {
    if (place.clientWidth === width) return;
    width = place.clientWidth;
    redraw();
  }).observe(place);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  tell(undefined);
  return {
    element: whole,
    draw: (view, series) => {
      drawn = { view, series };
      redraw();
    },
  };
}
