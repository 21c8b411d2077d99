import { element } from './element';
import { hideMessage, showProblem, showDone } from './toast';

/** An option with its label. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Creates a select. */
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

/** A field with its label and a hint. */
export function labelled(text: string, field: HTMLElement, hint = ''): HTMLElement {
  const hints = hint === '' ? [] : [element('small', { class: 'hint', text: hint })];
  return element('div', { class: 'field' }, element('label', { for: field.id, text }), field, ...hints);
}

/** A text field. */
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

/**
 * Runs an action of the user, and shows a refusal. The button does nothing meanwhile, and keeps the focus, which a disabled one
 * would lose.
 */
export async function attempt(button: HTMLButtonElement | null, work: () => Promise<unknown>): Promise<void> {
  if (button?.ariaDisabled === 'true') return;
  button?.setAttribute('aria-disabled', 'true');
  hideMessage();
  try {
    await work();
  } catch (error) {
    showProblem(error);
  } finally {
    button?.removeAttribute('aria-disabled');
  }
}

/** A button that runs an action of the user. */
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

/** A form that runs an action of the user by its button or the Enter key. */
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
      showDone('Copied.');
    },
    { 'data-key': `copy-${text}`, 'aria-label': label, class: 'small' },
  );
}
