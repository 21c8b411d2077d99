import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { askAdministratorRoles, askAgent } from './agent';

const REFUSED = failed({ kind: 'key refused' });

it.each<[string, unknown, object]>([
  ['everything', { ticket_scope: 1, role_ids: [9, 10] }, { seesAllTickets: true, roleIds: [9, 10] }],
  ['its groups', { ticket_scope: 2, role_ids: [9] }, { seesAllTickets: false, roleIds: [9] }],
  ['its own', { ticket_scope: 3, role_ids: [] }, { seesAllTickets: false, roleIds: [] }],
  ['nothing it says', {}, { seesAllTickets: false, roleIds: [] }],
  [
    'roles that are no numbers',
    { ticket_scope: 1, role_ids: ['9', 10] },
    { seesAllTickets: true, roleIds: [10] },
  ],
])('knows an agent who sees %s', async (_what, value, agent) => {
  const { get } = createFakeFreshdesk({ '/api/v2/agents/me': answered(value) });

  expect(await askAgent(get)).toEqual({ ok: true, value: agent, serverTime: null });
});

it.each([[null], ['text']])('takes %j for no agent', async (value) => {
  const { get } = createFakeFreshdesk({ '/api/v2/agents/me': answered(value) });

  expect(await askAgent(get)).toEqual(failed({ kind: 'unreachable' }));
});

it('knows the default role of account administrators, and no role that only has its name', async () => {
  const roles = [
    { id: 1, name: 'Agent', default: true },
    { id: 2, name: 'Account Administrator', default: true },
    { id: 3, name: 'Account Administrator', default: false },
    { id: '4', name: 'Account Administrator', default: true },
    null,
  ];
  const { get } = createFakeFreshdesk({ '/api/v2/roles': answered(roles) });

  expect(await askAdministratorRoles(get)).toMatchObject({ ok: true, value: [2] });
});

it('knows no role from an answer that is no list', async () => {
  const { get } = createFakeFreshdesk({ '/api/v2/roles': answered({}) });

  expect(await askAdministratorRoles(get)).toMatchObject({ ok: true, value: [] });
});

it('hands problems on', async () => {
  const { get } = createFakeFreshdesk({ '/api/v2/agents/me': REFUSED, '/api/v2/roles': REFUSED });

  expect(await askAgent(get)).toEqual(REFUSED);
  expect(await askAdministratorRoles(get)).toEqual(REFUSED);
});
