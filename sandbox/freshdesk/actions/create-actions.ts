import { SYSTEM } from '../events/actor';
import type { Conversation } from '../model/conversation';
import type { Helpdesk } from '../model/helpdesk';
import type { Agent, Group } from '../model/people';
import { STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { agentActor } from './agent-at-work';
import { addAgent, addSource, changeAgent, createGroup, deleteGroup, renameGroup } from './administration';
import { changeTicket, archive, purge } from './change-ticket';
import type { TicketPatch } from './change-ticket';
import { createTicket } from './create-ticket';
import type { NewTicket } from './create-ticket';
import { customerReply } from './customer-reply';
import type { CustomerReply } from './customer-reply';
import { merge, split } from './merge-and-split';
import { addAgentConversation, addOutsideConversation } from './other-conversations';

/** Actions of people and of Freshdesk's automations; each emits the product events it causes. */
export interface FreshdeskActions {
  createTicket(input?: NewTicket): Ticket;
  /** A routing rule assigns a group. */
  routeTicket(ticketId: number, groupId: number | null): Ticket;
  /** An agent assigns a group. */
  changeGroup(ticketId: number, groupId: number | null): Ticket;
  changeStatus(ticketId: number, status: number): Ticket;
  close(ticketId: number): Ticket;
  changeSource(ticketId: number, source: number): Ticket;
  /** Changes `updated_at` without an event, as an edited tag or an escalation does. */
  touch(ticketId: number): Ticket;
  /** Undefined if the ticket was archived: Freshdesk creates a new ticket then. */
  customerReply(ticketId: number, reply: CustomerReply): Conversation | undefined;
  agentReply(ticketId: number): Conversation;
  publicNote(ticketId: number): Conversation;
  privateNote(ticketId: number): Conversation;
  forward(ticketId: number): Conversation;
  thirdPartyAnswer(ticketId: number): Conversation;
  survey(ticketId: number): Conversation;
  /** A note that an integration adds in the customer's name. */
  incomingNote(ticketId: number): Conversation;
  markSpam(ticketId: number): Ticket;
  unspam(ticketId: number): Ticket;
  trash(ticketId: number): Ticket;
  restore(ticketId: number): Ticket;
  purge(ticketId: number): void;
  archive(ticketId: number): Ticket;
  merge(primaryId: number, secondaryIds: readonly number[]): void;
  split(conversationId: number): Ticket;
  /** An agent changes many tickets at once: all get the same `updated_at`. */
  massUpdate(ticketIds: readonly number[], patch: TicketPatch): void;
  createGroup(name: string): Group;
  renameGroup(groupId: number, name: string): Group;
  deleteGroup(groupId: number): void;
  addAgent(input?: Partial<Omit<Agent, 'id'>>): Agent;
  changeAgent(agentId: number, patch: Partial<Omit<Agent, 'id'>>): Agent;
  addSource(label: string, id?: number): number;
}

type TicketActions = Pick<
  FreshdeskActions,
  | 'routeTicket'
  | 'changeGroup'
  | 'changeStatus'
  | 'close'
  | 'changeSource'
  | 'touch'
  | 'markSpam'
  | 'unspam'
  | 'trash'
  | 'restore'
  | 'massUpdate'
>;

const createTicketActions = (helpdesk: Helpdesk): TicketActions => {
  const byAgent = (ticketId: number, patch: TicketPatch): Ticket =>
    changeTicket(helpdesk, ticketId, { patch, actor: agentActor(helpdesk) });
  const bySystem = (ticketId: number, patch: TicketPatch): Ticket =>
    changeTicket(helpdesk, ticketId, { patch, actor: SYSTEM });
  return {
    routeTicket: (ticketId, groupId) => bySystem(ticketId, { groupId }),
    changeGroup: (ticketId, groupId) => byAgent(ticketId, { groupId }),
    changeStatus: (ticketId, status) => byAgent(ticketId, { status }),
    close: (ticketId) => byAgent(ticketId, { status: STATUS.closed }),
    changeSource: (ticketId, source) => byAgent(ticketId, { source }),
    touch: (ticketId) => bySystem(ticketId, {}),
    markSpam: (ticketId) => byAgent(ticketId, { isSpam: true }),
    unspam: (ticketId) => byAgent(ticketId, { isSpam: false }),
    trash: (ticketId) => byAgent(ticketId, { isDeleted: true }),
    restore: (ticketId) => byAgent(ticketId, { isDeleted: false }),
    massUpdate: (ticketIds, patch) => ticketIds.forEach((ticketId) => byAgent(ticketId, patch)),
  };
};

type ConversationActions = Pick<
  FreshdeskActions,
  | 'customerReply'
  | 'agentReply'
  | 'publicNote'
  | 'privateNote'
  | 'forward'
  | 'thirdPartyAnswer'
  | 'survey'
  | 'incomingNote'
>;

const createConversationActions = (helpdesk: Helpdesk): ConversationActions => ({
  customerReply: (ticketId, reply) => customerReply(helpdesk, ticketId, reply),
  agentReply: (ticketId) => addAgentConversation(helpdesk, ticketId, 'agentReply'),
  publicNote: (ticketId) => addAgentConversation(helpdesk, ticketId, 'publicNote'),
  privateNote: (ticketId) => addAgentConversation(helpdesk, ticketId, 'privateNote'),
  forward: (ticketId) => addAgentConversation(helpdesk, ticketId, 'forward'),
  thirdPartyAnswer: (ticketId) => addOutsideConversation(helpdesk, ticketId, 'thirdPartyAnswer'),
  survey: (ticketId) => addOutsideConversation(helpdesk, ticketId, 'survey'),
  incomingNote: (ticketId) => addOutsideConversation(helpdesk, ticketId, 'incomingNote'),
});

/** Creates all actions for one helpdesk. */
export const createActions = (helpdesk: Helpdesk): FreshdeskActions => ({
  ...createTicketActions(helpdesk),
  ...createConversationActions(helpdesk),
  createTicket: (input) => createTicket(helpdesk, input),
  purge: (ticketId) => purge(helpdesk, ticketId),
  archive: (ticketId) => archive(helpdesk, ticketId),
  merge: (primaryId, secondaryIds) => merge(helpdesk, primaryId, secondaryIds),
  split: (conversationId) => split(helpdesk, conversationId),
  createGroup: (name) => createGroup(helpdesk, name),
  renameGroup: (groupId, name) => renameGroup(helpdesk, groupId, name),
  deleteGroup: (groupId) => deleteGroup(helpdesk, groupId),
  addAgent: (input) => addAgent(helpdesk, input),
  changeAgent: (agentId, patch) => changeAgent(helpdesk, agentId, patch),
  addSource: (label, id) => addSource(helpdesk, label, id),
});
