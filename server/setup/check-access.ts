import { askAdministratorRoles, askAgent, type Agent } from '../freshdesk/agent';
import { type FreshdeskAnswer, type FreshdeskGet, createFreshdeskGet, isHidden } from '../freshdesk/client';
import { type PostContactEvents, createPostContactEvents } from '../injixo/client';
import { interpretProbe } from '../injixo/interpret-answer';
import { NOTHING_LEARNED, createQuota } from '../freshdesk/quota';
import { LIMITS } from '../values/limits';
import type { Settings } from './settings';

/** Problems of the keys, in the order in which they are reported. */
export const ACCESS_PROBLEMS = [
  'injixo_key',
  'injixo_integration_needed',
  'injixo_integration_unknown',
  'freshdesk_key',
  'freshdesk_scope',
  'freshdesk_role',
  'injixo_unreachable',
  'freshdesk_unreachable',
] as const;
export type AccessProblem = (typeof ACCESS_PROBLEMS)[number];

/** Without the agent its role is unknown; the agent's own finding says why there is none. */
function roleProblem(
  agent: FreshdeskAnswer<Agent>,
  administratorRoles: FreshdeskAnswer<readonly number[]>,
  administratorRead: FreshdeskAnswer<unknown>,
): AccessProblem | null {
  if (!agent.ok || administratorRead.ok) return null;
  const { roleIds } = agent.value;
  if (administratorRoles.ok && administratorRoles.value.some((id) => roleIds.includes(id))) return null;
  return isHidden(administratorRead.problem) ? 'freshdesk_role' : 'freshdesk_unreachable';
}

/** The problem of each side of the access; null: none. */
export interface AccessFindings {
  readonly injixo: AccessProblem | null;
  readonly agent: AccessProblem | null;
  readonly role: AccessProblem | null;
}

/** Checks both keys in parallel: one empty request to injixo and three Freshdesk calls. Sends no contact. */
export async function askAccess(
  get: FreshdeskGet,
  post: PostContactEvents,
  now: number,
): Promise<AccessFindings> {
  const [probe, agent, administratorRoles, administratorRead] = await Promise.all([
    post([], `check-${now}`),
    askAgent(get),
    askAdministratorRoles(get),
    // Only administrators may make this read (Freshdesk API: admin ticket fields).
    get('/api/v2/admin/ticket_fields'),
  ]);
  const injixo = interpretProbe(probe)?.finding ?? null;
  const role = roleProblem(agent, administratorRoles, administratorRead);
  if (agent.ok) return { injixo, agent: agent.value.seesAllTickets ? null : 'freshdesk_scope', role };
  const isRefused = ['key refused', 'forbidden'].includes(agent.problem.kind);
  return { injixo, agent: isRefused ? 'freshdesk_key' : 'freshdesk_unreachable', role };
}

/** All problems of the keys, in the order in which they are reported. Calls as askAccess. */
export async function checkAccess(
  get: FreshdeskGet,
  post: PostContactEvents,
  now: number,
): Promise<readonly AccessProblem[]> {
  const { injixo, agent, role } = await askAccess(get, post, now);
  const found = [injixo, agent, role];
  return ACCESS_PROBLEMS.filter((problem) => found.includes(problem));
}

/** Clients for a check outside of a run; each request ends within LIMITS.setupCheckMs. */
export function openAccess(
  { freshdeskApiKey, injixoApiUrl, injixoApiKey, injixoIntegrationId }: Settings,
  freshdeskUrl: string,
): { readonly get: FreshdeskGet; readonly post: PostContactEvents } {
  const timeoutMs = LIMITS.setupCheckMs;
  const access = { baseUrl: freshdeskUrl, apiKey: freshdeskApiKey, timeoutMs };
  const quota = createQuota(NOTHING_LEARNED, Date.now, () => true);
  return {
    get: createFreshdeskGet(access, quota, Date.now),
    post: createPostContactEvents({
      baseUrl: injixoApiUrl,
      apiKey: injixoApiKey,
      integrationId: injixoIntegrationId,
      timeoutMs,
    }),
  };
}
