/**
 * The marketplace's install page: config/iparams.json as the platform renders it, with the script
 * config/assets/iparams.js.
 */
import type { InstallField, InstallView, SetupAnswer } from '../contract';
import { byId, element } from '../../browser/dom/element';
import { load, send } from '../../browser/live/api';
import { createField, type FieldPatch, type FieldView } from './install-field';
import type { FrameMessage } from './messages';

const page = globalThis as unknown as Record<string, unknown>;

function tell(sentence: string, isGood = false): void {
  const answer = byId('answer');
  answer.className = isGood ? 'good' : 'bad';
  answer.textContent = sentence;
  answer.hidden = sentence === '';
}

function notify(text: string): void {
  const message: FrameMessage = { kind: 'notify', type: 'success', text };
  window.parent.postMessage(message, window.location.origin);
}

/** Calls the package's function for a change, if it has one. */
function callScript(name: string, value: string): void {
  const listener = page[name];
  if (typeof listener === 'function') (listener as (newValue: string) => unknown)(value);
}

function toField(field: InstallField): FieldView {
  return createField(field, (value) => callScript(field.onChange, value));
}

function offerUtils(fields: readonly FieldView[]): void {
  const find = (key: string): FieldView | undefined => fields.find((field) => field.key === key);
  page['utils'] = {
    get: (key: string) => find(key)?.value() ?? '',
    set: (key: string, patch: FieldPatch) => find(key)?.set(patch),
  };
}

/** Shows below each field what is wrong with it, and focuses the first; returns that one and how many more, or nothing. */
function check(fields: readonly FieldView[]): string {
  for (const field of fields) field.showProblem(field.objection());
  const [first, ...more] = fields.filter((field) => field.objection() !== '');
  if (first === undefined) return '';
  first.element.querySelector<HTMLElement>('input, select, textarea')?.focus();
  const label = first.element.querySelector('label')?.textContent ?? '';
  return `${label}: ${first.objection()}${more.length === 0 ? '' : ` (${more.length} more)`}`;
}

function showAnswer(fields: readonly FieldView[], { problems, reason }: SetupAnswer): void {
  for (const field of fields) field.showProblem(problems[field.key] ?? '');
  tell(reason);
}

async function withButton(button: HTMLButtonElement, work: () => Promise<void>): Promise<void> {
  button.disabled = true;
  try {
    await work();
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  } finally {
    button.disabled = false;
  }
}

interface Wording {
  readonly path: string;
  readonly label: string;
  readonly waiting: string;
  readonly done: string;
}

const INSTALL: Wording = {
  path: 'install',
  label: 'Install',
  waiting: 'Installing …',
  done: 'The app is installed. Contacts count from now on.',
};
const SAVE: Wording = {
  path: 'install/settings',
  label: 'Save',
  waiting: 'Saving …',
  done: 'The settings are saved.',
};

function showForm(fields: readonly FieldView[], { path, label, waiting, done }: Wording): void {
  const button = element('button', { type: 'submit', class: 'primary', text: label });
  const form = byId('form');
  form.append(...fields.map((field) => field.element), button);
  form.addEventListener('input', () => tell(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = check(fields);
    if (wrong !== '') return tell(wrong);
    tell(waiting, true);
    void withButton(button, async () => {
      const values = Object.fromEntries(fields.map((field) => [field.key, field.value()]));
      const removed = fields.filter((field) => field.isRemoved()).map(({ key }) => key);
      const answer = await send<SetupAnswer>(path, { values, removed });
      if (!answer.ok) return showAnswer(fields, answer);
      tell(done, true);
      notify(done);
    });
  });
}

function showUninstall(): void {
  const sure = element('button', { type: 'button', class: 'danger', text: 'Yes, uninstall', hidden: true });
  const ask = element('button', {
    type: 'button',
    text: 'Uninstall',
    onclick: () => void (sure.hidden = !sure.hidden),
  });
  sure.addEventListener('click', () => {
    void withButton(sure, async () => {
      const { ok, reason } = await send<SetupAnswer>('install/uninstall');
      if (!ok) return tell(reason);
      notify('The app is uninstalled. What injixo has counted stays.');
    });
  });
  byId('after').append(ask, sure);
}

function loadScript(): void {
  document.head.append(element('script', { src: '/install/assets/iparams.js' }));
}

const ABOUT =
  'The injixo API key alone is enough. A Freshdesk API key adds to it: contacts that no event told the app, the names of groups, Complete until, the import of the history and the alert ticket. What you enter is checked at once, and again when you press Install.';

async function start(): Promise<void> {
  const { isInstalled, fields: declared, hasScript } = await load<InstallView>('install');
  const fields = declared.map(toField);
  byId('title').textContent = isInstalled ? 'injixo Connect is installed' : 'Install injixo Connect';
  byId('about').textContent = isInstalled
    ? 'Change the settings below. Keys that are left empty stay as they are.'
    : ABOUT;
  offerUtils(fields);
  showForm(fields, isInstalled ? SAVE : INSTALL);
  if (isInstalled) showUninstall();
  if (hasScript) loadScript();
}

start().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)));
