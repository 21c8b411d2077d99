import { selectBox, type Choice, type SelectBox } from '../dom/select-box.ts';
import type { PageParts } from '../page-parts.ts';
import { keptDays } from './days.ts';

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
