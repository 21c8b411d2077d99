import { button } from '../dom/button.ts';
import { download } from '../dom/download.ts';
import { element } from '../dom/element.ts';
import type { PageParts } from './page-parts.ts';
import { csvOf, type Cell } from './csv.ts';

/** What a file shows: its rows below a title, which says of what and when. */
export interface CsvContent {
  /** The last part of the file's name. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A button that downloads what is shown. The file begins with the warning that stands beside the button. */
export function csvButton(content: () => CsvContent, { speaker, fault }: PageParts): HTMLElement {
  const { say, language } = speaker;
  const get = (): void => {
    const { name, title, rows } = content();
    const text = csvOf([[say('csv.note')], [title], [], ...rows], language);
    download(`injixo-connect-${name}.csv`, text, 'text/csv;charset=utf-8');
  };
  return element(
    'div',
    { class: 'csv' },
    button(say('csv.get'), 'secondary', get, fault),
    element('p', { class: 'muted', text: say('csv.note') }),
  );
}
