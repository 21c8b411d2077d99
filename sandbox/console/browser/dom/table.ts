import { element } from './element';

type Cell = Node | string;

/** A table with a heading for each column; `numbers` are the right-aligned columns. */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  numbers: readonly number[] = [],
): HTMLElement {
  const classOf = (column: number): { class: string } => ({
    class: numbers.includes(column) ? 'number' : '',
  });
  const head = headings.map((text, column) => element('th', { scope: 'col', text, ...classOf(column) }));
  const body = rows.map((cells) =>
    element('tr', {}, ...cells.map((cell, column) => element('td', classOf(column), cell))),
  );
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', { class: 'unseen', text: caption }),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...body),
    ),
  );
}
