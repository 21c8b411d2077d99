import { selectBox, type Choice, type SelectBox } from '../dom/select-box.ts';
import { shiftDay } from '../language/shift-day.ts';
import type { PageParts } from './page-parts.ts';

/** Counts are kept for this many days. */
const KEPT_DAYS = 35;

/** The days that can be selected, latest first: none before the first one. */
export function keptDays(today: string, first = ''): readonly string[] {
  return [...Array(KEPT_DAYS).keys()]
    .map((index) => shiftDay(today, -index))
    .filter((day, index) => day >= first || index === 0);
}

/** The first day that has counts: that of the installation, or by days the beginning of an import that was started. */
export function firstDay({ overview, format }: PageParts, isByDays: boolean): string {
  const { installedAt, history } = overview() ?? {};
  if (installedAt === undefined) return '';
  const importedFrom = isByDays ? (history?.startedFrom ?? installedAt) : installedAt;
  return format().dayOf(Math.min(installedAt, importedFrom));
}

/** A select of the days for which counts are kept. */
export interface DayBox extends Pick<SelectBox, 'element' | 'value'> {
  /** The day so many days ago, or the first that is offered. */
  chooseAgo(days: number): void;
  /** Updates the options after midnight. A selection of today follows the date. */
  renew(): void;
}

/** The options, the first labelled as today. */
function dayChoices(parts: PageParts, isByDays: boolean): readonly Choice[] {
  const { format, now, speaker } = parts;
  const words = format();
  const today = words.dayOf(now());
  return keptDays(today, firstDay(parts, isByDays)).map((day) => ({
    value: day,
    label: day === today ? `${speaker.say('volumes.today')}, ${words.day(day)}` : words.day(day),
  }));
}

/** Creates a day select; today is selected. `isByDays`: for counts by days, which an import has too. */
export function dayBox(label: string, parts: PageParts, onChange: () => void, isByDays = false): DayBox {
  const offered = { days: dayChoices(parts, isByDays) };
  const box = selectBox(label, offered.days, onChange);
  const chooseAgo = (days: number): void =>
    box.choose(offered.days[Math.min(days, offered.days.length - 1)]?.value ?? '');
  return {
    element: box.element,
    value: box.value,
    chooseAgo,
    renew: () => {
      const isToday = box.value() === offered.days[0]?.value;
      offered.days = dayChoices(parts, isByDays);
      box.offer(offered.days);
      if (isToday) chooseAgo(0);
    },
  };
}
