import type { Helpdesk } from '../model/helpdesk';
import type { Agent, Group } from '../model/people';
import { groupCreated, groupDeleted, groupRenamed } from '../events/group-event';
import { agentActor } from './agent-at-work';

const FIRST_CUSTOM_SOURCE = 1001;

/** Creates a group. */
export const createGroup = (helpdesk: Helpdesk, name: string): Group => {
  const now = helpdesk.clock.now();
  const id = helpdesk.nextId();
  const group: Group = { id, name, names: [name], createdAt: now, updatedAt: now, deletedAt: null };
  helpdesk.groups.set(id, group);
  helpdesk.emit(groupCreated(helpdesk, group, agentActor(helpdesk)));
  return group;
};

const existingGroup = (helpdesk: Helpdesk, groupId: number): Group => {
  const group = helpdesk.groups.get(groupId);
  if (group === undefined || group.deletedAt !== null) {
    throw new Error(`There is no group ${groupId}`);
  }
  return group;
};

/** Renames a group. */
export const renameGroup = (helpdesk: Helpdesk, groupId: number, name: string): Group => {
  const group = existingGroup(helpdesk, groupId);
  const renamed = { ...group, name, names: [...group.names, name], updatedAt: helpdesk.clock.now() };
  helpdesk.groups.set(groupId, renamed);
  helpdesk.emit(groupRenamed(helpdesk, renamed, { before: group.name, actor: agentActor(helpdesk) }));
  return renamed;
};

/** Deletes a group; its tickets keep its id. */
export const deleteGroup = (helpdesk: Helpdesk, groupId: number): void => {
  const group = existingGroup(helpdesk, groupId);
  helpdesk.groups.set(groupId, { ...group, deletedAt: helpdesk.clock.now() });
  helpdesk.emit(groupDeleted(helpdesk, group, agentActor(helpdesk)));
};

/** Adds an agent; by default an Account Administrator who sees all tickets. */
export const addAgent = (helpdesk: Helpdesk, input: Partial<Omit<Agent, 'id'>> = {}): Agent => {
  const id = helpdesk.nextId();
  const agent: Agent = {
    id,
    name: `Agent ${id}`,
    email: `agent-${id}@acme.example`,
    apiKey: `fd-key-${id}`,
    role: 'Account Administrator',
    ticketScope: 1,
    groupIds: [],
    isActive: true,
    ...input,
  };
  helpdesk.agents.set(id, agent);
  return agent;
};

/** Changes an agent: role, scope, key, active state. */
export const changeAgent = (
  helpdesk: Helpdesk,
  agentId: number,
  patch: Partial<Omit<Agent, 'id'>>,
): Agent => {
  const agent = helpdesk.agents.get(agentId);
  if (agent === undefined) {
    throw new Error(`There is no agent ${agentId}`);
  }
  const changed = { ...agent, ...patch };
  helpdesk.agents.set(agentId, changed);
  return changed;
};

/** Adds a custom ticket source; its number is 1001 or above unless given. */
export const addSource = (helpdesk: Helpdesk, label: string, id?: number): number => {
  const number = id ?? Math.max(FIRST_CUSTOM_SOURCE - 1, ...helpdesk.sources.keys()) + 1;
  helpdesk.sources.set(number, label);
  return number;
};
