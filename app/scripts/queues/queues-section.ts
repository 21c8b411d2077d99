import { asyncPlace } from '../dom/async-place.ts';
import { button } from '../dom/button.ts';
import { element } from '../dom/element.ts';
import type { PageParts, Section } from '../page-parts.ts';
import type { Queue } from '../functions/answers.ts';
import { findQueues, pageOf, sortQueues, turnSorting, type RowPage, type Sorting } from './queue-rows.ts';
import { queueTable } from './queue-table.ts';

interface View {
  queues: readonly Queue[];
  typed: string;
  sorting: Sorting;
  page: number;
}

function searchField(parts: PageParts, onType: (text: string) => void): HTMLElement {
  const label = parts.speaker.say('queues.search');
  const field = element('fw-input', { name: 'queue-search', label, type: 'text', 'clear-input': false });
  field.addEventListener('fwInput', (event) => {
    const { value } = (event as CustomEvent<{ value?: string | null }>).detail;
    onType(value ?? '');
  });
  return field;
}

function pager(shown: RowPage, count: number, turn: (page: number) => void, parts: PageParts): HTMLElement {
  const { speaker, fault } = parts;
  const { page, from, to, hasMore } = shown;
  const back = button(speaker.say('queues.previous'), 'secondary', () => turn(page - 1), fault);
  const on = button(speaker.say('queues.next'), 'secondary', () => turn(page + 1), fault);
  const words = element('span', { role: 'status', text: speaker.say('queues.range', { from, to, count }) });
  return element('div', { class: 'pager' }, words, ...(page > 0 ? [back] : []), ...(hasMore ? [on] : []));
}

/** The source queues: found by typing, sorted by any column, drawn page by page. */
export function createQueuesSection(
  panel: HTMLElement,
  parts: PageParts,
  onChart: (identifier: string) => void,
): Section {
  const { speaker } = parts;
  const view: View = {
    queues: [],
    typed: '',
    sorting: { column: 'days7', isDescending: true },
    page: 0,
  };
  const list = element('div', { class: 'scroll' });
  const content = element('div');
  const place = asyncPlace(content, parts);

  const drawList = (): void => {
    const found = findQueues(view.queues, view.typed);
    if (found.length === 0) {
      const text =
        view.queues.length === 0
          ? speaker.say('queues.empty')
          : speaker.say('queues.none_found', { text: view.typed });
      return list.replaceChildren(element('p', { class: 'empty', role: 'status', text }));
    }
    const shown = pageOf(sortQueues(found, view.sorting, speaker.language), view.page);
    const table = queueTable(shown.rows, view.sorting, parts, { onSort: sort, onChart });
    list.replaceChildren(table, pager(shown, found.length, turn, parts));
  };
  const turn = (page: number): void => {
    view.page = page;
    drawList();
    list.querySelector<HTMLElement>('.sort')?.focus();
  };
  const sort = (column: Sorting['column']): void => {
    view.sorting = turnSorting(view.sorting, column);
    view.page = 0;
    drawList();
    list.querySelector<HTMLElement>(`.sort[data-column="${column}"]`)?.focus();
  };
  const search = searchField(parts, (text) => {
    view.typed = text;
    view.page = 0;
    drawList();
  });
  panel.replaceChildren(content);
  return {
    show: () => {
      place
        .load(parts.server.getQueues, ({ queues }) => {
          view.queues = queues;
          drawList();
          return queues.length === 0 ? [list] : [search, list];
        })
        .catch(parts.fault);
    },
  };
}
