import type { Summaries } from '../live/summaries';
import { byId, element } from './element';

/** A suggested next action. */
export interface NextStep {
  readonly label: string;
  readonly take: () => void;
}

/** Where the person worked before a message came. */
let workedIn: HTMLElement | null = null;

function hasFocus(): boolean {
  return byId('toast').contains(document.activeElement);
}

function dismiss(): void {
  const toast = byId('toast');
  const key = workedIn?.dataset['key'] ?? '';
  const place =
    workedIn?.isConnected === true ? workedIn : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (hasFocus() && place instanceof HTMLElement) place.focus();
  toast.hidden = true;
}

function show(kind: 'done' | 'problem', text: string, next?: NextStep): void {
  const toast = byId('toast');
  const mark = kind === 'done' ? 'Done' : 'Not done';
  const step =
    next === undefined
      ? []
      : [element('button', { type: 'button', class: 'primary', text: next.label, onclick: next.take })];
  const isFocused = hasFocus();
  toast.className = `toast ${kind}`;
  toast.replaceChildren(
    element('span', { class: `badge ${kind === 'done' ? 'good' : 'bad'}`, text: mark }),
    element('span', { class: 'toast-text', text }),
    ...step,
    element('button', { type: 'button', class: 'quiet', text: 'Dismiss', onclick: dismiss }),
  );
  toast.hidden = false;
  if (isFocused) toast.querySelector('button')?.focus();
}

/** Shows at the foot of the page what was done and a next step. */
export function showDone(text: string, next?: NextStep): void {
  show('done', text, next);
}

/** Shows at the foot of the page why something was not done. */
export function showProblem(error: unknown): void {
  show('problem', error instanceof Error ? error.message : String(error));
}

/** Takes the message away: something else is done now. */
export function hideMessage(): void {
  if (!hasFocus()) byId('toast').hidden = true;
}

/** A message leaves when time passes or another sandbox begins: what it says was true before. */
export function keepMessagesTrue(summaries: Summaries): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !hasFocus()) workedIn = target;
  });
  summaries.listen(({ isBusy, sandbox }, before) => {
    if (before === null) return;
    if ((isBusy && !before.isBusy) || sandbox !== before.sandbox) hideMessage();
  });
}
