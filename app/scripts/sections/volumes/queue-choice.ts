import { element } from '../../dom/element.ts';
import { selectBox, type Choice, type SelectBox } from '../../dom/select-box.ts';
import type { Speaker } from '../../language/speak.ts';
import type { Queue } from '../../../../server/page-contract';
import { createQueueColors, QUEUE_COLORS } from './queue-colors.ts';

/** A queue that can be selected. */
export type NamedQueue = Pick<Queue, 'identifier' | 'name'>;

/** A chosen queue. */
export interface ChosenQueue extends NamedQueue {
  readonly color: string;
}

/** The queues that are chosen, and what chooses them. */
interface QueueChoice {
  readonly element: HTMLElement;
  chosen(): readonly ChosenQueue[];
  offerQueues(queues: readonly NamedQueue[]): void;
  /** Chooses a queue alone, adding it to the options if necessary. */
  chooseQueue(queue: NamedQueue): void;
}

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

/** The queues that can be added, by name, below what the box stands for as it is. */
function choicesOf(
  named: ReadonlyMap<string, string>,
  chosen: readonly ChosenQueue[],
  { say, language }: Speaker,
): readonly Choice[] {
  const taken = new Set(chosen.map(({ identifier }) => identifier));
  const queues = [...named]
    .filter(([value]) => !taken.has(value))
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return [{ value: '', label: say(chosen.length === 0 ? 'volumes.total' : 'volumes.add') }, ...queues];
}

/** Chooses one queue after the other: those that were named so far, by name, until every colour is in use. */
export function createQueueChoice(speaker: Speaker, onChange: () => void): QueueChoice {
  const named = new Map<string, string>();
  const colors = createQueueColors();
  const shown: { queues: readonly ChosenQueue[] } = { queues: [] };
  const chips = element('ul', { class: 'chips' });
  const choices = (): readonly Choice[] => choicesOf(named, shown.queues, speaker);
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
    if (named.has(box.value())) add(box.value(), shown.queues);
    onChange();
  };
  const box: SelectBox = selectBox(speaker.say('volumes.queue'), choices(), pick);
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
