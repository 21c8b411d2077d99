import type { IntervalName, VolumesView } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton, select } from '../../browser/dom/form';
import { renderInto } from '../../browser/dom/render-into';
import { dayWords } from '../../browser/dom/words';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { barsOf, keepColours, largestFirst, type Bar, type ChartSeries } from './bars';
import { createChart } from './chart';
import { barTable, legend } from './chart-words';
import { createReceipts } from './receipts';

const INTERVAL_LABELS: Readonly<Record<IntervalName, string>> = {
  quarter: 'per 15 minutes',
  hour: 'per hour',
  day: 'per day',
};

function rangeWords({ starts }: VolumesView): string {
  const first = dayWords(starts[0] ?? 0);
  const last = dayWords(starts.at(-1) ?? 0);
  return first === last ? first : `${first} to ${last}`;
}

let colours: ReadonlyMap<string, number> = new Map();

/** The queues of the chart, each in its colour. */
function byQueue(view: VolumesView): readonly ChartSeries[] {
  const series = largestFirst(view.series.map((each) => ({ ...each, colour: 0 })));
  const queues = series.filter(({ identifier }) => identifier !== '');
  colours = keepColours(
    colours,
    queues.map(({ identifier }) => identifier),
  );
  return series.map((each) => ({ ...each, colour: colours.get(each.identifier) ?? each.colour }));
}

function seriesOf(view: VolumesView, split: string): readonly ChartSeries[] {
  if (split === 'queues') return byQueue(view);
  const { series } = view;
  const shown = split === 'total' ? series : series.filter(({ identifier }) => identifier === split);
  const name = split === 'total' ? 'All queues' : (shown[0]?.name ?? '');
  const length = Math.max(0, ...series.map(({ offered }) => offered.length));
  const sum = (index: number): number => shown.reduce((all, { offered }) => all + (offered[index] ?? 0), 0);
  const offered = Array.from({ length }, (_, index) => sum(index));
  return [{ identifier: split, name, offered, colour: colours.get(split) ?? 0 }];
}

/** Enables a button; one that is no longer to be pressed gives its focus to the other. */
function allow(button: HTMLButtonElement, other: HTMLButtonElement, isAllowed: boolean): void {
  if (!isAllowed && document.activeElement === button) {
    other.disabled = false;
    other.focus();
  }
  button.disabled = !isAllowed;
}

/** Offered contacts as a chart and as a table, with the receipts of each bar. */
export function createVolumes(panel: HTMLElement, summaries: Summaries): LiveView {
  let back = 0;
  let last: VolumesView | null = null;
  const receipts = createReceipts(summaries);
  const interval = select(
    'interval',
    Object.entries(INTERVAL_LABELS).map(([value, label]) => ({ value, label })),
    { label: 'Interval', value: 'hour' },
  );
  const split = element('select', { 'data-key': 'split', 'aria-label': 'Queues' });
  const splitChoices = ({ series }: VolumesView): readonly HTMLElement[] => [
    element('option', { value: 'queues', text: 'by queue' }),
    element('option', { value: 'total', text: 'in total' }),
    ...series.map(({ identifier, name }) => element('option', { value: identifier, text: name })),
  ];
  const openBar = (bar: Bar): void => {
    const isOne = !['queues', 'total', ''].includes(split.value);
    receipts.open({
      interval: interval.value,
      start: bar.start,
      end: bar.end,
      queue: isOne ? split.value : '',
    });
  };
  const chart = createChart(openBar);
  const words = element('div');
  const range = element('span', { class: 'muted' });
  const earlier = actionButton('Earlier', () => Promise.resolve(move(1)));
  const later = actionButton('Later', () => Promise.resolve(move(-1)));
  const move = (by: number): void => {
    back = Math.max(0, back + by);
    live.refresh();
  };
  const draw = (view: VolumesView): void => {
    const series = seriesOf(view, split.value);
    chart.draw(view, series);
    range.textContent = rangeWords(view);
    allow(earlier, later, view.hasEarlier);
    allow(later, earlier, back > 0);
    renderInto(words, [
      ...legend(series, split.value === 'queues'),
      barTable(barsOf(view, series), view.interval, openBar),
    ]);
  };
  interval.addEventListener('change', () => {
    back = 0;
    live.refresh();
  });
  split.addEventListener('change', () => {
    if (last !== null) draw(last);
  });
  panel.append(
    element(
      'div',
      { class: 'row spread' },
      element('h3', { text: 'Offered contacts' }),
      element('span', { class: 'joined' }, interval, split),
    ),
    chart.element,
    element('div', { class: 'row spread' }, earlier, range, later),
    words,
    receipts.element,
  );
  const hidden = element('div', { class: 'marker' });
  panel.append(hidden);
  const live = liveView<VolumesView>({
    into: hidden,
    path: () => `injixo/volumes?interval=${interval.value}&back=${back}`,
    render: (view) => {
      last = view;
      const chosen = split.value;
      split.replaceChildren(...splitChoices(view));
      if ([...split.options].some(({ value }) => value === chosen)) split.value = chosen;
      draw(view);
      return [];
    },
    summaries,
  });
  return live;
}
