import { asyncPlace } from '../async-place.ts';
import { csvButton } from '../csv-button.ts';
import { button } from '../../dom/button.ts';
import { element } from '../../dom/element.ts';
import type { PageParts, Section } from '../page-parts.ts';
import type { Queue } from '../../../../server/page-contract';
import { findQueues, pageOf, sortQueues, turnSorting, type RowPage, type Sorting } from './queue-rows.ts';
import { queueFile } from './queue-file.ts';
import { queueTable } from './queue-table.ts';

interface View {
  queues: readonly Queue[];
  days: readonly string[];
  typed: string;
  sorting: Sorting;
  page: number;
}

/** A native field: Crayons writes its labels in 12 px. */
function searchField({ speaker }: PageParts, onType: (text: string) => void): HTMLElement {
  const field = element('input', { id: 'queue-search', class: 'text', type: 'search', autocomplete: 'off' });
  field.addEventListener('input', () => onType((field as HTMLInputElement).value));
  const label = element('label', { for: 'queue-search', text: speaker.say('queues.search') });
  return element('div', { class: 'field' }, label, field);
}

function pager(shown: RowPage, count: number, turn: (page: number) => void, parts: PageParts): HTMLElement {
  const { speaker, fault } = parts;
  const { page, from, to, hasMore } = shown;
  const back = button(speaker.say('queues.previous'), 'secondary', () => turn(page - 1), fault);
  const on = button(speaker.say('queues.next'), 'secondary', () => turn(page + 1), fault);
  const words = element('span', { role: 'status', text: speaker.say('queues.range', { from, to, count }) });
  return element('div', { class: 'pager' }, words, ...(page > 0 ? [back] : []), ...(hasMore ? [on] : []));
}

/** The queues that were found, in the order that is shown. */
function foundIn({ queues, typed, sorting }: View, { speaker }: PageParts): readonly Queue[] {
  return sortQueues(findQueues(queues, typed), sorting, speaker.language);
}

function nothingFound({ queues, typed }: View, { speaker }: PageParts): HTMLElement {
  const isEmpty = queues.length === 0;
  const text = isEmpty ? speaker.say('queues.empty') : speaker.say('queues.none_found', { text: typed });
  return element('p', { class: 'empty', role: 'status', text });
}

/** Draws the view into `list`, and again after each change of sorting or page. */
function createDrawing(list: HTMLElement, view: View, parts: PageParts): () => void {
  const draw = (): void => {
    const found = foundIn(view, parts);
    if (found.length === 0) return list.replaceChildren(nothingFound(view, parts));
    const shown = pageOf(found, view.page);
    const table = queueTable(shown.rows, view.sorting, parts, { onSort: sort, onChart: parts.openQueue });
    list.replaceChildren(table, pager(shown, found.length, turn, parts));
  };
  const turn = (page: number): void => {
    view.page = page;
    draw();
    list.querySelector<HTMLElement>('.sort')?.focus();
  };
  const sort = (column: Sorting['column']): void => {
    view.sorting = turnSorting(view.sorting, column);
    view.page = 0;
    draw();
    list.querySelector<HTMLElement>(`.sort[data-column="${column}"]`)?.focus();
  };
  return draw;
}

/** The source queues with search, sorting and pages. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const sorting: Sorting = { column: 'days7', isDescending: true };
  const view: View = { queues: [], days: [], typed: '', sorting, page: 0 };
  const list = element('div', { class: 'scroll' });
  const content = element('div');
  const place = asyncPlace(content, parts);
  const draw = createDrawing(list, view, parts);
  const search = searchField(parts, (text) => {
    view.typed = text;
    view.page = 0;
    draw();
  });
  const file = csvButton(() => queueFile(foundIn(view, parts), view.days, parts), parts);
  panel.replaceChildren(content);
  return {
    show: () => {
      place
        .load(parts.server.getQueues, ({ queues, days, atLeast = [] }) => {
          Object.assign(view, { queues, days });
          draw();
          if (queues.length === 0) return [list];
          const note = element('p', { class: 'muted', text: parts.speaker.say('queues.at_least') });
          return [search, ...(atLeast.length > 0 ? [note] : []), list, file];
        })
        .catch(parts.fault);
    },
  };
}
