import { element } from './element.ts';

/** Button colours of Crayons. */
export type ButtonColor = 'primary' | 'secondary' | 'danger' | 'link';

/** A Crayons button. It is disabled while its action runs; `onFault` gets what the action rejects with. */
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

/** Focuses a Crayons button, once it is drawn if necessary. */
export function focusOn(target: HTMLElement): void {
  const inner = (): HTMLElement | null => target.shadowRoot?.querySelector('button') ?? null;
  const tryAgain = (left: number): void => {
    const found = inner();
    if (found !== null) found.focus();
    else if (left > 0) window.requestAnimationFrame(() => tryAgain(left - 1));
  };
  tryAgain(30);
}
