import { askAdministratorRead, askAdministratorRoles, askAgent, type Agent } from '../freshdesk/agent';
import { type FreshdeskAnswer, type FreshdeskGet, createFreshdeskGet, isHidden } from '../freshdesk/client';
import { type PostContactEvents, createPostContactEvents } from '../injixo/client';
import { interpretProbe } from '../injixo/interpret-answer';
import { NOTHING_LEARNED, createQuota } from '../freshdesk/quota';
import { LIMITS } from '../values/limits';
import type { Settings } from './settings';

/** What can be wrong with the keys, in the order in which it is told. */
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

function agentProblem(agent: FreshdeskAnswer<Agent>): AccessProblem | null {
  if (agent.ok) return agent.value.seesAllTickets ? null : 'freshdesk_scope';
  const refused = agent.problem.kind === 'key refused' || agent.problem.kind === 'forbidden';
  return refused ? 'freshdesk_key' : 'freshdesk_unreachable';
}

interface RoleAnswers {
  readonly agent: FreshdeskAnswer<Agent>;
  readonly administratorRoles: FreshdeskAnswer<readonly number[]>;
  readonly administratorRead: FreshdeskAnswer<true>;
}

function holdsRole({ agent, administratorRoles }: RoleAnswers): boolean {
  if (!agent.ok || !administratorRoles.ok) return false;
  return administratorRoles.value.some((id) => agent.value.roleIds.includes(id));
}

function roleProblem(answers: RoleAnswers): AccessProblem | null {
  if (holdsRole(answers) || answers.administratorRead.ok) return null;
  // Without the agent nothing can be said of its role; agentProblem tells why there is none.
  if (!answers.agent.ok) return null;
  return isHidden(answers.administratorRead.problem) ? 'freshdesk_role' : 'freshdesk_unreachable';
}

/** What is wrong with each thing that has to be right; null: nothing. */
export interface AccessFindings {
  readonly injixo: AccessProblem | null;
  readonly agent: AccessProblem | null;
  readonly role: AccessProblem | null;
}

/** Asks both sides about the keys. One empty request to injixo, three Freshdesk calls, all at once; no contact is ever sent. */
export async function askAccess(
  get: FreshdeskGet,
  post: PostContactEvents,
  now: number,
): Promise<AccessFindings> {
  const [probe, agent, administratorRoles, administratorRead] = await Promise.all([
    post([], `check-${now}`),
    askAgent(get),
    askAdministratorRoles(get),
    askAdministratorRead(get),
  ]);
  return {
    injixo: interpretProbe(probe)?.finding ?? null,
    agent: agentProblem(agent),
    role: roleProblem({ agent, administratorRoles, administratorRead }),
  };
}

/** Everything that is wrong with the keys, in the order in which a person should hear of it. Calls as askAccess. */
export async function checkAccess(
  get: FreshdeskGet,
  post: PostContactEvents,
  now: number,
): Promise<readonly AccessProblem[]> {
  const { injixo, agent, role } = await askAccess(get, post, now);
  const found = [injixo, agent, role];
  return ACCESS_PROBLEMS.filter((problem) => found.includes(problem));
}

/** Clients for a check of the keys outside of any run; each request ends within LIMITS.setupCheckMs. No call is made yet. */
export function openAccess(
  settings: Settings,
  freshdeskUrl: string,
): { readonly get: FreshdeskGet; readonly post: PostContactEvents } {
  const timeoutMs = LIMITS.setupCheckMs;
  const quota = createQuota(NOTHING_LEARNED, Date.now, () => true);
  return {
    get: createFreshdeskGet(
      { baseUrl: freshdeskUrl, apiKey: settings.freshdeskApiKey, timeoutMs },
      quota,
      Date.now,
    ),
    post: createPostContactEvents({
      baseUrl: settings.injixoApiUrl,
      apiKey: settings.injixoApiKey,
      integrationId: settings.injixoIntegrationId,
      timeoutMs,
    }),
  };
}
