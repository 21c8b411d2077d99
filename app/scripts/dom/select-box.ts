import { element } from './element.ts';

/** What can be chosen, and how people read it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const boxes = { made: 0 };

/** A labelled choice. */
export interface SelectBox {
  readonly element: HTMLElement;
  value(): string;
  /** Offers other choices; keeps the chosen one when it is still there. */
  offer(choices: readonly Choice[]): void;
  choose(value: string): void;
}

/**
 * A choice as the browser draws it. Crayons' own select draws every one of hundreds of queues as an element of its own and
 * has no name that a screen reader could tell.
 */
export function selectBox(label: string, choices: readonly Choice[], onChange: () => void): SelectBox {
  boxes.made += 1;
  const id = `select-${boxes.made}`;
  const control = element('select', { class: 'select', id }) as HTMLSelectElement;
  const offer = (offered: readonly Choice[]): void => {
    const chosen = control.value;
    control.replaceChildren(...offered.map(({ value, label: text }) => element('option', { value, text })));
    if (offered.some(({ value }) => value === chosen)) control.value = chosen;
  };
  offer(choices);
  control.addEventListener('change', onChange);
  return {
    element: element('div', { class: 'field' }, element('label', { for: id, text: label }), control),
    value: () => control.value,
    offer,
    choose: (value) => {
      control.value = value;
    },
  };
}
