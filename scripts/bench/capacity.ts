import { formatTable } from '../../sandbox/support/format-table';
import { THE_APP, THE_APP_LIVE, type Design } from './design';
import type { Figures } from './figures';
import { formatDelay } from './print-figures';
import { runColumns } from './run-columns';

/** Which way the app runs, the tested contacts per minute, and how often each ticket changes. */
interface Trial {
  readonly design: Design;
  readonly tried: readonly number[];
  readonly updates?: number;
}

/** With a Freshdesk key. */
export const CHECKED: Trial = { design: THE_APP, tried: [60, 70, 80, 90, 100, 120] };
/** Without one; every event of a ticket is one record more. */
export const LIVE_ONLY: Trial = { design: THE_APP_LIVE, tried: [20, 30, 35, 40, 50, 60], updates: 3 };
/** Each load lasts long enough to show whether delay grows. */
const MINUTES = 60;

/** Delay does not grow if the last third's median is within this of the second's: runs start every minute. */
const EVEN_SECONDS = 60;
/** In addition, all contacts must be accepted within one tick of the load's end. */
const TICK_MINUTES = 5;

/** One load and its delay. */
export interface Tried {
  readonly perMinute: number;
  readonly figures: Figures;
}

function isEven({ thirds }: Figures): boolean {
  const [, second, last] = thirds;
  return second !== undefined && last !== undefined && last.median <= second.median + EVEN_SECONDS;
}

function isCarried(figures: Figures): boolean {
  return isEven(figures) && (figures.drainedAfterMinutes ?? Infinity) <= TICK_MINUTES;
}

/** The highest load below the first one whose delay grows; null if even the lowest one grows. */
export function highestCarried(tried: readonly Tried[]): number | null {
  const firstGrowing = tried.findIndex(({ figures }) => !isCarried(figures));
  const carried = firstGrowing === -1 ? tried : tried.slice(0, firstGrowing);
  return carried.at(-1)?.perMinute ?? null;
}

/** Plays an hour of each load on the app. */
export async function measureCapacity(
  { design, tried, updates = 0 }: Trial,
  seed: number,
): Promise<readonly Tried[]> {
  const columns = tried.map((perMinute) => ({ design, load: { perMinute, minutes: MINUTES, updates } }));
  const figures = await runColumns(columns, seed, ({ load }) => {
    console.error(`  played: an hour of ${load.perMinute} contacts a minute`);
  });
  return figures.map((each, index) => ({ perMinute: tried[index] ?? 0, figures: each }));
}

/** A row for each load, and the highest sustainable one. */
export function formatCapacity(tried: readonly Tried[]): string {
  const heads = [
    'contacts a minute',
    'median delay: first 20 min',
    'next 20',
    'last 20',
    '99th: first 20',
    'next 20',
    'last 20',
    '99th of the hour',
    'creates refused',
    'found by the scan',
    'all accepted after',
    'lost',
  ].map((head) => ({ head, align: 'right' as const }));
  const rows = tried.map(({ perMinute, figures }) => [
    String(perMinute),
    ...figures.thirds.map(({ median }) => formatDelay(median)),
    ...figures.thirds.map(({ highest99th }) => formatDelay(highest99th)),
    formatDelay(figures.delay99th),
    String(figures.refusedCreates),
    String(figures.repaired),
    formatDelay((figures.drainedAfterMinutes ?? 0) * 60),
    String(figures.lost),
  ]);
  const highest = highestCarried(tried);
  const words =
    highest === null
      ? 'Delay grows under each of them.'
      : `Carried without delay growing: ${highest} a minute.`;
  return `${formatTable(heads, rows)}\n${words}`;
}
