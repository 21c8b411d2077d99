import { element } from '../dom/element.ts';
import { selectBox, type Choice, type SelectBox } from '../dom/select-box.ts';
import type { Speaker } from '../catalogue/speak.ts';
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

type QueueChoice = Pick<Choices, 'offerQueues' | 'chooseQueue'> & { readonly box: SelectBox };

/** The choice of a queue: it offers every queue that any answer has named so far. */
function createQueueChoice({ say, language }: Speaker, onChange: () => void): QueueChoice {
  const offered = new Map<string, string>([['', say('volumes.total')]]);
  const choices = (): readonly Choice[] => [...offered].map(([value, label]) => ({ value, label }));
  const box = selectBox(say('volumes.queue'), choices(), onChange);
  return {
    box,
    offerQueues: (queues) => {
      const sorted = [...queues].sort((a, b) => a.name.localeCompare(b.name, language));
      for (const { identifier, name } of sorted) offered.set(identifier, name);
      box.offer(choices());
    },
    chooseQueue: (identifier) => {
      if (!offered.has(identifier)) offered.set(identifier, identifier);
      box.offer(choices());
      box.choose(identifier);
    },
  };
}

function unitChoices({ say }: Speaker): readonly Choice[] {
  return [
    { value: 'quarter', label: say('volumes.unit.quarter') },
    { value: 'hour', label: say('volumes.unit.hour') },
    { value: 'day', label: say('volumes.unit.day') },
  ];
}

/** Makes the controls; `onChange` is called whenever something else is wanted. */
export function createChoices(parts: PageParts, onChange: () => void): Choices {
  const { say } = parts.speaker;
  const format = parts.format();
  const days = dayChoices(format.dayOf(parts.now()), format, say('volumes.today'));
  const changed = (): void => {
    fit();
    onChange();
  };
  const { box: queue, offerQueues, chooseQueue } = createQueueChoice(parts.speaker, changed);
  const unit = selectBox(say('volumes.unit'), unitChoices(parts.speaker), changed);
  const day = selectBox(say('volumes.day'), days, changed);
  const from = selectBox(say('volumes.from'), days, changed);
  const to = selectBox(say('volumes.to'), days, changed);
  const fit = (): void => {
    const isSpan = unit.value() === 'day';
    day.element.hidden = isSpan;
    from.element.hidden = !isSpan;
    to.element.hidden = !isSpan;
  };
  from.choose(days[FIRST_SPAN_DAYS]?.value ?? '');
  fit();
  const boxes = [queue, unit, day, from, to].map((box) => box.element);
  return {
    element: element('div', { class: 'choices' }, ...boxes),
    offerQueues,
    chooseQueue,
    wanted: () => ({
      unit: unit.value() as Unit,
      day: day.value(),
      from: from.value(),
      to: to.value(),
      queue: queue.value() === '' ? null : queue.value(),
    }),
  };
}
