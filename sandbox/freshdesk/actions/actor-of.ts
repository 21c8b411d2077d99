import type { Actor } from '../events/actor';
import type { Helpdesk } from '../model/helpdesk';
import type { Agent } from '../model/people';

/** The agent with this id, or the first one of the helpdesk. */
export const agentOf = (helpdesk: Helpdesk, agentId?: number): Agent => {
  const agent = agentId === undefined ? helpdesk.agents.values().next().value : helpdesk.agents.get(agentId);
  if (agent === undefined) {
    throw new Error(`There is no agent ${agentId ?? ''}`);
  }
  return agent;
};

/** That agent as the actor of an event. */
export const agentActor = (helpdesk: Helpdesk, agentId?: number): Actor => ({
  kind: 'agent',
  agent: agentOf(helpdesk, agentId),
});
