import { asyncPlace } from '../async-place.ts';
import { element } from '../../dom/element.ts';
import type { Speaker } from '../../language/speak.ts';
import type { BatchAnswer, HeldBatch } from '../../../../server/page-contract';
import type { PageParts } from '../page-parts.ts';
import { compareTable } from './compare-table.ts';

/** Lists at most this many contacts; the rest is only counted. */
const LISTED = 200;

const KINDS = { ticket: 'held.kind.ticket', reply: 'held.kind.reply', unknown: 'held.kind.unknown' } as const;

/** Describes a contact id such as `ticket:17`; unknown forms are returned unchanged. */
export function contactWords(contactId: string, { say }: Speaker): string {
  const [kind = '', id = ''] = contactId.split(':');
  if (kind === 'ticket' || kind === 'reply' || kind === 'unknown') return say(KINDS[kind], { id });
  return contactId;
}

/** The contact's words, linked to its ticket in Freshdesk; a reply's id does not tell its ticket. */
function contactName(contactId: string, { speaker, freshdeskUrl }: PageParts): Node {
  const text = contactWords(contactId, speaker);
  const [, ticketId] = /^(?:ticket|unknown):(\d+)$/.exec(contactId) ?? [];
  const url = freshdeskUrl();
  if (url === null || ticketId === undefined) return document.createTextNode(text);
  return element('a', { href: `${url}/a/tickets/${ticketId}`, target: '_blank', rel: 'noopener', text });
}

function table(answer: BatchAnswer, parts: PageParts): Node[] {
  const { code, confirmed, contacts } = answer;
  const { say, sayCode } = parts.speaker;
  const rows = contacts.slice(0, LISTED).map(({ contactId, at, queue, atLeast }) => {
    const moment = parts.format().moment(at);
    const time = atLeast === true ? say('held.uncounted', { time: moment }) : moment;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, contactName(contactId, parts)),
      element('td', { 'data-label': say('held.time'), text: time }),
      element('td', { 'data-label': say('held.queue'), text: queue }),
    );
  });
  const heads = [say('held.contact'), say('held.time'), say('held.queue')];
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col', text })));
  const more = contacts.length - rows.length;
  return [
    ...(confirmed === undefined ? [] : [element('p', { text: say('held.confirmed', confirmed) })]),
    ...(code === null ? [] : [element('p', { text: say('held.why', { reason: sayCode('cause', code) }) })]),
    ...compareTable(answer, parts),
    element(
      'div',
      { class: 'scroll' },
      element('table', { class: 'table' }, element('thead', {}, head), element('tbody', {}, ...rows)),
    ),
    ...(more > 0 ? [element('p', { class: 'muted', text: say('held.more', { count: more }) })] : []),
  ];
}

/** The contacts of a batch, loaded on demand. */
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
