import { button } from '../dom/button.ts';
import { element } from '../dom/element.ts';
import { drawIfChanged, forget } from '../dom/replace.ts';
import type { Answer, PageParts } from './page-parts.ts';

/** A part of the page that shows a server answer. */
export interface AsyncPlace {
  /** Loads and draws. The old content stays until the answer arrives; of overlapping loads only the last is drawn. */
  load<T extends object>(ask: () => Promise<Answer<T>>, draw: (value: T) => readonly Node[]): Promise<void>;
  /** Shows these nodes instead and ignores loads in progress. */
  show(...nodes: readonly Node[]): void;
}

function waiting({ speaker }: PageParts): Node[] {
  const words = element('span', { text: speaker.say('page.loading') });
  return [
    element('p', { class: 'waiting', role: 'status' }, element('fw-spinner', { size: 'small' }), words),
  ];
}

function failed(code: string, again: () => Promise<void>, parts: PageParts): Node[] {
  const { speaker, fault } = parts;
  const words = element('span', { text: speaker.sayCode('error', code) });
  const retry = button(speaker.say('page.again'), 'secondary', again, fault);
  return [element('p', { class: 'problem', role: 'alert' }, words, retry)];
}

/** Creates an AsyncPlace in `place`. */
export function asyncPlace(place: HTMLElement, parts: PageParts): AsyncPlace {
  const loads = { latest: 0 };
  const load: AsyncPlace['load'] = async (ask, draw) => {
    loads.latest += 1;
    const mine = loads.latest;
    if (place.childElementCount === 0) place.replaceChildren(...waiting(parts));
    place.setAttribute('aria-busy', 'true');
    const answer = await ask();
    if (mine !== loads.latest) return;
    place.setAttribute('aria-busy', 'false');
    if (answer.ok) {
      // Redraws the same answer when the account's time zone becomes known.
      const shown = { zone: parts.format().zone, value: answer.value };
      return drawIfChanged(place, shown, ({ value }) => draw(value));
    }
    forget(place);
    place.replaceChildren(...failed(answer.code, () => load(ask, draw), parts));
    // The page rests after a refusal; then this goes on by itself.
    if (answer.code === 'store_limit' || answer.code === 'throttled') await load(ask, draw);
  };
  const show: AsyncPlace['show'] = (...nodes) => {
    loads.latest += 1;
    forget(place);
    place.setAttribute('aria-busy', 'false');
    place.replaceChildren(...nodes);
  };
  return { load, show };
}
