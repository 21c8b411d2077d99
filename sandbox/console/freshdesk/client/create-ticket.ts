import type { CreatedTicket, HelpdeskView } from '../contract';
import { actionForm, labelled, select, type Choice } from '../../browser/dom/form';
import { renderInto } from '../../browser/dom/render-into';
import { showDone } from '../../browser/dom/toast';
import { send } from '../../browser/live/api';
import { element } from '../../browser/dom/element';
import { LET_TIME_PASS } from '../../clock/client/clock';

/** The groups for a ticket, and none. */
export function groupChoices({ groups }: HelpdeskView): readonly Choice[] {
  const living = groups.filter(({ isDeleted }) => !isDeleted);
  return [
    ...living.map(({ id, name }) => ({ value: String(id), label: name })),
    { value: '', label: 'No group' },
  ];
}

/** The form that creates a ticket, with the account's groups and sources. */
export function createCreateTicket(onCreated: (id: number) => void): {
  readonly form: HTMLElement;
  update(view: HelpdeskView): void;
} {
  const fields = element('div', { class: 'row' });
  const valueOf = (key: string): string =>
    fields.querySelector<HTMLSelectElement>(`[data-key="${key}"]`)?.value ?? '';
  const form = actionForm(
    'Create ticket',
    async () => {
      const ticket = { groupId: valueOf('group'), source: Number(valueOf('source')) };
      const { id, whyNotCounted } = await send<CreatedTicket>('freshdesk/tickets', ticket);
      const why = whyNotCounted === '' ? '' : ` ${whyNotCounted}`;
      showDone(`Ticket ${id} was created.${why}`, LET_TIME_PASS);
      onCreated(id);
    },
    fields,
  );
  form.classList.add('inline');
  let shown = '';
  return {
    form,
    update: (view) => {
      const sources = view.sources.map(({ id, label }) => ({ value: String(id), label }));
      const text = JSON.stringify([groupChoices(view), sources]);
      if (text === shown) return;
      shown = text;
      renderInto(fields, [
        labelled('In the group', select('group', groupChoices(view))),
        labelled('By', select('source', sources)),
      ]);
    },
  };
}
