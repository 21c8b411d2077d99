import { element } from '../../dom/element.ts';
import type { BatchAnswer } from '../../../../server/page-contract';
import type { PageParts } from '../page-parts.ts';

type Slot = NonNullable<BatchAnswer['slots']>[number];

/** The numbers of an interval: those of the batch, and those of injixo with it and without it; null: not fully counted. */
export function numbersOf({ contacts, counted }: Slot): readonly (number | null)[] {
  return [contacts, counted === null ? null : counted + contacts, counted];
}

const COLUMNS = ['held.compare.own', 'held.compare.taken', 'held.compare.not_taken'] as const;

function row(slot: Slot, { speaker, format }: PageParts): HTMLElement {
  const { say } = speaker;
  const cells = numbersOf(slot).map((number, nth) => {
    const column = COLUMNS[nth] ?? COLUMNS[0];
    return element('td', { class: 'number', 'data-label': say(column), text: format().count(number) });
  });
  return element(
    'tr',
    {},
    element('th', { scope: 'row', text: format().moment(slot.at) }),
    element('td', { 'data-label': say('held.queue'), text: slot.queue }),
    ...cells,
  );
}

/** What a person compares with injixo, by queue and 15 minutes, to decide whether it took the batch. */
export function compareTable({ slots, reason }: BatchAnswer, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  // A parked contact was refused: injixo has not counted it.
  if (reason === 'parked') return [];
  const title = element('h4', { text: say('held.compare') });
  if (slots === undefined) return [title, element('p', { text: say('held.compare.many') })];
  const keys = ['held.compare.from', 'held.queue', ...COLUMNS] as const;
  const head = element('tr', {}, ...keys.map((key) => element('th', { scope: 'col', text: say(key) })));
  const rows = slots.map((slot) => row(slot, parts));
  const body = element(
    'table',
    { class: 'table compare' },
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  return [
    title,
    element('p', { text: say('held.compare.intro') }),
    element('div', { class: 'scroll' }, body),
  ];
}
