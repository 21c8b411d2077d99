import { element } from '../../dom/element.ts';
import type { PageParts } from '../page-parts.ts';
import type { Naming } from '../../../../server/page-contract';
import { namingOf, queueNames, type NameRow } from './names-view.ts';

/** The entry for one group or source. What is typed into it stays while the page loads again. */
export interface NameField {
  readonly element: HTMLElement;
  /** Shows what has changed around the entry. */
  update(row: NameRow): void;
  /** What was entered; null: nothing. */
  entered(): Naming | null;
  /** Shows why the entry was not taken; empty: it was. */
  tell(problem: string): void;
}

/** Creates the entry of this row. */
export function nameField(first: NameRow, { speaker }: PageParts): NameField {
  const shown = { row: first };
  const name = element('input', { id: first.key, class: 'text', maxlength: 100, autocomplete: 'off' });
  const other = element('input', { id: `${first.key}-other`, type: 'checkbox' });
  const text = name as HTMLInputElement;
  const box = other as HTMLInputElement;
  const title = element('h4');
  const note = element('p', { class: 'muted' });
  const preview = element('p', { class: 'muted' });
  const problem = element('p', { class: 'name-problem', role: 'alert' });
  const showQueues = (): void => {
    text.disabled = box.checked;
    const queues = queueNames(shown.row, text.value, box.checked).join(', ');
    preview.textContent = queues === '' ? '' : speaker.say('names.queues', { queues });
  };
  text.value = first.before;
  for (const each of [text, box]) each.addEventListener('input', showQueues);
  return {
    element: element(
      'li',
      { class: 'card name-row' },
      title,
      note,
      element('div', { class: 'field' }, element('label', { for: first.key, text: first.fieldLabel }), name),
      element('div', { class: 'tick' }, other, element('label', { for: other.id, text: first.otherLabel })),
      preview,
      problem,
    ),
    update: (row) => {
      shown.row = row;
      const { url } = row;
      const link = { href: url ?? '', target: '_blank', rel: 'noopener', text: speaker.say('names.open') };
      title.replaceChildren(row.title, ...(url === null ? [] : [' ', element('a', link)]));
      note.textContent = row.note;
      showQueues();
    },
    entered: () => namingOf(shown.row, text.value, box.checked),
    tell: (words) => {
      problem.textContent = words;
    },
  };
}
