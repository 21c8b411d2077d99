import type { FreshdeskActions } from '../../freshdesk/actions/create-actions';
import type { JsonObject } from '../../support/json-value';
import { numberIn, numberOrNull, wordIn } from '../serving/read-body';
import { orRefuse, Refused } from '../serving/refused';
import { REPLY_CHANNELS, type TicketAction } from './contract';

type Act = (actions: FreshdeskActions, ticketId: number, body: JsonObject) => unknown;

function merge(actions: FreshdeskActions, ticketId: number, body: JsonObject): void {
  const into = numberIn(body, 'into');
  if (into === ticketId) throw new Refused('A ticket cannot be merged into itself.');
  actions.merge(into, [ticketId]);
}

const ACTS: Readonly<Record<TicketAction, Act>> = {
  'customer-reply': (actions, id, body) =>
    actions.customerReply(id, { channel: wordIn(body['channel'], REPLY_CHANNELS) }),
  'agent-reply': (actions, id) => actions.agentReply(id),
  'public-note': (actions, id) => actions.publicNote(id),
  'private-note': (actions, id) => actions.privateNote(id),
  close: (actions, id) => actions.close(id),
  'change-group': (actions, id, body) => actions.changeGroup(id, numberOrNull(body, 'groupId')),
  spam: (actions, id) => actions.markSpam(id),
  'not-spam': (actions, id) => actions.unspam(id),
  delete: (actions, id) => actions.trash(id),
  restore: (actions, id) => actions.restore(id),
  merge,
};

/** Applies an action of the user to a ticket; Freshdesk's objections are returned as refusals. */
export function actOnTicket(
  actions: FreshdeskActions,
  asked: { readonly ticketId: number; readonly action: TicketAction; readonly body: JsonObject },
): void {
  orRefuse(() => ACTS[asked.action](actions, asked.ticketId, asked.body));
}
