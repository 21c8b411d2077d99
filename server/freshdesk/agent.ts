import { readField } from '../values/read-field';
import { NOT_AN_ANSWER, type FreshdeskAnswer, type FreshdeskGet } from './client';

/** The agent a key belongs to. */
export interface Agent {
  /** True when its ticket scope is global (1); otherwise lists leave tickets out silently. */
  readonly seesAllTickets: boolean;
  readonly roleIds: readonly number[];
}

/** The agent the key belongs to (Freshdesk API: view the logged-in agent). One call. */
export async function askAgent(get: FreshdeskGet): Promise<FreshdeskAnswer<Agent>> {
  const answer = await get('/api/v2/agents/me');
  if (!answer.ok) return answer;
  if (typeof answer.value !== 'object' || answer.value === null) return NOT_AN_ANSWER;
  const seesAllTickets = readField(answer.value, 'ticket_scope') === 1;
  const given = readField(answer.value, 'role_ids');
  const roleIds = Array.isArray(given) ? given.filter((id) => typeof id === 'number') : [];
  return { ...answer, value: { seesAllTickets, roleIds } };
}

/** The ids of the default role Account Administrator (Freshdesk API: list roles). One call. */
export async function askAdministratorRoles(get: FreshdeskGet): Promise<FreshdeskAnswer<readonly number[]>> {
  const answer = await get('/api/v2/roles');
  if (!answer.ok) return answer;
  const roles = Array.isArray(answer.value) ? (answer.value as readonly unknown[]) : [];
  const administrators = roles.filter(
    (role) => readField(role, 'name') === 'Account Administrator' && readField(role, 'default') === true,
  );
  const ids = administrators.map((role) => readField(role, 'id'));
  return { ...answer, value: ids.filter((id) => typeof id === 'number') };
}
