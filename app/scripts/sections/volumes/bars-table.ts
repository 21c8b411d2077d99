import { element } from '../../dom/element.ts';
import type { Cell } from '../csv.ts';
import type { PageParts } from '../page-parts.ts';
import type { Bar } from './bars.ts';

const GAPS = {
  after: 'volumes.gap.after',
  before: 'volumes.gap.before',
  ahead: 'volumes.ahead',
} as const;

/** The remark on a bar besides its number. */
function noteOf({ gap, repaired, atLeast }: Bar, { speaker: { say } }: PageParts): string {
  const notes = [
    ...(atLeast ? [say('volumes.at_least')] : []),
    ...(repaired > 0 ? [say('volumes.bar.repaired', { count: repaired })] : []),
    ...(gap === null ? [] : [say(GAPS[gap])]),
  ];
  return notes.join(' · ');
}

/** Describes a bar. */
export function barWords(bar: Bar, parts: PageParts): string {
  const { say } = parts.speaker;
  const { label, count, weekAgo } = bar;
  const earlier = weekAgo === null ? '' : `${say('volumes.week_ago')}: ${parts.format().count(weekAgo)}`;
  return [say('volumes.bar', { label, count }), earlier, noteOf(bar, parts)].filter(Boolean).join(' · ');
}

/** True when an interval has not begun: no number is shown for it. */
function isOpen({ gap, count }: Bar): boolean {
  return gap === 'ahead' && count === 0;
}

/** A table of bars: a column for each of several queues, the total, a week earlier where known, and remarks. */
export interface BarTable {
  readonly bars: readonly Bar[];
  /** The names of the chosen queues. */
  readonly names: readonly string[];
}

function hasWeekAgo(bars: readonly Bar[]): boolean {
  return bars.some(({ weekAgo }) => weekAgo !== null);
}

function heads({ bars, names }: BarTable, { speaker: { say } }: PageParts): readonly string[] {
  return [
    say('volumes.table.time'),
    ...(names.length > 1 ? names : []),
    say('volumes.table.count'),
    ...(hasWeekAgo(bars) ? [say('volumes.week_ago')] : []),
    say('volumes.table.note'),
  ];
}

/** The numbers of a row; null: none. */
function numbersOf(bar: Bar, { bars, names }: BarTable): readonly (number | null)[] {
  const own = [...(names.length > 1 ? bar.parts : []), bar.count];
  return [...own.map((each) => (isOpen(bar) ? null : each)), ...(hasWeekAgo(bars) ? [bar.weekAgo] : [])];
}

/** The sums of the columns with numbers. */
function totals(table: BarTable): readonly number[] {
  const rows = table.bars.map((bar) => numbersOf(bar, table));
  return [...(rows[0] ?? []).keys()].map((column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

/** The table as rows of a spreadsheet; what is not known is empty. */
export function barRows(table: BarTable, parts: PageParts): readonly (readonly Cell[])[] {
  const rows = table.bars.map((bar): readonly Cell[] => {
    return [bar.label, ...numbersOf(bar, table).map((count) => count ?? ''), noteOf(bar, parts)];
  });
  return [heads(table, parts), ...rows, [parts.speaker.say('difference.sum'), ...totals(table), '']];
}

function row(label: string, numbers: readonly string[], note: string, kind = ''): HTMLElement {
  return element(
    'tr',
    { class: kind },
    element('th', { scope: 'row', text: label }),
    ...numbers.map((text) => element('td', { class: 'number', text })),
    element('td', { text: note }),
  );
}

function barRow(bar: Bar, table: BarTable, parts: PageParts): HTMLElement {
  const { say } = parts.speaker;
  const own = table.names.length > 1 ? bar.parts.length : 0;
  const texts = numbersOf(bar, table).map((count, column) => {
    const text = parts.format().count(count);
    return bar.atLeast && column <= own ? say('volumes.count.at_least', { count: text }) : text;
  });
  return row(bar.label, texts, noteOf(bar, parts));
}

/** The chart as an accessible table with all intervals and their total; `opened` keeps whether a person has opened it. */
export function barsTable(table: BarTable, opened: { isOpen: boolean }, parts: PageParts): HTMLElement {
  const { say } = parts.speaker;
  const texts = heads(table, parts);
  const head = texts.map((text, index) =>
    element('th', { scope: 'col', class: index > 0 && index < texts.length - 1 ? 'number' : '', text }),
  );
  const sums = totals(table).map((count) => parts.format().count(count));
  const shown = element(
    'table',
    { class: 'table' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...table.bars.map((bar) => barRow(bar, table, parts))),
    element('tfoot', {}, row(say('difference.sum'), sums, '', 'strong')),
  );
  const made = element(
    'details',
    { class: 'as-table', open: opened.isOpen },
    element('summary', { text: say('volumes.table') }),
    element('div', { class: 'scroll', tabindex: 0 }, shown),
  );
  made.addEventListener('toggle', () => (opened.isOpen = made.hasAttribute('open')));
  return made;
}
