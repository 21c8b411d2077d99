import { byId, element } from './element';

/** A suggested next action. */
export interface NextStep {
  readonly label: string;
  readonly take: () => void;
}

function hide(): void {
  byId('toast').hidden = true;
}

function show(kind: 'done' | 'problem', text: string, next?: NextStep): void {
  const toast = byId('toast');
  const mark = kind === 'done' ? 'Done' : 'Not done';
  const step =
    next === undefined
      ? []
      : [element('button', { type: 'button', class: 'primary', text: next.label, onclick: next.take })];
  toast.className = `toast ${kind}`;
  toast.replaceChildren(
    element('span', { class: `badge ${kind === 'done' ? 'good' : 'bad'}`, text: mark }),
    element('span', { class: 'toast-text', text }),
    ...step,
    element('button', { type: 'button', class: 'quiet', text: 'Close', onclick: hide }),
  );
  toast.hidden = false;
}

/** Shows at the foot of the page what was done and a next step. */
export function showDone(text: string, next?: NextStep): void {
  show('done', text, next);
}

/** Shows at the foot of the page why something was not done. */
export function showProblem(error: unknown): void {
  show('problem', error instanceof Error ? error.message : String(error));
}
