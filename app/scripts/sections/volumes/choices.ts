import { element } from '../../dom/element.ts';
import { selectBox, type Choice, type SelectBox } from '../../dom/select-box.ts';
import type { Speaker } from '../../language/speak.ts';
import type { PageParts } from '../page-parts.ts';
import type { Queue } from '../../../../server/page-contract';
import { dayBox } from '../day-box.ts';

/** What one bar represents. */
export type Unit = 'quarter' | 'hour' | 'day';

/** What the chart should show. */
export interface Wanted {
  readonly unit: Unit;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** Null for all queues together. */
  readonly queue: string | null;
}

/** A queue that can be selected. */
export type NamedQueue = Pick<Queue, 'identifier' | 'name'>;

/** The controls above the chart. */
export interface Choices {
  readonly element: HTMLElement;
  wanted(): Wanted;
  /** Updates the days after midnight. */
  renewDays(): void;
  offerQueues(queues: readonly NamedQueue[]): void;
  /** Selects a queue, adding it to the options if necessary. */
  chooseQueue(queue: NamedQueue): void;
}

/** The first span shown ends today and starts this many days before. */
const FIRST_SPAN_DAYS = 13;

type QueueChoice = Pick<Choices, 'offerQueues' | 'chooseQueue'> & { readonly box: SelectBox };

/** The queue select: every queue that was named so far, by name. */
function createQueueChoice({ say, language }: Speaker, onChange: () => void): QueueChoice {
  const named = new Map<string, string>();
  const choices = (): readonly Choice[] => {
    const queues = [...named].map(([value, label]) => ({ value, label }));
    const sorted = queues.sort((a, b) => a.label.localeCompare(b.label, language));
    return [{ value: '', label: say('volumes.total') }, ...sorted];
  };
  const box = selectBox(say('volumes.queue'), choices(), onChange);
  const offerQueues: QueueChoice['offerQueues'] = (queues) => {
    for (const { identifier, name } of queues) named.set(identifier, name);
    box.offer(choices());
  };
  return {
    box,
    offerQueues,
    chooseQueue: (queue) => {
      offerQueues([queue]);
      box.choose(queue.identifier);
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

/** Creates the controls; `onChange` is called on every change. */
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
