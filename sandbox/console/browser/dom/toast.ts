import { byId, element } from './element';

/** Something a person may want to do next. */
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

/** Says at the foot of the page what was done, and what to do next. */
export function tellDone(text: string, next?: NextStep): void {
  show('done', text, next);
}

/** Says why something was not done. */
export function tellProblem(error: unknown): void {
  show('problem', error instanceof Error ? error.message : String(error));
}
