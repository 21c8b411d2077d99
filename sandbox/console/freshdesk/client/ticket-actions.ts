import { REPLY_CHANNELS, type HelpdeskView, type TicketAction, type TicketView } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton, select } from '../../browser/dom/form';
import { showDone } from '../../browser/dom/toast';
import { send } from '../../browser/live/api';
import { LET_TIME_PASS } from '../../clock/client/clock';
import { groupChoices } from './create-ticket';

/** The label of each action and the message after it. */
const WORDS: Readonly<Record<TicketAction, readonly [string, string]>> = {
  'customer-reply': ['Customer replies', 'The customer replied'],
  'agent-reply': ['Agent replies', 'An agent replied, which does not count'],
  'public-note': ['Public note', 'An agent wrote a public note, which does not count'],
  'private-note': ['Private note', 'An agent wrote a private note, which does not count'],
  close: ['Close the ticket', 'It was closed'],
  'change-group': ['Change group', 'It was given another group'],
  spam: ['Mark as spam', 'It was marked as spam'],
  'not-spam': ['Not spam', 'It is no spam any more'],
  delete: ['Delete', 'It was deleted'],
  restore: ['Restore', 'It was restored'],
  merge: ['Merge', 'It was merged'],
};

function button(id: number, action: TicketAction, body: () => object = () => ({})): HTMLButtonElement {
  const [label, done] = WORDS[action];
  return actionButton(label, async () => {
    await send(`freshdesk/tickets/${id}/${action}`, body());
    showDone(`Ticket ${id}: ${done.toLowerCase()}.`, LET_TIME_PASS);
  });
}

type Parts = (ticket: TicketView, helpdesk: HelpdeskView | null) => readonly HTMLElement[];

/** Actions with a select beside the button. */
const WITH_CHOICE: Partial<Record<TicketAction, Parts>> = {
  'customer-reply': ({ id }) => {
    const channel = select(
      `channel-${id}`,
      REPLY_CHANNELS.map((value) => ({ value, label: `by ${value === 'email' ? 'e-mail' : value}` })),
      { label: 'Channel of the reply' },
    );
    return [button(id, 'customer-reply', () => ({ channel: channel.value })), channel];
  },
  'change-group': ({ id, groupId }, helpdesk) => {
    const group = select(`group-of-${id}`, helpdesk === null ? [] : groupChoices(helpdesk), {
      label: 'Group of the ticket',
      value: groupId === null ? '' : String(groupId),
    });
    return [button(id, 'change-group', () => ({ groupId: group.value })), group];
  },
  merge: ({ id, mergeTargets }) => {
    const targets = mergeTargets.map((target) => ({ value: String(target), label: `into ticket ${target}` }));
    const target = select(`merge-${id}`, targets, { label: 'Ticket to merge into' });
    return targets.length === 0 ? [] : [button(id, 'merge', () => ({ into: Number(target.value) })), target];
  },
};

/** Buttons for the actions that a ticket allows now. */
export function ticketActions(
  ticket: TicketView,
  actions: readonly TicketAction[],
  helpdesk: HelpdeskView | null,
): readonly HTMLElement[] {
  const plain = actions.filter((action) => WITH_CHOICE[action] === undefined);
  const choices = actions.flatMap((action) => {
    const parts = WITH_CHOICE[action]?.(ticket, helpdesk) ?? [];
    return parts.length === 0 ? [] : [element('span', { class: 'joined' }, ...parts)];
  });
  return [
    element('div', { class: 'row' }, ...choices),
    element('div', { class: 'row' }, ...plain.map((action) => button(ticket.id, action))),
  ];
}
