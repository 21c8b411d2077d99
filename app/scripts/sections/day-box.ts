import { selectBox, type Choice, type SelectBox } from '../dom/select-box.ts';
import { shiftDay } from '../language/shift-day.ts';
import type { PageParts } from './page-parts.ts';

/** Counts are kept for this many days. */
const KEPT_DAYS = 35;

/** The days that can be selected, latest first. */
export function keptDays(today: string): readonly string[] {
  return [...Array(KEPT_DAYS).keys()].map((index) => shiftDay(today, -index));
}

/** A select of the days for which counts are kept. */
export interface DayBox extends Pick<SelectBox, 'element' | 'value'> {
  chooseAgo(days: number): void;
  /** Updates the options after midnight. A selection of today follows the date. */
  renew(): void;
}

/** The options, the first labelled as today. */
function dayChoices({ format, now, speaker }: PageParts): readonly Choice[] {
  const words = format();
  const today = words.dayOf(now());
  return keptDays(today).map((day) => ({
    value: day,
    label: day === today ? `${speaker.say('volumes.today')}, ${words.day(day)}` : words.day(day),
  }));
}

/** Creates a day select; today is selected. */
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
