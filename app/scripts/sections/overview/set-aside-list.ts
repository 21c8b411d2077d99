import { element } from '../../dom/element.ts';
import { drawIfChanged } from '../../dom/replace.ts';
import type { PageParts } from '../page-parts.ts';
import type { Overview, SetAsideTicket } from '../../../../server/page-contract';

/** The ticket's name, linked to its page in Freshdesk where the account's address is known. */
function nameOf({ ticketId }: SetAsideTicket, { speaker, freshdeskUrl }: PageParts): Node {
  const text = speaker.say('held.kind.ticket', { id: String(ticketId) });
  const url = freshdeskUrl();
  if (url === null) return element('strong', { text });
  return element('a', { href: `${url}/a/tickets/${ticketId}`, target: '_blank', rel: 'noopener', text });
}

function draw(tickets: readonly SetAsideTicket[], parts: PageParts): Node[] {
  if (tickets.length === 0) return [];
  const { speaker } = parts;
  const rows = tickets.map((ticket) => {
    const since = speaker.say('light.since', { time: parts.format().moment(ticket.since) });
    return element('li', {}, nameOf(ticket, parts), ` ${speaker.sayCode('aside', ticket.reason)} ${since}`);
  });
  return [
    element('h3', { text: speaker.say('set_aside.title') }),
    element('p', { class: 'muted', text: speaker.say('set_aside.intro') }),
    element('ul', {}, ...rows),
  ];
}

/** Names the tickets that cannot be read now, each with a link, why, and since when; nothing when there is none. */
export function showSetAside(place: HTMLElement, { setAside = [] }: Overview, parts: PageParts): void {
  const { zone } = parts.format();
  drawIfChanged(place, { zone, url: parts.freshdeskUrl(), setAside }, () => draw(setAside, parts));
}
