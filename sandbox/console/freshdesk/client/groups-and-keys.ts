import type { AgentRow, GroupRow, HelpdeskView } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton, textField, copyButton } from '../../browser/dom/form';
import { showDone } from '../../browser/dom/toast';
import { send } from '../../browser/live/api';

function groupLine({ id, name }: GroupRow): HTMLElement {
  const field = textField(`rename-${id}`, { value: name, 'aria-label': `New name of the group ${name}` });
  const rename = actionButton(
    'Rename',
    async () => {
      await send(`freshdesk/groups/${id}/rename`, { name: field.value });
      showDone(`The group is called ${field.value} now. Its queues in injixo keep their name.`);
    },
    { 'data-key': `do-rename-${id}`, 'aria-label': `Rename the group ${name}` },
  );
  const remove = actionButton('Delete', () => send(`freshdesk/groups/${id}/delete`), {
    'data-key': `do-delete-group-${id}`,
    'aria-label': `Delete the group ${name}`,
  });
  return element('div', { class: 'row' }, field, rename, remove);
}

/** The account's groups: create, rename, delete. */
export function groups(view: HelpdeskView): HTMLElement {
  const name = textField('new-group', {
    placeholder: 'Name of a new group',
    'aria-label': 'Name of a new group',
  });
  const add = actionButton('Add group', async () => {
    await send('freshdesk/groups', { name: name.value });
    showDone(`The group ${name.value} was added.`);
    name.value = '';
  });
  const lines = view.groups.filter(({ isDeleted }) => !isDeleted).map(groupLine);
  return element(
    'details',
    { 'data-key': 'groups' },
    element('summary', { text: 'Groups' }),
    ...lines,
    element('div', { class: 'row' }, name, add),
  );
}

function agentLine({ name, role, apiKey }: AgentRow): HTMLElement {
  return element(
    'div',
    { class: 'row' },
    element('span', { text: `${name}, ${role}` }),
    element('code', { text: apiKey }),
    copyButton(apiKey, `Copy the API key of ${name}`),
  );
}

/** The agents with their API keys, as each finds their own in Freshdesk. */
export function profile({ agents, domain }: HelpdeskView): HTMLElement {
  const isAlone = agents.length === 1;
  const add = actionButton('Add an agent without that role', () => send('freshdesk/agents'));
  return element(
    'details',
    { 'data-key': 'profile' },
    element('summary', { text: 'Profile settings: API keys' }),
    element('p', { class: 'muted', text: `The account’s domain is ${domain}.` }),
    ...agents.map(agentLine),
    ...(isAlone ? [add] : []),
  );
}
