import { element } from '../dom/element.ts';
import { selectBox, type Choice, type SelectBox } from '../dom/select-box.ts';
import type { Speaker } from '../catalogue/speak.ts';
import type { PageParts } from '../page-parts.ts';
import { dayBox } from './day-box.ts';

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
  /** Offers the days as they are by now. */
  renewDays(): void;
  offerQueues(queues: readonly { readonly identifier: string; readonly name: string }[]): void;
  /** Chooses a queue, also one that is not offered yet. */
  chooseQueue(identifier: string): void;
}

/** The span that is shown first ends today and begins so many days before. */
const FIRST_SPAN_DAYS = 13;

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
  const changed = (): void => {
    fit();
    onChange();
  };
  const { box: queue, offerQueues, chooseQueue } = createQueueChoice(parts.speaker, changed);
  const unit = selectBox(say('volumes.unit'), unitChoices(parts.speaker), changed);
  const day = dayBox(say('volumes.day'), parts, changed);
  const from = dayBox(say('volumes.from'), parts, changed);
  const to = dayBox(say('volumes.to'), parts, changed);
  const fit = (): void => {
    const isSpan = unit.value() === 'day';
    day.element.hidden = isSpan;
    from.element.hidden = !isSpan;
    to.element.hidden = !isSpan;
  };
  from.chooseAgo(FIRST_SPAN_DAYS);
  fit();
  const boxes = [queue, unit, day, from, to].map((box) => box.element);
  return {
    element: element('div', { class: 'choices' }, ...boxes),
    renewDays: () => {
      for (const each of [day, from, to]) each.renew();
    },
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
