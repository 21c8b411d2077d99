import { element } from '../../dom/element.ts';
import { selectBox, type Choice, type SelectBox } from '../../dom/select-box.ts';
import type { Speaker } from '../../language/speak.ts';
import type { PageParts } from '../page-parts.ts';
import type { Queue } from '../../../../server/page-contract';
import { dayBox } from '../day-box.ts';
import { createQueueColors, QUEUE_COLORS } from './queue-colors.ts';

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

/** A chosen queue. */
export interface ChosenQueue extends NamedQueue {
  readonly color: string;
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
  /** Selects a queue alone, adding it to the options if necessary. */
  chooseQueue(queue: NamedQueue): void;
}

/** The first span shown ends today and starts this many days before. */
const FIRST_SPAN_DAYS = 13;

type QueueChoice = Pick<Choices, 'element' | 'offerQueues' | 'chooseQueue'> & {
  chosen(): readonly ChosenQueue[];
};

/** A chosen queue in its colour, with a button that takes it out. */
function chip({ name, color }: ChosenQueue, { say }: Speaker, onRemove: () => void): HTMLElement {
  const swatch = element('span', { class: 'swatch', 'aria-hidden': 'true' });
  swatch.style.background = color;
  const remove = element('button', {
    type: 'button',
    class: 'chip-remove',
    'aria-label': say('volumes.remove', { name }),
  });
  remove.append('×');
  remove.addEventListener('click', onRemove);
  return element('li', {}, swatch, name, remove);
}

/** Chooses one queue after the other: those that were named so far, by name, until every colour is in use. */
function createQueueChoice(speaker: Speaker, onChange: () => void): QueueChoice {
  const { say, language } = speaker;
  const named = new Map<string, string>();
  const colors = createQueueColors();
  const shown: { queues: readonly ChosenQueue[] } = { queues: [] };
  const chips = element('ul', { class: 'chips' });
  const isChosen = (identifier: string): boolean =>
    shown.queues.some((queue) => queue.identifier === identifier);
  const choices = (): readonly Choice[] => {
    const queues = [...named]
      .filter(([value]) => !isChosen(value))
      .map(([value, label]) => ({ value, label }));
    const sorted = queues.sort((a, b) => a.label.localeCompare(b.label, language));
    const first = say(shown.queues.length === 0 ? 'volumes.total' : 'volumes.add');
    return [{ value: '', label: first }, ...sorted];
  };
  const set = (queues: readonly ChosenQueue[]): void => {
    shown.queues = queues;
    box.offer(choices());
    box.choose('');
    box.element.hidden = queues.length === QUEUE_COLORS.length;
    chips.replaceChildren(...queues.map((queue) => chip(queue, speaker, () => remove(queue))));
  };
  const add = (identifier: string, beside: readonly ChosenQueue[]): void => {
    const color = colors.choose(
      identifier,
      beside.map((queue) => queue.identifier),
    );
    if (color !== null) set([...beside, { identifier, name: named.get(identifier) ?? '', color }]);
  };
  const remove = ({ identifier }: NamedQueue): void => {
    set(shown.queues.filter((queue) => queue.identifier !== identifier));
    box.element.querySelector('select')?.focus();
    onChange();
  };
  const pick = (): void => {
    add(box.value(), shown.queues);
    onChange();
  };
  const box: SelectBox = selectBox(say('volumes.queue'), choices(), pick);
  const offerQueues: QueueChoice['offerQueues'] = (queues) => {
    for (const { identifier, name } of queues) named.set(identifier, name);
    box.offer(choices());
  };
  return {
    element: element('div', { class: 'queue-choice' }, box.element, chips),
    offerQueues,
    chooseQueue: (queue) => {
      offerQueues([queue]);
      add(queue.identifier, []);
    },
    chosen: () => shown.queues,
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
