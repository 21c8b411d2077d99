import { button, focusOn, type ButtonColor } from './button.ts';
import { element } from './element.ts';

/** The text of a confirmation. */
export interface Question {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly color: ButtonColor;
}

/**
 * Asks for confirmation in `place`, with the focus on the harmless answer, which Escape gives too. Acts only on yes. On
 * no the focus returns to `origin`.
 */
export function ask(
  place: HTMLElement,
  question: Question,
  origin: HTMLElement,
  act: () => Promise<void>,
  onFault: () => void,
): void {
  const close = (): void => {
    place.replaceChildren();
    focusOn(origin);
  };
  const no = button(question.no, 'secondary', close, onFault);
  const yes = button(
    question.yes,
    question.color,
    async () => {
      place.replaceChildren();
      await act();
    },
    onFault,
  );
  const box = element(
    'div',
    { class: 'question', role: 'group', 'aria-label': question.text, tabindex: -1 },
    element('p', { text: question.text }),
    element('div', { class: 'buttons' }, no, yes),
  );
  box.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') close();
  });
  place.replaceChildren(box);
  // Crayons draws its buttons asynchronously; until then the question itself handles the keyboard.
  box.focus();
  focusOn(no);
}
