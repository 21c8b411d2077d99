import type { Queue } from '../../../../server/page-contract';

/** The sortable columns of the table. */
export const SORTABLE = ['name', 'channel', 'today', 'days7', 'days28', 'lastAt'] as const;
export type Column = (typeof SORTABLE)[number];

/** The sort column and direction. */
export interface Sorting {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** Rows per page of the table, so that hundreds of queues are drawn as quickly as ten. */
export const PAGE_ROWS = 25;

function simplify(text: string): string {
  return text
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}

/** The queues whose name or identifier contains every typed word; ignores case and accents. */
export function findQueues(queues: readonly Queue[], typed: string): readonly Queue[] {
  const words = simplify(typed).split(/\s+/).filter(Boolean);
  return queues.filter(({ name, identifier, renamedTo }) => {
    const text = simplify(`${name} ${identifier} ${renamedTo ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

function compareBy(column: Column, language: string): (a: Queue, b: Queue) => number {
  const words = new Intl.Collator(language, { numeric: true });
  if (column === 'name' || column === 'channel') return (a, b) => words.compare(a[column], b[column]);
  return (a, b) => (a[column] ?? 0) - (b[column] ?? 0);
}

/** The queues in sort order; equal ones are ordered by name. */
export function sortQueues(
  queues: readonly Queue[],
  { column, isDescending }: Sorting,
  language: string,
): readonly Queue[] {
  const compare = compareBy(column, language);
  const byName = compareBy('name', language);
  const sign = isDescending ? -1 : 1;
  return [...queues].sort((a, b) => sign * compare(a, b) || byName(a, b));
}

/** The sorting after a click on a column's head: names start ascending, numbers descending. */
export function turnSorting(sorting: Sorting, column: Column): Sorting {
  if (sorting.column === column) return { column, isDescending: !sorting.isDescending };
  return { column, isDescending: column !== 'name' && column !== 'channel' };
}

/** One page of the table. */
export interface RowPage {
  readonly rows: readonly Queue[];
  readonly page: number;
  /** The first and last row, counted from 1. */
  readonly from: number;
  readonly to: number;
  readonly hasMore: boolean;
}

/** One page of rows; a page number that is too high gives the last page. */
export function pageOf(queues: readonly Queue[], wanted: number): RowPage {
  const last = Math.max(0, Math.ceil(queues.length / PAGE_ROWS) - 1);
  const page = Math.min(Math.max(0, wanted), last);
  const start = page * PAGE_ROWS;
  const rows = queues.slice(start, start + PAGE_ROWS);
  return { rows, page, from: start + 1, to: start + rows.length, hasMore: page < last };
}
