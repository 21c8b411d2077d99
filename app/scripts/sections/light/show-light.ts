import { button } from '../../dom/button.ts';
import { byId, drawing, element } from '../../dom/element.ts';
import { drawIfChanged } from '../../dom/replace.ts';
import type { PageParts } from '../page-parts.ts';
import { retryWords } from './failed-view.ts';
import type { LightView, Tone } from './light-view.ts';

/** One shape for each tone, for people who cannot distinguish the colours. */
const SHAPES: Readonly<Record<Tone, readonly string[]>> = {
  good: ['M7 12.5l3.5 3.5L17 9'],
  busy: ['M12 7v5l3.5 2'],
  late: ['M8 7h8M8 17h8M9 7c0 3 3 3.5 3 5s-3 2-3 5M15 7c0 3-3 3.5-3 5s3 2 3 5'],
  bad: ['M12 6.5v7', 'M12 17v.2'],
  dark: ['M9 9.5c0-4 6-4 6 0c0 2.3-3 2.2-3 4.5', 'M12 17v.2'],
};

function icon(tone: Tone): SVGElement {
  const strokes = SHAPES[tone].map((d) => drawing('path', { d }));
  const shape = drawing('circle', { cx: 12, cy: 12, r: 11 });
  return drawing(
    'svg',
    { viewBox: '0 0 24 24', class: 'light-icon', 'aria-hidden': 'true' },
    shape,
    ...strokes,
  );
}

/** The line about the alert ticket, linked to it where the account's address is known. */
function alertLine({ alert }: LightView, { freshdeskUrl }: PageParts): Node[] {
  if (alert === null) return [];
  const { text, ticketId } = alert;
  const url = freshdeskUrl();
  const link = { href: `${url}/a/tickets/${ticketId}`, target: '_blank', rel: 'noopener', text };
  return [element('p', {}, url === null ? text : element('a', link))];
}

const send = async (parts: PageParts): Promise<void> => (await import('./send-now.ts')).sendNow(parts);

function draw(view: LightView, parts: PageParts): Node[] {
  const { goTo } = view;
  const lines = [
    element('h2', { text: view.title }),
    element('p', { class: 'light-why', text: view.why }),
    element('p', { text: view.data }),
    ...(view.where === '' ? [] : [element('p', { text: view.where })]),
    ...(view.times.length === 0 ? [] : [element('p', { class: 'muted', text: view.times.join(' · ') })]),
    ...alertLine(view, parts),
    ...(view.tone === 'dark' ? [element('p', { id: 'retry', class: 'muted', role: 'timer' })] : []),
  ];
  const buttons = [
    ...(goTo === null ? [] : [button(goTo.label, 'secondary', () => parts.open(goTo.section), parts.fault)]),
    ...(view.canSend
      ? [button(parts.speaker.say('light.send_now'), 'secondary', () => send(parts), parts.fault)]
      : []),
  ];
  const row = buttons.length === 0 ? [] : [element('div', { class: 'buttons' }, ...buttons)];
  return [icon(view.tone), element('div', { class: 'light-words' }, ...lines), ...row];
}

/** Shows the light as a live region: a screen reader announces it only when it changes. */
export function showLight(view: LightView, parts: PageParts): void {
  const place = byId('light');
  place.className = `light light-${view.tone}`;
  drawIfChanged(place, { view, url: parts.freshdeskUrl() }, () => draw(view, parts));
}

/** Says how long until the page tries again; a screen reader is silent about it. There is a place only while the light is dark. */
export function showRetry(ms: number, { speaker, format }: PageParts): void {
  const place = document.getElementById('retry');
  const text = retryWords(ms, speaker, format());
  if (place !== null && place.textContent !== text) place.textContent = text;
}
