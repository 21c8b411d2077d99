import { selectBox, type Choice, type SelectBox } from '../dom/select-box.ts';
import type { PageParts } from './page-parts.ts';

/** Days for which counts are kept. */
const KEPT_DAYS = 35;

const DAY_MS = 86_400_000;

/** The day (`YYYY-MM-DD`) some days before or after another; days have no clock, so no clock change matters. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days that can be chosen, the latest first. */
export function keptDays(today: string): readonly string[] {
  return [...Array(KEPT_DAYS).keys()].map((index) => shiftDay(today, -index));
}

/** A choice among the days for which counts are kept. */
export interface DayBox extends Pick<SelectBox, 'element' | 'value'> {
  chooseAgo(days: number): void;
  /** Offers the days as they are by now: whoever looks at today goes over midnight with it. */
  renew(): void;
}

/** The days, today first and named so. */
function dayChoices({ format, now, speaker }: PageParts): readonly Choice[] {
  const words = format();
  const today = words.dayOf(now());
  return keptDays(today).map((day) => ({
    value: day,
    label: day === today ? `${speaker.say('volumes.today')}, ${words.day(day)}` : words.day(day),
  }));
}

/** Makes such a choice; today is chosen. */
export function dayBox(label: string, parts: PageParts, onChange: () => void): DayBox {
  const offered = { days: dayChoices(parts) };
  const box = selectBox(label, offered.days, onChange);
  const chooseAgo = (days: number): void => box.choose(offered.days[days]?.value ?? '');
  return {
    element: box.element,
    value: box.value,
    chooseAgo,
    renew: () => {
      const isToday = box.value() === offered.days[0]?.value;
      offered.days = dayChoices(parts);
      box.offer(offered.days);
      if (isToday) chooseAgo(0);
    },
  };
}
