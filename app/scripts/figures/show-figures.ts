import { button } from '../dom/button.ts';
import { byId, element } from '../dom/element.ts';
import { drawIfChanged } from '../dom/replace.ts';
import type { PageParts } from '../page-parts.ts';
import type { Overview } from '../functions/answers.ts';
import { completeFigure, figuresOf, type Figure } from './figure-view.ts';

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

/** The figure's own card, which stays when others are drawn anew. */
function cardIn(place: HTMLElement, name: string): HTMLElement {
  const found = place.querySelector<HTMLElement>(`[data-figure="${name}"]`);
  if (found !== null) return found;
  const made = element('div', { 'data-figure': name });
  place.append(made);
  return made;
}

function showFigure(place: HTMLElement, figure: Figure, parts: PageParts): void {
  const card = cardIn(place, figure.name);
  card.className = figure.isWarning ? 'figure figure-warning' : 'figure';
  drawIfChanged(card, figure, () => draw(figure, parts));
}

/** Shows the figures; only those that changed are drawn anew. */
export function showFigures(overview: Overview, parts: PageParts): void {
  const { speaker } = parts;
  showFigure(byId('complete'), completeFigure(overview, speaker, parts.format()), parts);
  for (const figure of figuresOf(overview, speaker, parts.format()))
    showFigure(byId('figures'), figure, parts);
}
