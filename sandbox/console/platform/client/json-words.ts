import { element } from '../../browser/dom/element';

/** A value as people read JSON. */
export function jsonBlock(value: unknown): HTMLElement {
  return element('pre', { tabindex: '0', text: JSON.stringify(value, null, 2) ?? '' });
}
