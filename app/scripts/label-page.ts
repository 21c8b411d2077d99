import type { Speaker } from './catalogue/speak.ts';
import type { Key } from './catalogue/texts.ts';
import { byId } from './dom/element.ts';

/** Writes the texts that index.html only names, in the speaker's language. */
export function labelPage({ say, language }: Speaker): void {
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]')) {
    // A test holds every name in index.html against the catalogue.
    place.textContent = say(place.dataset['say'] as Key);
  }
  byId('tabs').setAttribute('label', say('page.sections'));
}
