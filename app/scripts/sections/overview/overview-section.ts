import { button } from '../../dom/button.ts';
import { byId, element } from '../../dom/element.ts';
import { drawIfChanged, forget } from '../../dom/replace.ts';
import type { Overview } from '../../../../server/page-contract';
import type { PageParts, Section } from '../page-parts.ts';
import { completeFigure, figuresOf, isNew, type Figure } from './figure-view.ts';

function draw({ label, value, notes, link }: Figure, parts: PageParts): Node[] {
  const lines = [
    element('dt', { text: label }),
    element('dd', { class: 'figure-value', text: value }),
    ...notes.map((text) => element('dd', { class: 'figure-note', text })),
  ];
  if (link === null) return lines;
  const act = (): void => parts.open(link.section);
  return [...lines, element('dd', { class: 'figure-link' }, button(link.label, 'link', act, parts.fault))];
}

/** The card of a figure, kept when other cards are redrawn. */
function cardIn(place: HTMLElement, name: string): HTMLElement {
  const found = place.querySelector<HTMLElement>(`[data-figure="${name}"]`);
  if (found !== null) return found;
  const made = element('div', { 'data-figure': name });
  place.append(made);
  return made;
}

/** Makes place for other figures than those that are there: a key was added or removed. */
function makePlace(place: HTMLElement, figures: readonly Figure[]): void {
  const there = [...place.querySelectorAll<HTMLElement>('[data-figure]')].map(
    ({ dataset }) => dataset['figure'],
  );
  if (there.join() !== figures.map(({ name }) => name).join()) place.replaceChildren();
}

function showFigure(place: HTMLElement, figure: Figure, parts: PageParts): void {
  const card = cardIn(place, figure.name);
  card.className = figure.isWarning ? 'figure figure-warning' : 'figure';
  drawIfChanged(card, figure, () => draw(figure, parts));
}

/** The figures, the completeness figure above the tabs, and the time zone. Only changed ones are redrawn. */
export function createOverviewSection(parts: PageParts, loadTexts: () => Promise<void>): Section {
  const { speaker } = parts;
  const showFigures = (overview: Overview): void => {
    const format = parts.format();
    const { zone, isBrowserZone } = format;
    showFigure(byId('complete'), completeFigure(overview, speaker, format), parts);
    const figures = figuresOf(overview, speaker, format);
    makePlace(byId('figures'), figures);
    for (const figure of figures) showFigure(byId('figures'), figure, parts);
    const key = isBrowserZone ? 'page.zone.browser' : 'page.zone';
    byId('zone').textContent = speaker.say(overview.way === 'live' ? 'page.zone.live' : key, { zone });
  };
  /** Only new accounts need this script and its texts. */
  const showNew = (overview: Overview): void => {
    const place = byId('checklist');
    if (!isNew(overview)) {
      forget(place);
      return place.replaceChildren();
    }
    loadTexts()
      .then(() =>
        import('./checklist.ts').then(({ showChecklist }) => {
          if (parts.overview() === overview) showChecklist(place, overview, parts);
        }),
      )
      .catch(parts.fault);
  };
  return {
    update: (overview) => {
      showFigures(overview);
      showNew(overview);
      const place = byId('set-aside');
      if ((overview.setAside ?? []).length + place.childElementCount === 0) return;
      // Few accounts ever have such a ticket: the page opens faster without this script.
      import('./set-aside-list.ts')
        .then(({ showSetAside }) => showSetAside(place, overview, parts))
        .catch(parts.fault);
    },
    recall: (overview) => {
      if (overview !== null) return showFigures(overview);
      for (const id of ['complete', 'figures', 'zone']) byId(id).replaceChildren();
    },
  };
}
