import { element } from '../../browser/dom/element';
import { showProblem } from '../../browser/dom/toast';

/** An expandable line whose content is loaded when it is opened. */
export function lazyDetails(
  key: string,
  summary: readonly (Node | string)[],
  look: () => Promise<readonly Node[]>,
): HTMLDetailsElement {
  const inside = element('div', { class: 'inside' });
  const details = element(
    'details',
    { 'data-key': key, class: 'line' },
    element('summary', {}, ...summary),
    inside,
  );
  const show = async (): Promise<void> => {
    try {
      inside.replaceChildren(...(await look()));
    } catch (error) {
      showProblem(error);
    }
  };
  details.addEventListener('toggle', () => {
    if (details.open && inside.childElementCount === 0) void show();
  });
  return details;
}

/** A value as formatted JSON. */
export function jsonBlock(value: unknown): HTMLElement {
  return element('pre', { tabindex: '0', text: JSON.stringify(value, null, 2) ?? '' });
}
