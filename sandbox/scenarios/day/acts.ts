import type { FreshdeskActions } from '../../freshdesk/actions/create-actions';
import type { NewTicket } from '../../freshdesk/actions/create-ticket';
import type { ReplyChannel } from '../../freshdesk/actions/customer-reply';
import type { Act, Scene } from './moment';

/** How a ticket of the day comes to be; without a group it waits for one. */
export type OpenedTicket = Omit<NewTicket, 'groupId'> & { readonly group?: string };

/** The id of a group of the day. */
export function groupIn({ groups }: Scene, name: string): number {
  const id = groups.get(name);
  if (id === undefined) throw new Error(`The day has no group ${name}`);
  return id;
}

/** The id of a ticket of the day. */
function ticketIn({ tickets }: Scene, word: string): number {
  const id = tickets.get(word);
  if (id === undefined) throw new Error(`The day has no ticket ${word} yet`);
  return id;
}

/** A ticket is opened and known by a word from now on. */
export function opens(word: string, { group, ...input }: OpenedTicket = {}): Act {
  return (scene) => {
    const groupId = group === undefined ? null : groupIn(scene, group);
    const ticket = scene.sandbox.freshdesk.actions.createTicket({ ...input, groupId });
    scene.tickets.set(word, ticket.id);
  };
}

/** A customer writes on a ticket, by some way. */
export function replies(word: string, channel: ReplyChannel): Act {
  return onTicket(word, (actions, id) => actions.customerReply(id, { channel }));
}

/** Something is done to a ticket. */
export function onTicket(word: string, change: (actions: FreshdeskActions, id: number) => unknown): Act {
  return (scene) => {
    change(scene.sandbox.freshdesk.actions, ticketIn(scene, word));
  };
}

/** The events of what is done are delivered this often, seconds apart. */
export function toldTimes(times: number, act: Act): Act {
  return async (scene) => {
    const { events } = scene.sandbox.platform.faults;
    events.plan = () => Array.from({ length: times }, (_, turn) => 1000 * (turn + 1));
    await act(scene);
    events.plan = null;
  };
}
