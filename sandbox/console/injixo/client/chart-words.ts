import type { IntervalName } from '../contract';
import { element } from '../../browser/dom/element';
import { table } from '../../browser/dom/table';
import { dayWords, momentWords, numberWords, timeWords } from '../../browser/dom/words';
import type { Bar, ChartSeries } from './bars';
import { colourOf } from './chart';

function entry({ name, offered, colour }: ChartSeries): HTMLElement {
  const swatch = element('span', { class: 'swatch', 'data-colour': String(colour) });
  swatch.style.background = colourOf(colour);
  const sum = offered.reduce((all, value) => all + value, 0);
  return element('li', {}, swatch, `${name} `, element('strong', { text: numberWords(sum) }));
}

/** The legend: the colour of each queue, with its sum in this chart. */
export function legend(series: readonly ChartSeries[], isSplit: boolean): readonly HTMLElement[] {
  return isSplit && series.length > 0 ? [element('ul', { class: 'legend' }, ...series.map(entry))] : [];
}

function barWords({ start, end }: Bar, interval: IntervalName): string {
  return interval === 'day' ? dayWords(start) : `${momentWords(start).slice(0, -3)} to ${timeWords(end)}`;
}

/** Show the chart as a table: each bar that is not empty, with a button for its receipts. */
export function barTable(
  bars: readonly Bar[],
  interval: IntervalName,
  onOpen: (bar: Bar) => void,
): HTMLElement {
  const rows = bars
    .filter(({ offered }) => offered > 0)
    .reverse()
    .map((bar) => {
      const words = barWords(bar, interval);
      const open = element('button', {
        type: 'button',
        class: 'small',
        'data-key': `bar-${bar.start}`,
        'aria-label': `Receipts of ${words}`,
        text: 'Receipts',
        onclick: () => onOpen(bar),
      });
      return [words, numberWords(bar.offered), open];
    });
  return element(
    'details',
    { 'data-key': 'bars' },
    element('summary', { text: 'Show the chart as a table' }),
    table('Offered contacts', ['Interval', 'Offered', ''], rows, [1]),
  );
}
