import type { InjixoView, IntegrationRow } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton, actionForm, labelled, textField, copyButton } from '../../browser/dom/form';
import { showDone } from '../../browser/dom/toast';
import { countWords, momentWords } from '../../browser/dom/words';
import { send } from '../../browser/live/api';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';

const TRAIL = 'Account > Integrations > Add integration > Freshworks > Freshdesk';
const WHERE_KEYS_ARE =
  'In the sandbox you find it in Freshdesk: Helpdesk, at the bottom, Profile settings: API keys.';

function addForm(onAdded: () => void): HTMLElement {
  const name = textField('integration-name');
  const domain = textField('integration-domain', { placeholder: 'acme.freshdesk.com' });
  const apiKey = textField('integration-key');
  const past = element('input', { type: 'checkbox', 'data-key': 'integration-past', checked: true });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const form = actionForm(
    'Add integration',
    async () => {
      problem.textContent = '';
      const importsPast = past.checked ? 'yes' : 'no';
      const entered = { name: name.value, domain: domain.value, apiKey: apiKey.value, importsPast };
      try {
        await send('injixo/integrations', entered);
      } catch (error) {
        problem.textContent = error instanceof Error ? error.message : String(error);
        return;
      }
      for (const field of [name, domain, apiKey]) field.value = '';
      showDone('The integration was added. Generate its injixo API key now.');
      onAdded();
    },
    element('p', { class: 'trail', text: TRAIL }),
    labelled('Name', name, 'Unique among your integrations.'),
    labelled('Freshdesk domain', domain, 'The full domain.'),
    labelled('Freshdesk API key', apiKey, `Of a user with the role Account Administrator. ${WHERE_KEYS_ARE}`),
    element(
      'label',
      { class: 'row' },
      past,
      'injixo imports the history itself with this key, as it usually does',
    ),
    problem,
  );
  form.addEventListener('input', () => (problem.textContent = ''));
  return form;
}

function keyState({ keyMadeAt, expiredKeys }: IntegrationRow): string {
  if (keyMadeAt === null) return 'No key was generated yet.';
  const expired = expiredKeys === 0 ? '' : ` ${countWords(expiredKeys, 'earlier key')} expired.`;
  return `A key was generated on ${momentWords(keyMadeAt)}.${expired}`;
}

function shownKey(key: string): HTMLElement {
  return element(
    'div',
    { class: 'secret' },
    element('p', { text: 'This key is shown once. Copy it now and paste it on the install page.' }),
    element(
      'div',
      { class: 'row' },
      element('code', { class: 'key', text: key }),
      copyButton(key, 'Copy the injixo API key'),
    ),
  );
}

/** Integrations: create one, generate its key, read its configuration ID. */
export function createIntegrations(panel: HTMLElement, summaries: Summaries): LiveView {
  const list = element('div');
  const keys = new Map<number, string>();
  const sure = new Set<number>();

  const generate = async (row: IntegrationRow): Promise<void> => {
    if (row.keyMadeAt !== null && !sure.has(row.id)) {
      sure.add(row.id);
      live.refresh();
      return;
    }
    sure.delete(row.id);
    const { key } = await send<{ key: string }>(`injixo/integrations/${row.id}/key`);
    keys.set(row.id, key);
    live.refresh();
  };
  const keepKey = (row: IntegrationRow): HTMLElement =>
    actionButton(
      'Keep the key',
      () => {
        sure.delete(row.id);
        live.refresh();
        return Promise.resolve();
      },
      { 'data-key': `keep-key-${row.id}` },
    );
  const card = (row: IntegrationRow): HTMLElement => {
    const key = keys.get(row.id);
    const isAsked = sure.has(row.id);
    const label = isAsked ? 'Yes, generate and expire the old key' : 'Generate';
    return element(
      'article',
      { class: 'card' },
      element('h3', { text: row.name }),
      element('p', { class: 'muted', text: row.domain }),
      element('h4', { text: 'Install the injixo app' }),
      element(
        'div',
        { class: 'row' },
        element('span', {}, 'Integration configuration ID ', element('code', { text: String(row.id) })),
        copyButton(String(row.id), 'Copy the configuration ID'),
      ),
      element('p', { text: `injixo API key: ${keyState(row)}` }),
      ...(key === undefined ? [] : [shownKey(key)]),
      element(
        'div',
        { class: 'row' },
        actionButton(label, () => generate(row), {
          'data-key': `generate-${row.id}`,
          class: isAsked ? 'danger' : 'primary',
        }),
        ...(isAsked ? [keepKey(row)] : []),
        actionButton('Delete integration', () => send(`injixo/integrations/${row.id}/delete`), {
          'data-key': `delete-integration-${row.id}`,
        }),
      ),
    );
  };
  const live = liveView<InjixoView>({
    into: list,
    path: () => 'injixo',
    render: ({ integrations }) => {
      if (integrations.length > 0 && !add.contains(document.activeElement)) add.open = false;
      return integrations.map(card);
    },
    summaries,
  });
  summaries.listen(({ sandbox }, before) => {
    if (before?.sandbox !== sandbox) keys.clear();
  });
  const add = element(
    'details',
    { open: true },
    element('summary', { text: 'Add integration' }),
    addForm(() => {
      add.open = false;
      live.refresh();
    }),
  );
  panel.append(list, add);
  return live;
}
