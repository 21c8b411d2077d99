import { asyncPlace } from '../dom/async-place.ts';
import { element } from '../dom/element.ts';
import type { PageParts } from '../page-parts.ts';
import type { BatchAnswer, HeldBatch } from '../functions/answers.ts';
import { contactWords } from './contact-words.ts';

/** More contacts are counted, not listed. */
const LISTED = 200;

function table({ code, contacts }: BatchAnswer, parts: PageParts): Node[] {
  const { say, tell } = parts.speaker;
  const rows = contacts
    .slice(0, LISTED)
    .map(({ contactId, at, queue }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row', text: contactWords(contactId, parts.speaker) }),
        element('td', { 'data-label': say('held.time'), text: parts.format().moment(at) }),
        element('td', { 'data-label': say('held.queue'), text: queue }),
      ),
    );
  const heads = [say('held.contact'), say('held.time'), say('held.queue')];
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col', text })));
  const more = contacts.length - rows.length;
  return [
    ...(code === null ? [] : [element('p', { text: say('held.why', { reason: tell('cause', code) }) })]),
    element(
      'div',
      { class: 'scroll' },
      element('table', { class: 'table' }, element('thead', {}, head), element('tbody', {}, ...rows)),
    ),
    ...(more > 0 ? [element('p', { class: 'muted', text: say('held.more', { count: more }) })] : []),
  ];
}

/** The contacts of a batch, read when they are asked for. */
export function batchContacts({ number }: HeldBatch, parts: PageParts): HTMLElement {
  const { server, speaker, fault } = parts;
  const content = element('div');
  const place = asyncPlace(content, parts);
  const details = element(
    'details',
    { class: 'batch-contacts' },
    element('summary', { text: speaker.say('held.show') }),
    content,
  );
  details.addEventListener('toggle', () => {
    if (!details.hasAttribute('open')) return;
    place
      .load(
        () => server.getBatch(number),
        (answer) => table(answer, parts),
      )
      .catch(fault);
  });
  return details;
}
