import { element } from '../../dom/element.ts';
import type { PageParts } from '../page-parts.ts';

/** A part of the section below its own title. */
export function card(title: string, ...content: readonly Node[]): HTMLElement {
  return element('section', { class: 'card' }, element('h3', { text: title }), ...content);
}

/** A row of a table of sums; the heading of a strong one stands for all above it. */
export function line(label: string, count: string, isStrong = false): HTMLElement {
  return element(
    'tr',
    { class: isStrong ? 'strong' : '' },
    element('th', { scope: 'row', text: label }),
    element('td', { class: 'number', text: count }),
  );
}

/** A table of items and their numbers. */
export function table(rows: readonly HTMLElement[], { speaker }: PageParts): HTMLElement {
  const heads = [
    element('th', { scope: 'col', text: speaker.say('difference.item') }),
    element('th', { scope: 'col', class: 'number', text: speaker.say('difference.count') }),
  ];
  return element(
    'table',
    { class: 'table sums' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}
