import { formatTable } from '../../sandbox/support/format-table';
import type { Figures } from './figures';
import type { Load } from './load';

interface Row {
  readonly label: string;
  readonly text: (figures: Figures) => string;
}

const whole = (value: number): string => String(value);
const share = (value: number): string => value.toFixed(2);

/** Formats seconds in a suitable unit. */
export function formatDelay(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

const drained = (minutes: number | null): string => (minutes === null ? 'never' : formatDelay(minutes * 60));

const ROWS: readonly Row[] = [
  { label: 'minutes', text: ({ minutes }) => whole(minutes) },
  { label: 'contacts', text: ({ contacts }) => whole(contacts) },
  { label: 'accepted 15 min after the last', text: ({ acceptedInTime }) => whole(acceptedInTime) },
  { label: 'still waiting then', text: ({ stillWaiting }) => whole(stillWaiting) },
  { label: 'all accepted after the last', text: ({ drainedAfterMinutes }) => drained(drainedAfterMinutes) },
  { label: 'lost', text: ({ lost }) => whole(lost) },
  { label: 'doubled', text: ({ doubled }) => whole(doubled) },
  { label: 'in a wrong queue', text: ({ wrongQueue }) => whole(wrongQueue) },
  { label: 'kv calls per contact', text: ({ kvPerContact }) => share(kvPerContact) },
  { label: 'entity calls per contact', text: ({ entityPerContact }) => share(entityPerContact) },
  { label: 'schedule calls per contact', text: ({ schedulePerContact }) => share(schedulePerContact) },
  { label: 'Freshdesk calls per contact', text: ({ freshdeskPerContact }) => share(freshdeskPerContact) },
  { label: 'Freshdesk credits per contact', text: ({ creditsPerContact }) => share(creditsPerContact) },
  { label: 'injixo requests per contact', text: ({ injixoPerContact }) => share(injixoPerContact) },
  { label: 'most kv calls in 60 s', text: ({ kvHighWater }) => whole(kvHighWater) },
  { label: 'most entity calls in 60 s', text: ({ entityHighWater }) => whole(entityHighWater) },
  { label: 'creates refused by the store', text: ({ refusedCreates }) => whole(refusedCreates) },
  { label: 'found by the scan', text: ({ repaired }) => whole(repaired) },
  { label: 'calls refused by Freshdesk', text: ({ refusedByFreshdesk }) => whole(refusedByFreshdesk) },
  { label: 'delay, median', text: ({ delayMedian }) => formatDelay(delayMedian) },
  { label: 'delay, 99th percentile', text: ({ delay99th }) => formatDelay(delay99th) },
];

const heads = (loads: readonly Load[]) => [
  { head: 'contacts a minute', align: 'left' as const },
  ...loads.map(({ perMinute }) => ({ head: String(perMinute), align: 'right' as const })),
];

function ratio(naive: number, app: number): string {
  if (naive === 0 || app === 0) return '–';
  return naive >= app ? `${(naive / app).toFixed(1)} : 1` : `1 : ${(app / naive).toFixed(1)}`;
}

type Rows = readonly (readonly string[])[];

function rowsOf(figures: readonly Figures[]): Rows {
  return ROWS.map(({ label, text }) => [label, ...figures.map(text)]);
}

const COMPARED: readonly (readonly [label: string, figure: (figures: Figures) => number])[] = [
  ['Freshdesk calls per contact', ({ freshdeskPerContact }) => freshdeskPerContact],
  ['Freshdesk credits per contact', ({ creditsPerContact }) => creditsPerContact],
  ['injixo requests per contact', ({ injixoPerContact }) => injixoPerContact],
  ['delay, median', ({ delayMedian }) => delayMedian],
];

function ratios(app: readonly Figures[], naive: readonly Figures[]): Rows {
  return COMPARED.map(([label, figure]) => [
    label,
    ...app.map((figures, index) => {
      const other = naive[index];
      return other === undefined ? '–' : ratio(figure(other), figure(figures));
    }),
  ]);
}

/** The figures of one design, one column for each load. */
export function formatDesign(loads: readonly Load[], figures: readonly Figures[]): string {
  return formatTable(heads(loads), rowsOf(figures));
}

/** The figures of both designs and their ratio, one column for each load. */
export function formatFigures(
  loads: readonly Load[],
  app: readonly Figures[],
  naive: readonly Figures[],
): string {
  const title = (text: string): Rows => [[text.toUpperCase(), ...loads.map(() => '')]];
  return formatTable(heads(loads), [
    ...title('The app'),
    ...rowsOf(app),
    ...title('The naive design'),
    ...rowsOf(naive),
    ...title('Naive : app'),
    ...ratios(app, naive),
  ]);
}
