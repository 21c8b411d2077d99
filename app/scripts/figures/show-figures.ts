import { button } from '../dom/button.ts';
import { byId, element } from '../dom/element.ts';
import { drawIfChanged } from '../dom/replace.ts';
import type { PageParts } from '../page-parts.ts';
import type { Overview } from '../functions/answers.ts';
import { completeFigure, figuresOf, type Figure } from './figure-view.ts';

function card(figure: Figure, parts: PageParts): HTMLElement {
  const { name, label, value, notes, link, isWarning } = figure;
  const made = element(
    'div',
    { class: isWarning ? 'figure figure-warning' : 'figure', 'data-figure': name },
    element('dt', { text: label }),
    element('dd', { class: 'figure-value', text: value }),
    ...notes.map((text) => element('dd', { class: 'figure-note', text })),
  );
  if (link !== null) {
    const act = (): void => parts.open(link.section);
    made.append(element('dd', { class: 'figure-link' }, button(link.label, 'link', act, parts.fault)));
  }
  return made;
}

/** Shows the figures; only those that changed are drawn anew. */
export function showFigures(overview: Overview, parts: PageParts): void {
  const { speaker } = parts;
  const complete = completeFigure(overview, speaker, parts.format());
  drawIfChanged(byId('complete'), complete, () => [card(complete, parts)]);
  drawIfChanged(byId('figures'), figuresOf(overview, speaker, parts.format()), (figures) =>
    figures.map((figure) => card(figure, parts)),
  );
}
