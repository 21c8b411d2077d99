import { element } from './element.ts';

/** Crayons' kinds of buttons. */
export type ButtonColor = 'primary' | 'secondary' | 'danger' | 'link';

/** One of Crayons' buttons. What its action rejects with goes to `onFault`; it is off while the action is under way. */
export function button(
  label: string,
  color: ButtonColor,
  act: () => void | Promise<void>,
  onFault: () => void,
): HTMLElement {
  const made = element('fw-button', { color, text: label });
  made.addEventListener('click', () => {
    if (made.hasAttribute('disabled')) return;
    made.setAttribute('disabled', '');
    Promise.resolve()
      .then(act)
      .catch(onFault)
      .finally(() => made.removeAttribute('disabled'));
  });
  return made;
}

/** Puts the focus on one of Crayons' buttons, now or as soon as it is drawn. */
export function focusOn(target: HTMLElement): void {
  const inner = (): HTMLElement | null => target.shadowRoot?.querySelector('button') ?? null;
  const tryAgain = (left: number): void => {
    const found = inner();
    if (found !== null) found.focus();
    else if (left > 0) window.requestAnimationFrame(() => tryAgain(left - 1));
  };
  tryAgain(30);
}
