import type { FreshdeskActions } from '../../freshdesk/actions/create-actions';
import type { NewTicket } from '../../freshdesk/actions/create-ticket';
import type { ReplyChannel } from '../../freshdesk/actions/customer-reply';
import type { Act, Scene } from './moment';
import { pick } from '../../support/random';
import { GROUPS } from './open-helpdesk';

/** A ticket of the day; without a group it waits for one. */
export type OpenedTicket = Omit<NewTicket, 'groupId'> & { readonly group?: string };

/** The id of a group of the day. */
export function groupIn({ groups }: Scene, name: string): number {
  const id = groups.get(name);
  if (id === undefined) throw new Error(`The day has no group ${name}`);
  return id;
}

/** The id of a ticket of the day. */
export function ticketIn({ tickets }: Scene, word: string): number {
  const id = tickets.get(word);
  if (id === undefined) throw new Error(`The day has no ticket ${word} yet`);
  return id;
}

/** Creates a ticket, known by a word from now on. */
export function opens(word: string, { group, ...input }: OpenedTicket = {}): Act {
  return (scene) => {
    const groupId = group === undefined ? null : groupIn(scene, group);
    const ticket = scene.sandbox.freshdesk.actions.createTicket({ ...input, groupId });
    scene.tickets.set(word, ticket.id);
  };
}

/** A customer replies on a ticket, by a channel. */
export function replies(word: string, channel: ReplyChannel): Act {
  return onTicket(word, (actions, id) => actions.customerReply(id, { channel }));
}

/** Performs an action on a ticket. */
export function onTicket(word: string, change: (actions: FreshdeskActions, id: number) => unknown): Act {
  return (scene) => {
    change(scene.sandbox.freshdesk.actions, ticketIn(scene, word));
  };
}

/** Repeats the events of an act, seconds apart. */
export function deliveredTimes(times: number, act: Act): Act {
  return async (scene) => {
    const { events } = scene.sandbox.platform.faults;
    events.plan = () => Array.from({ length: times }, (_, turn) => 1000 * (turn + 1));
    await act(scene);
    events.plan = null;
  };
}

/** injixo answers every request with 503 from now on. */
export const injixoGoesDown: Act = ({ sandbox }) => {
  sandbox.injixo.faults.add({ kind: 'status', status: 503 });
};

/** injixo works again. */
export const injixoComesBack: Act = ({ sandbox }) => {
  sandbox.injixo.faults.clear();
};

/** Opens the app's page in Freshdesk; returns what its light says. */
export const looksAtPage: Act = async ({ sandbox }) => {
  const { answer } = await sandbox.platform.callFunction('getOverview');
  if (!answer.ok) return `the page cannot be loaded: ${answer.message}`;
  const { light } = Object(answer.response) as { light?: unknown };
  const { kind, code } = Object(light) as { kind?: unknown; code?: unknown };
  return `the page's light says: ${String(kind)}${typeof code === 'string' ? ` (${code})` : ''}`;
};

const MINUTE_MS = 60_000;

/** E-mail twice as often as portal and phone. */
const SOURCES = [1, 1, 2, 3] as const;
const CHANNELS = ['email', 'portal', 'phone'] as const;
const REPLY_SHARE = 0.4;

/** One contact of a rush: a new ticket, or a reply on a previous one. */
function oneContact(scene: Scene, opened: number[]): void {
  const { random, sandbox } = scene;
  const { actions } = sandbox.freshdesk;
  if (opened.length > 0 && random() < REPLY_SHARE) {
    actions.customerReply(pick(random, opened), { channel: pick(random, CHANNELS) });
    return;
  }
  const groupId = groupIn(scene, pick(random, GROUPS));
  opened.push(actions.createTicket({ groupId, source: pick(random, SOURCES) }).id);
}

/** Tickets and replies of a rush, chosen by the seed, over some minutes. */
export function rush(contacts: number, minutes: number): Act {
  return async (scene) => {
    const opened: number[] = [];
    const gapMs = (minutes * MINUTE_MS) / contacts;
    for (let turn = 0; turn < contacts; turn += 1) {
      oneContact(scene, opened);
      await scene.sandbox.platform.advance(Math.round(gapMs * (0.5 + scene.random())));
    }
  };
}
