import { element } from '../dom/element.ts';
import { selectBox, type Choice } from '../dom/select-box.ts';
import type { Format } from '../catalogue/format.ts';
import type { PageParts } from '../page-parts.ts';
import { keptDays } from './days.ts';

export type Unit = 'quarter' | 'hour' | 'day';

/** What the chart is to show. */
export interface Wanted {
  readonly unit: Unit;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** Null: all queues together. */
  readonly queue: string | null;
}

/** The controls above the chart. */
export interface Choices {
  readonly element: HTMLElement;
  wanted(): Wanted;
  offerQueues(queues: readonly { readonly identifier: string; readonly name: string }[]): void;
  /** Chooses a queue, also one that is not offered yet. */
  chooseQueue(identifier: string): void;
}

const FIRST_SPAN_DAYS = 13;

/** The days that can be chosen, today first and named so. */
export function dayChoices(today: string, format: Format, todayWord: string): readonly Choice[] {
  return keptDays(today).map((day) => ({
    value: day,
    label: day === today ? `${todayWord}, ${format.day(day)}` : format.day(day),
  }));
}

/** Makes the controls; `onChange` is called whenever something else is wanted. */
export function createChoices(parts: PageParts, onChange: () => void): Choices {
  const { say, language } = parts.speaker;
  const format = parts.format();
  const days = dayChoices(format.dayOf(parts.now()), format, say('volumes.today'));
  const units: readonly Choice[] = [
    { value: 'quarter', label: say('volumes.unit.quarter') },
    { value: 'hour', label: say('volumes.unit.hour') },
    { value: 'day', label: say('volumes.unit.day') },
  ];
  const total: Choice = { value: '', label: say('volumes.total') };
  const changed = (): void => {
    fit();
    onChange();
  };
  const unit = selectBox(say('volumes.unit'), units, changed);
  const day = selectBox(say('volumes.day'), days, changed);
  const from = selectBox(say('volumes.from'), days, changed);
  const to = selectBox(say('volumes.to'), days, changed);
  const queue = selectBox(say('volumes.queue'), [total], changed);
  const fit = (): void => {
    const isSpan = unit.value() === 'day';
    day.element.hidden = isSpan;
    from.element.hidden = !isSpan;
    to.element.hidden = !isSpan;
  };
  from.choose(days[FIRST_SPAN_DAYS]?.value ?? '');
  fit();
  let offered: readonly Choice[] = [total];
  return {
    element: element('div', { class: 'choices' }, ...[queue, unit, day, from, to].map((box) => box.element)),
    wanted: () => ({
      unit: unit.value() as Unit,
      day: day.value(),
      from: from.value(),
      to: to.value(),
      queue: queue.value() === '' ? null : queue.value(),
    }),
    offerQueues: (queues) => {
      const sorted = [...queues].sort((a, b) => a.name.localeCompare(b.name, language));
      const known = new Map(
        [...offered, ...sorted.map(({ identifier, name }) => ({ value: identifier, label: name }))].map(
          (choice) => [choice.value, choice],
        ),
      );
      offered = [...known.values()];
      queue.offer(offered);
    },
    chooseQueue: (identifier) => {
      if (!offered.some(({ value }) => value === identifier)) {
        offered = [...offered, { value: identifier, label: identifier }];
        queue.offer(offered);
      }
      queue.choose(identifier);
    },
  };
}
