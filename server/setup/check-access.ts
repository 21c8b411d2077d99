import { askAdministratorRoles, askAgent, type Agent } from '../freshdesk/agent';
import {
  type FreshdeskAnswer,
  type FreshdeskGet,
  type FreshdeskProblem,
  createFreshdeskGet,
  isHidden,
} from '../freshdesk/client';
import { type PostContactEvents, createPostContactEvents } from '../injixo/client';
import { interpretProbe } from '../injixo/interpret-answer';
import { NOTHING_LEARNED, createQuota } from '../freshdesk/quota';
import { LIMITS } from '../values/limits';
import type { Settings } from './settings';
import { settleAll } from '../values/settle-all';

/** Problems of the keys, in the order in which they are reported. */
export const ACCESS_PROBLEMS = [
  'injixo_key',
  'injixo_integration_needed',
  'injixo_integration_unknown',
  'injixo_moved',
  'freshdesk_key',
  'freshdesk_scope',
  'freshdesk_role',
  'freshdesk_plan',
  'freshdesk_suspended',
  'injixo_unreachable',
  'freshdesk_unreachable',
] as const;
export type AccessProblem = (typeof ACCESS_PROBLEMS)[number];

const CAUSES: Readonly<Partial<Record<FreshdeskProblem['kind'], AccessProblem>>> = {
  'key refused': 'freshdesk_key',
  forbidden: 'freshdesk_role',
  plan: 'freshdesk_plan',
  suspended: 'freshdesk_suspended',
};

/** What Freshdesk's answer gives as the cause; an answer that gives none says only that Freshdesk could not be reached. */
function causeOf({ kind }: FreshdeskProblem): AccessProblem {
  return CAUSES[kind] ?? 'freshdesk_unreachable';
}

/** Without the agent its role is unknown; the agent's own finding says why there is none. */
function roleProblem(
  agent: FreshdeskAnswer<Agent>,
  administratorRoles: FreshdeskAnswer<readonly number[]>,
  administratorRead: FreshdeskAnswer<unknown>,
): AccessProblem | null {
  if (!agent.ok || administratorRead.ok) return null;
  const { roleIds } = agent.value;
  if (administratorRoles.ok && administratorRoles.value.some((id) => roleIds.includes(id))) return null;
  return isHidden(administratorRead.problem) ? 'freshdesk_role' : causeOf(administratorRead.problem);
}

/** The problem of each side of the access; null: none. */
export interface AccessFindings {
  readonly injixo: AccessProblem | null;
  readonly agent: AccessProblem | null;
  readonly role: AccessProblem | null;
}

/** Checks both keys in parallel: one empty request to injixo and, with a Freshdesk key, three Freshdesk calls. Sends no contact. */
export async function askAccess(
  get: FreshdeskGet | null,
  post: PostContactEvents,
  now: number,
): Promise<AccessFindings> {
  const [probe, freshdesk] = await settleAll([
    post([], `check-${now}`),
    get === null ? { agent: null, role: null } : askFreshdesk(get),
  ]);
  return { injixo: interpretProbe(probe)?.finding ?? null, ...freshdesk };
}

async function askFreshdesk(get: FreshdeskGet): Promise<Omit<AccessFindings, 'injixo'>> {
  const [agent, administratorRoles, administratorRead] = await settleAll([
    askAgent(get),
    askAdministratorRoles(get),
    // Only administrators may make this read (Freshdesk API: admin ticket fields).
    get('/api/v2/admin/ticket_fields'),
  ]);
  const role = roleProblem(agent, administratorRoles, administratorRead);
  if (agent.ok) return { agent: agent.value.seesAllTickets ? null : 'freshdesk_scope', role };
  return { agent: causeOf(agent.problem), role };
}

/** All problems of the keys, in the order in which they are reported. Calls as askAccess. */
export async function checkAccess(
  get: FreshdeskGet | null,
  post: PostContactEvents,
  now: number,
): Promise<readonly AccessProblem[]> {
  const { injixo, agent, role } = await askAccess(get, post, now);
  const found = [injixo, agent, role];
  return ACCESS_PROBLEMS.filter((problem) => found.includes(problem));
}

/** Clients for a check outside of a run, none for Freshdesk without a key; each request ends within LIMITS.setupCheckMs. */
export function openAccess(
  { way, freshdeskApiKey, injixoApiUrl, injixoApiKey, injixoIntegrationId }: Settings,
  freshdeskUrl: string,
): { readonly get: FreshdeskGet | null; readonly post: PostContactEvents } {
  const timeoutMs = LIMITS.setupCheckMs;
  const access = { baseUrl: freshdeskUrl, apiKey: freshdeskApiKey, timeoutMs };
  const quota = createQuota(NOTHING_LEARNED, Date.now, () => true);
  return {
    get: way === 'live' ? null : createFreshdeskGet(access, quota, Date.now),
    post: createPostContactEvents(
      { baseUrl: injixoApiUrl, apiKey: injixoApiKey, integrationId: injixoIntegrationId, timeoutMs },
      Date.now,
    ),
  };
}
