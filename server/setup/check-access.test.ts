import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import type { FreshdeskAnswer, FreshdeskProblem } from '../freshdesk/client';
import type { RawAnswer } from '../injixo/interpret-answer';
import { ACCESS_PROBLEMS, checkAccess, openAccess, type AccessProblem } from './check-access';
import { parseSettings } from './settings';

const NOW = Date.parse('2026-11-05T12:00:00Z');

interface Answers {
  readonly injixo: RawAnswer;
  readonly agent: FreshdeskAnswer<unknown>;
  readonly roles: FreshdeskAnswer<unknown>;
  readonly adminRead: FreshdeskAnswer<unknown>;
}

function injixo(status: number, body = ''): RawAnswer {
  return { kind: 'answer', status, body, retryAfter: undefined };
}

const FINE: Answers = {
  injixo: injixo(200),
  agent: answered({ ticket_scope: 1, role_ids: [9] }),
  roles: answered([{ id: 9, name: 'Account Administrator', default: true }]),
  adminRead: answered([]),
};
const NO_ROLE = { roles: answered([]), adminRead: failed({ kind: 'forbidden' }) };

async function check(changed: Partial<Answers>) {
  const answers = { ...FINE, ...changed };
  const posted: unknown[] = [];
  const freshdesk = createFakeFreshdesk({
    '/api/v2/agents/me': answers.agent,
    '/api/v2/roles': answers.roles,
    '/api/v2/admin/ticket_fields': answers.adminRead,
  });
  const problems = await checkAccess(
    freshdesk.get,
    (events) => {
      posted.push(events);
      return Promise.resolve(answers.injixo);
    },
    NOW,
  );
  return { problems, posted, freshdesk };
}

it('finds nothing wrong with two good keys, with one empty request and three calls', async () => {
  const { problems, posted, freshdesk } = await check({});

  expect(problems).toEqual([]);
  expect(posted).toEqual([[]]);
  expect(freshdesk.asked).toHaveLength(3);
});

it.each<[string, Partial<Answers>, AccessProblem]>([
  ['injixo answers 401', { injixo: injixo(401) }, 'injixo_key'],
  ['injixo answers 403', { injixo: injixo(403) }, 'injixo_key'],
  ['injixo answers 404', { injixo: injixo(404) }, 'injixo_integration_unknown'],
  [
    'injixo asks for the ID',
    { injixo: injixo(422, 'integrationConfigurationId is missing') },
    'injixo_integration_needed',
  ],
  ['injixo answers 308', { injixo: injixo(308) }, 'injixo_moved'],
  ['injixo answers 503', { injixo: injixo(503) }, 'injixo_unreachable'],
  ['injixo answers with a page', { injixo: injixo(200, '<html></html>') }, 'injixo_unreachable'],
  ['injixo cannot be reached', { injixo: { kind: 'not sent' } }, 'injixo_unreachable'],
  ['the connection to injixo breaks', { injixo: { kind: 'broken' } }, 'injixo_unreachable'],
  ['Freshdesk refuses the key', { agent: failed({ kind: 'key refused' }) }, 'freshdesk_key'],
  ['Freshdesk forbids the agent', { agent: failed({ kind: 'forbidden' }) }, 'freshdesk_role'],
  ['the plan has no API', { agent: failed({ kind: 'plan' }) }, 'freshdesk_plan'],
  ['the account is suspended', { agent: failed({ kind: 'suspended' }) }, 'freshdesk_suspended'],
  [
    'the plan does not have what only administrators may read',
    { roles: answered([]), adminRead: failed({ kind: 'plan' }) },
    'freshdesk_plan',
  ],
  ['there is no such account', { agent: failed({ kind: 'not found' }) }, 'freshdesk_unreachable'],
  ['Freshdesk is throttled', { agent: failed({ kind: 'throttled', retryAt: NOW }) }, 'freshdesk_unreachable'],
  ['Freshdesk cannot be reached', { agent: failed({ kind: 'unreachable' }) }, 'freshdesk_unreachable'],
  ['the agent sees a part', { agent: answered({ ticket_scope: 2, role_ids: [9] }) }, 'freshdesk_scope'],
  ['the agent is no administrator', NO_ROLE, 'freshdesk_role'],
  [
    'the administrators are others',
    { ...NO_ROLE, roles: answered([{ id: 8, name: 'Account Administrator', default: true }]) },
    'freshdesk_role',
  ],
  [
    'only a role of the same name is held',
    { ...NO_ROLE, roles: answered([{ id: 9, name: 'Account Administrator', default: false }]) },
    'freshdesk_role',
  ],
  [
    'the role cannot be found out',
    { roles: answered([]), adminRead: failed({ kind: 'unreachable' }) },
    'freshdesk_unreachable',
  ],
])('names one problem when %s', async (_what, changed, problem) => {
  expect((await check(changed)).problems).toEqual([problem]);
});

it.each<[string, Partial<Answers>]>([
  ['by the name of its role', { adminRead: failed({ kind: 'forbidden' }) }],
  ['by a read that only administrators may make', { roles: failed({ kind: 'forbidden' }) }],
  ['by that read where the account has given the role another name', { roles: answered([]) }],
])('knows an administrator %s', async (_how, changed) => {
  expect((await check(changed)).problems).toEqual([]);
});

it.each<FreshdeskProblem>([{ kind: 'key refused' }, { kind: 'unreachable' }])(
  'says nothing of the role when it is the agent that cannot be asked: %j',
  async (problem) => {
    const all = { agent: failed(problem), roles: failed(problem), adminRead: failed(problem) };

    expect((await check(all)).problems).toHaveLength(1);
  },
);

it('names all problems in the order in which a person should hear of them', async () => {
  const { problems } = await check({
    injixo: injixo(401),
    agent: answered({ ticket_scope: 3, role_ids: [] }),
    ...NO_ROLE,
  });

  expect(problems).toEqual(['injixo_key', 'freshdesk_scope', 'freshdesk_role']);
});

it('tells of what a person can mend before what only takes time', () => {
  const rank = (problem: AccessProblem) => ACCESS_PROBLEMS.indexOf(problem);

  expect(rank('freshdesk_role')).toBeLessThan(rank('injixo_unreachable'));
  expect(rank('freshdesk_role')).toBeLessThan(rank('freshdesk_unreachable'));
});

it('asks injixo alone when no Freshdesk key is entered', async () => {
  const { value } = parseSettings({ injixo_api_key: 'ik-1' });
  const { get } = openAccess(value, 'https://acme.freshdesk.com');

  expect(get).toBeNull();
  expect(await checkAccess(get, () => Promise.resolve(injixo(200)), NOW)).toEqual([]);
  expect(await checkAccess(get, () => Promise.resolve(injixo(401)), NOW)).toEqual(['injixo_key']);
});
