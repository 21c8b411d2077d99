import { element } from '../dom/element.ts';
import type { Key } from '../language/catalogue.ts';
import type { Speaker } from '../language/speak.ts';

/** Says that a section needs the Freshdesk API key, and how to add it. */
export function needsKey(what: Key, { say }: Speaker): HTMLElement {
  const lines = [say(what), say('needs_key.how')].map((text) => element('p', { text }));
  return element('div', { class: 'empty' }, ...lines);
}
