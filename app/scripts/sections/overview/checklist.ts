import { button } from '../../dom/button.ts';
import { element } from '../../dom/element.ts';
import { drawIfChanged } from '../../dom/replace.ts';
import type { Overview } from '../../../../server/page-contract';
import type { PageParts } from '../page-parts.ts';
import { checklistOf, type Item } from './checklist-view.ts';

const MARKS = { done: '✓', open: '…', act: '!' } as const;

function line({ state, label, words, section }: Item, { speaker, open, fault }: PageParts): HTMLElement {
  const mark = element('span', { class: `mark mark-${state}`, 'aria-hidden': 'true', text: MARKS[state] });
  const heading = element(
    'p',
    {},
    element('strong', { text: label }),
    ` ${speaker.say(`checklist.${state}`)}`,
  );
  const more = element('p', { class: 'muted', text: words });
  const link =
    section === null ? [] : [button(speaker.say('light.open.names'), 'link', () => open(section), fault)];
  return element('li', {}, mark, element('div', {}, heading, more, ...link));
}

/** What a new account has, and what is missing until its first contact is in injixo. */
export function showChecklist(place: HTMLElement, overview: Overview, parts: PageParts): void {
  const items = checklistOf(overview, parts.light(), parts.speaker, parts.format());
  drawIfChanged(place, items, () => [
    element(
      'section',
      { class: 'card' },
      element('h3', { text: parts.speaker.say('checklist.title') }),
      element('ul', { class: 'checks' }, ...items.map((item) => line(item, parts))),
    ),
  ]);
}
