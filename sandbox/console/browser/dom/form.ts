import { element } from './element';
import { tellProblem, tellDone } from './toast';

/** One choice of a list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list to choose from. */
export function select(
  key: string,
  choices: readonly Choice[],
  options: { readonly label?: string; readonly value?: string } = {},
): HTMLSelectElement {
  const { label, value } = options;
  const made = element(
    'select',
    { 'data-key': key, id: `field-${key}`, ...(label === undefined ? {} : { 'aria-label': label }) },
    ...choices.map((choice) => element('option', { value: choice.value, text: choice.label })),
  );
  if (value !== undefined) made.value = value;
  return made;
}

/** A field under its label, with a hint. */
export function labelled(text: string, field: HTMLElement, hint = ''): HTMLElement {
  const hints = hint === '' ? [] : [element('small', { class: 'hint', text: hint })];
  return element('div', { class: 'field' }, element('label', { for: field.id, text }), field, ...hints);
}

/** A line of text to fill in. */
export function textField(key: string, attributes: Readonly<Record<string, string>> = {}): HTMLInputElement {
  return element('input', {
    type: 'text',
    'data-key': key,
    id: `field-${key}`,
    autocomplete: 'off',
    spellcheck: 'false',
    ...attributes,
  });
}

/** Does something for a person: the button waits meanwhile, and a refusal is told. */
export async function attempt(button: HTMLButtonElement | null, work: () => Promise<unknown>): Promise<void> {
  if (button !== null) button.disabled = true;
  try {
    await work();
  } catch (error) {
    tellProblem(error);
  } finally {
    if (button !== null) button.disabled = false;
  }
}

/** A button that does something for a person. */
export function actionButton(
  label: string,
  work: () => Promise<unknown>,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const button: HTMLButtonElement = element('button', {
    type: 'button',
    'data-key': `do-${label}`,
    text: label,
    ...attributes,
    onclick: () => void attempt(button, work),
  });
  return button;
}

/** A form whose button, or the Enter key, does something for a person. */
export function actionForm(
  label: string,
  work: () => Promise<unknown>,
  ...content: readonly (Node | string)[]
): HTMLFormElement {
  const button = element('button', { type: 'submit', class: 'primary', text: label });
  const form = element('form', { class: 'form' }, ...content, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(button, work);
  });
  return form;
}

/** A button that copies a text. */
export function copyButton(text: string, label: string): HTMLButtonElement {
  return actionButton(
    'Copy',
    async () => {
      await navigator.clipboard.writeText(text);
      tellDone('Copied.');
    },
    { 'data-key': `copy-${text}`, 'aria-label': label, class: 'small' },
  );
}
