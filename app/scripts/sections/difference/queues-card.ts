import { element } from '../../dom/element.ts';
import type { DifferenceAnswer, QueueDifference } from '../../../../server/page-contract';
import type { Cell } from '../csv.ts';
import type { PageParts } from '../page-parts.ts';
import { card } from './cards.ts';

/** The queues in the order of their names; last, those that injixo has not. */
function sorted(queues: readonly QueueDifference[], { speaker }: PageParts): readonly QueueDifference[] {
  const words = new Intl.Collator(speaker.language, { numeric: true });
  const isMissing = ({ name }: QueueDifference): number => (name === null ? 1 : 0);
  return [...queues].sort(
    (a, b) => isMissing(a) - isMissing(b) || words.compare(a.name ?? a.identifier, b.name ?? b.identifier),
  );
}

function heads({ say }: PageParts['speaker']): readonly string[] {
  const keys = [
    'queues.name',
    'difference.queues.injixo',
    'difference.freshdesk',
    'difference.queues.rest',
  ] as const;
  return keys.map((key) => say(key));
}

/** The name of a queue, or that injixo has none for this group and source. */
function nameOf({ name, identifier }: QueueDifference, { say }: PageParts['speaker']): string {
  return name ?? say('difference.queues.missing', { identifier });
}

/** Tickets by queue for a spreadsheet, below an empty row; nothing where they were not counted so. */
export function queueRows({ queues }: DifferenceAnswer, parts: PageParts): readonly (readonly Cell[])[] {
  if (queues === null || queues.length === 0) return [];
  const rows = sorted(queues, parts).map((queue) => {
    const { injixo, freshdesk } = queue;
    return [nameOf(queue, parts.speaker), injixo, freshdesk, injixo - freshdesk];
  });
  return [[], heads(parts.speaker), ...rows];
}

function row(queue: QueueDifference, { speaker, format }: PageParts): HTMLElement {
  const { injixo, freshdesk } = queue;
  const numbers = [injixo, freshdesk, injixo - freshdesk].map((count) =>
    element('td', { class: 'number', text: format().count(count) }),
  );
  return element('tr', {}, element('th', { scope: 'row', text: nameOf(queue, speaker) }), ...numbers);
}

/** Tickets in injixo beside Freshdesk's, by queue; nothing before Freshdesk's lists were read. */
export function queuesCard(answer: DifferenceAnswer, parts: PageParts): readonly HTMLElement[] {
  const { queues, freshdeskTickets } = answer;
  const { say } = parts.speaker;
  if (freshdeskTickets === null || queues?.length === 0) return [];
  const title = say('difference.queues');
  if (queues === null) return [card(title, element('p', { text: say('difference.queues.uncounted') }))];
  const cells = heads(parts.speaker).map((text, index) =>
    element('th', { scope: 'col', class: index === 0 ? '' : 'number', text }),
  );
  const table = element(
    'table',
    { class: 'table sums' },
    element('thead', {}, element('tr', {}, ...cells)),
    element('tbody', {}, ...sorted(queues, parts).map((queue) => row(queue, parts))),
  );
  const intro = element('p', { text: say('difference.queues.intro') });
  return [card(title, intro, element('div', { class: 'scroll', tabindex: 0 }, table))];
}
