import { element } from '../../dom/element.ts';
import { selectBox, type Choice } from '../../dom/select-box.ts';
import type { Speaker } from '../../language/speak.ts';
import type { PageParts } from '../page-parts.ts';
import { dayBox } from '../day-box.ts';
import { createQueueChoice, type ChosenQueue, type NamedQueue } from './queue-choice.ts';

/** What one bar represents. */
export type Unit = 'quarter' | 'hour' | 'day';

/** What the chart should show. */
export interface Wanted {
  readonly unit: Unit;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** The chosen queues with their colours; none: all together. */
  readonly queues: readonly ChosenQueue[];
}

/** The controls above the chart. */
export interface Choices {
  readonly element: HTMLElement;
  wanted(): Wanted;
  /** Updates the days after midnight. */
  renewDays(): void;
  offerQueues(queues: readonly NamedQueue[]): void;
  /** Selects a queue alone, adding it to the options if necessary. */
  chooseQueue(queue: NamedQueue): void;
}

/** The first span shown ends today and starts this many days before. */
const FIRST_SPAN_DAYS = 13;

function unitChoices({ say }: Speaker): readonly Choice[] {
  return [
    { value: 'quarter', label: say('volumes.unit.quarter') },
    { value: 'hour', label: say('volumes.unit.hour') },
    { value: 'day', label: say('volumes.unit.day') },
  ];
}

/** Creates the controls; `onChange` is called on every change. */
export function createChoices(parts: PageParts, onChange: () => void): Choices {
  const { say } = parts.speaker;
  const changed = (): void => {
    fit();
    onChange();
  };
  const queue = createQueueChoice(parts.speaker, changed);
  const unit = selectBox(say('volumes.unit'), unitChoices(parts.speaker), changed);
  const day = dayBox(say('volumes.day'), parts, changed);
  const from = dayBox(say('volumes.from'), parts, changed, true);
  const to = dayBox(say('volumes.to'), parts, changed, true);
  const fit = (): void => {
    const isSpan = unit.value() === 'day';
    day.element.hidden = isSpan;
    from.element.hidden = !isSpan;
    to.element.hidden = !isSpan;
  };
  from.chooseAgo(FIRST_SPAN_DAYS);
  fit();
  const boxes = [unit, day, from, to, queue].map((box) => box.element);
  return {
    element: element('div', { class: 'choices' }, ...boxes),
    renewDays: () => {
      for (const each of [day, from, to]) each.renew();
    },
    offerQueues: queue.offerQueues,
    chooseQueue: queue.chooseQueue,
    wanted: () => ({
      unit: unit.value() as Unit,
      day: day.value(),
      from: from.value(),
      to: to.value(),
      queues: queue.chosen(),
    }),
  };
}
