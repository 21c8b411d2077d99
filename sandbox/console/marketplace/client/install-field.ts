import type { InstallField } from '../contract';
import { element } from '../../browser/dom/element';

const AFTER_CLICK_MS = 200;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Properties of a field that config/assets/iparams.js may set. */
export type FieldPatch = Readonly<Record<string, unknown>>;

/** One field of the install page. */
export interface FieldView {
  readonly key: string;
  readonly element: HTMLElement;
  value(): string;
  /** Whether a key that was saved is to be removed. */
  isRemoved(): boolean;
  /** The problem with the value, in a sentence; empty if it may be sent. */
  objection(): string;
  showProblem(sentence: string): void;
  set(patch: FieldPatch): void;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  email: 'email',
  number: 'number',
  date: 'date',
  url: 'url',
  phone_number: 'tel',
  checkbox: 'checkbox',
};

function options(field: InstallField): readonly HTMLElement[] {
  return field.options.map((text) =>
    element('option', { value: text, text, selected: text === field.value }),
  );
}

function controlOf(field: InstallField): Control {
  const id = `param-${field.key}`;
  const name = field.key;
  const common = {
    id,
    name,
    'aria-describedby': `${id}-hint ${id}-problem`,
    'aria-required': field.isRequired,
  };
  if (field.options.length > 0) return element('select', common, ...options(field));
  if (field.type === 'paragraph') return element('textarea', { ...common, rows: 3, text: field.value });
  const type = field.isSecure ? 'password' : (INPUT_TYPES[field.type] ?? 'text');
  const placeholder = field.isSecure && field.isSet ? 'unchanged' : '';
  return element('input', {
    ...common,
    type,
    value: field.value,
    placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
  });
}

function objectionTo(
  { patterns, isSecure, isSet }: InstallField,
  value: string,
  isRequired: boolean,
): string {
  if (value === '') return isRequired && !(isSecure && isSet) ? 'This field is required.' : '';
  const broken = patterns.find(({ regex }) => !new RegExp(regex).test(value));
  return broken?.message ?? '';
}

/**
 * Renders a field as the platform does: label, description, a dot for required fields, a password field for secure
 * ones.
 */
export function createField(field: InstallField, onChange: (value: string) => void): FieldView {
  const control = controlOf(field);
  const label = element('label', { for: control.id, text: field.label });
  const mark = element('span', { class: 'required', text: ' (required)', hidden: !field.isRequired });
  const hint = element('small', { class: 'hint', id: `${control.id}-hint`, text: field.description });
  const scriptHint = element('small', { class: 'hint script-hint', role: 'status' });
  const problem = element('small', { class: 'problem', id: `${control.id}-problem` });
  const wrap = element(
    'div',
    { class: 'field', hidden: !field.isVisible },
    element('span', {}, label, mark),
    control,
    hint,
    scriptHint,
    problem,
  );
  const remove = element('input', { type: 'checkbox', id: `${control.id}-remove` });
  if (field.isSecure && field.isSet && !field.isRequired)
    wrap.append(element('label', { class: 'row' }, remove, `Remove this key (${field.label})`));
  let isRequired = field.isRequired;
  const value = (): string => control.value.trim();
  const showProblem = (sentence: string): void => {
    problem.textContent = sentence;
    control.setAttribute('aria-invalid', String(sentence !== ''));
  };
  const objection = (): string => objectionTo(field, value(), isRequired);
  const setters: Readonly<Record<string, (next: unknown) => void>> = {
    hint: (next) => void (scriptHint.textContent = String(next)),
    visible: (next) => void (wrap.hidden = next !== true),
    disabled: (next) => void (control.disabled = next === true),
    value: (next) => void (control.value = String(next)),
    label: (next) => void (label.textContent = String(next)),
    required: (next) => {
      isRequired = next === true;
      mark.hidden = !isRequired;
    },
    values: (next) => {
      const texts = Array.isArray(next) ? next.map(String) : [];
      control.replaceChildren(...texts.map((text) => element('option', { value: text, text })));
    },
  };
  // Validates while typing, not on blur: otherwise the button would move under the pointer.
  control.addEventListener('input', () => showProblem(''));
  // A hint moves the content below it, so a click that ends the typing is handled first.
  control.addEventListener('change', () => setTimeout(() => onChange(value()), AFTER_CLICK_MS));
  return {
    key: field.key,
    element: wrap,
    value,
    isRemoved: () => remove.checked,
    objection,
    showProblem,
    set: (patch) => Object.entries(patch).forEach(([name, next]) => setters[name]?.(next)),
  };
}
