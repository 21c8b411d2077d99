import type { Helpdesk } from '../model/helpdesk';
import type { Agent } from '../model/people';
import type { Ticket } from '../model/ticket';

const keyOf = (authorization: string): string | undefined => {
  const [scheme, credentials] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'basic' || credentials === undefined) {
    return undefined;
  }
  return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0];
};

/** The active agent with the key of a Basic `Authorization` header. */
export const authenticate = (helpdesk: Helpdesk, authorization: string): Agent | undefined => {
  const key = keyOf(authorization);
  return [...helpdesk.agents.values()].find(({ apiKey, isActive }) => isActive && apiKey === key);
};

/** Whether the agent has an administrator's rights. */
export const isAdmin = ({ role }: Agent): boolean =>
  role === 'Account Administrator' || role === 'Administrator';

/** Whether the agent's ticket scope lets them see a ticket. */
export const canSee = (agent: Agent, ticket: Ticket): boolean => {
  if (agent.ticketScope === 1 || ticket.responderId === agent.id) {
    return true;
  }
  return agent.ticketScope === 2 && ticket.groupId !== null && agent.groupIds.includes(ticket.groupId);
};
