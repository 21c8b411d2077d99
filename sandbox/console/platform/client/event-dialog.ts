import { byId, element } from '../../browser/dom/element';
import { actionButton, attempt, labelled, select } from '../../browser/dom/form';
import { showDone } from '../../browser/dom/toast';
import { send } from '../../browser/live/api';

/** The event to send: its name and payload. */
export interface EventDraft {
  readonly name: string;
  readonly data: unknown;
}

/** Delivers an event to the app now and shows the result. */
export async function deliver({ name, data }: EventDraft): Promise<void> {
  const { run, outcome } = await send<{ run: number; outcome: string }>('platform/deliver', { name, data });
  showDone(`${name} was sent to the app: run ${run}, ${outcome}.`);
}

function parsePayload(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The dialog for editing an event and sending it by hand. */
export function createEventDialog(): { open(draft: EventDraft, names: readonly string[]): void } {
  const fields = element('div');
  const payload = element('textarea', { id: 'event-payload', rows: 18, spellcheck: 'false' });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const dialog = element('dialog', { class: 'dialog wide', 'aria-labelledby': 'event-dialog-title' });
  let name = select('event-name', []);
  const sendIt = actionButton(
    'Send to the app',
    async () => {
      problem.textContent = '';
      try {
        await deliver({ name: name.value, data: parsePayload(payload.value) });
        dialog.close();
      } catch (error) {
        problem.textContent = error instanceof Error ? error.message : String(error);
      }
    },
    { class: 'primary' },
  );
  const cancel = actionButton('Cancel', () => Promise.resolve(dialog.close()), { class: 'quiet' });
  dialog.append(
    element('h2', { id: 'event-dialog-title', text: 'Send an event by hand' }),
    fields,
    labelled('Payload (data)', payload),
    problem,
    element('div', { class: 'row' }, sendIt, cancel),
  );
  byId('platform').append(dialog);
  return {
    open: (draft, names) => {
      const choices = names.map((value) => ({ value, label: value }));
      name = select('event-name', choices, { value: draft.name });
      fields.replaceChildren(labelled('Event', name));
      payload.value = JSON.stringify(draft.data, null, 2);
      problem.textContent = '';
      void attempt(null, () => Promise.resolve(dialog.showModal()));
    },
  };
}
