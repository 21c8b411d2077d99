import type { Actor } from '../events/actor';
import type { Helpdesk } from '../model/helpdesk';
import type { Agent } from '../model/people';

/** The agent who performs agents' actions: the first of the helpdesk. */
export const firstAgent = (helpdesk: Helpdesk): Agent => {
  const [agent] = helpdesk.agents.values();
  if (agent === undefined) {
    throw new Error('The helpdesk has no agent');
  }
  return agent;
};

/** That agent as the actor of an event. */
export const agentActor = (helpdesk: Helpdesk): Actor => ({ kind: 'agent', agent: firstAgent(helpdesk) });
