import { drawing, element } from '../../dom/element.ts';
import type { Key } from '../../language/catalogue.ts';
import type { PageParts } from '../page-parts.ts';
import type { Queue } from '../../../../server/page-contract';
import { SORTABLE, type Column, type Sorting } from './queue-rows.ts';

const HEADS: Readonly<Record<Column, Key>> = {
  name: 'queues.name',
  channel: 'queues.channel',
  today: 'queues.today',
  days7: 'queues.days7',
  days28: 'queues.days28',
  lastAt: 'queues.last',
};

/** Callbacks of the table. */
export interface TableEvents {
  readonly onSort: (column: Column) => void;
  readonly onChart: (queue: Queue) => void;
}

/** Size of a trend drawing. */
export const TREND = { width: 96, height: 24 } as const;

/** The points of a trend polyline; a series of zeros is a flat line at the bottom. */
export function trendPoints(counts: readonly number[]): string {
  const highest = Math.max(1, ...counts);
  const step = TREND.width / Math.max(1, counts.length - 1);
  return counts
    .map((count, index) => {
      const y = TREND.height - 2 - (count / highest) * (TREND.height - 4);
      return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

function trendLine(counts: readonly number[]): SVGElement {
  const { width, height } = TREND;
  const line = drawing('polyline', { points: trendPoints(counts) });
  return drawing('svg', { viewBox: `0 0 ${width} ${height}`, class: 'trend', 'aria-hidden': 'true' }, line);
}

function nameCell(queue: Queue, parts: PageParts, { onChart }: TableEvents): HTMLElement {
  const { say } = parts.speaker;
  const { name, identifier, renamedTo } = queue;
  const show = element('button', {
    type: 'button',
    class: 'plain-link',
    text: name,
    'aria-label': say('queues.chart', { name }),
  });
  show.addEventListener('click', () => onChart(queue));
  const cell = element('th', { scope: 'row' }, show, element('code', { text: identifier }));
  if (renamedTo !== null) {
    cell.append(element('p', { class: 'renamed', text: say('queues.renamed', { name: renamedTo }) }));
  }
  return cell;
}

function row(queue: Queue, parts: PageParts, events: TableEvents): HTMLElement {
  const { say } = parts.speaker;
  const format = parts.format();
  const cell = (label: Key, text: string, kind = ''): HTMLElement =>
    element('td', { class: kind, 'data-label': say(label), text });
  const last = queue.lastAt === null ? say('queues.never') : format.moment(queue.lastAt);
  return element(
    'tr',
    {},
    nameCell(queue, parts, events),
    cell('queues.channel', parts.speaker.sayCode('channel', queue.channel)),
    cell('queues.today', format.count(queue.today), 'number'),
    cell('queues.days7', format.count(queue.days7), 'number'),
    cell('queues.days28', format.count(queue.days28), 'number'),
    element('td', { class: 'trend-cell', 'data-label': say('queues.trend') }, trendLine(queue.trend)),
    cell('queues.last', last),
  );
}

function sortWord(sorting: Sorting, column: Column): string {
  if (sorting.column !== column) return 'none';
  return sorting.isDescending ? 'descending' : 'ascending';
}

function head(
  column: Column,
  sorting: Sorting,
  { speaker }: PageParts,
  { onSort }: TableEvents,
): HTMLElement {
  const label = speaker.say(HEADS[column]);
  const press = element('button', {
    type: 'button',
    class: 'sort',
    text: label,
    'data-column': column,
    'aria-label': speaker.say('queues.sort', { column: label }),
  });
  press.addEventListener('click', () => onSort(column));
  const isNumber = column === 'today' || column === 'days7' || column === 'days28';
  const kind = isNumber ? 'number' : '';
  return element('th', { scope: 'col', class: kind, 'aria-sort': sortWord(sorting, column) }, press);
}

/** Creates the table of these queues. */
export function queueTable(
  queues: readonly Queue[],
  sorting: Sorting,
  parts: PageParts,
  events: TableEvents,
): HTMLElement {
  const heads = SORTABLE.map((column) => head(column, sorting, parts, events));
  const trend = element('th', { scope: 'col', text: parts.speaker.say('queues.trend') });
  heads.splice(-1, 0, trend);
  const rows = queues.map((queue) => row(queue, parts, events));
  return element(
    'table',
    { class: 'table queues' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}
