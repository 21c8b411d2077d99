import { element } from './element.ts';

/** An option with its label. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const boxes = { made: 0 };

/** A labelled select. */
export interface SelectBox {
  readonly element: HTMLElement;
  value(): string;
  /** Replaces the options; keeps the selected one if it is still offered. */
  offer(choices: readonly Choice[]): void;
  choose(value: string): void;
}

/**
 * A native select. Crayons' own renders each of hundreds of queues as a separate element and has no accessible name.
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
