import { openFreshdesk } from './freshdesk-fixture';
import type { OpenFreshdesk } from './freshdesk-fixture';

let freshdesk: OpenFreshdesk;
beforeEach(async () => {
  freshdesk = await openFreshdesk();
});
afterEach(() => freshdesk.stop());

describe('the key', () => {
  it.each([
    ['of nobody', () => 'wrong'],
    ['of a deactivated agent', () => freshdesk.actions.addAgent({ isActive: false }).apiKey],
  ])('%s is refused', async (_whose, keyOf) => {
    const { status, json } = await freshdesk.ask('/api/v2/agents/me', { key: keyOf() });

    expect(status).toBe(401);
    expect(json).toMatchObject({ code: 'invalid_credentials' });
  });

  it('is not accepted over plain HTTP', async () => {
    const { status, json } = await freshdesk.ask('/api/v2/agents/me', { scheme: 'http' });

    expect(status).toBe(403);
    expect(json).toMatchObject({ code: 'ssl_required' });
  });

  it('tells its agent, scope and roles', async () => {
    const me = await freshdesk.ask('/api/v2/agents/me');
    const roles = await freshdesk.ask('/api/v2/roles');

    expect(me.json).toMatchObject({ ticket_scope: 1, type: 'support_agent', contact: { active: true } });
    const [roleId] = (me.json as { role_ids: number[] }).role_ids;
    expect(roles.json).toContainEqual(
      expect.objectContaining({ id: roleId, name: 'Account Administrator', default: true }),
    );
  });
});

describe('calls for administrators', () => {
  it.each(['/roles', '/groups', '/groups/1', '/account', '/admin/ticket_fields', '/admin/ticket_fields/1'])(
    '%s is refused to an ordinary agent',
    async (path) => {
      const { apiKey } = freshdesk.actions.addAgent({ role: 'Agent' });

      expect(await freshdesk.ask(`/api/v2${path}`, { key: apiKey })).toMatchObject({
        status: 403,
        json: { code: 'access_denied' },
      });
    },
  );

  it.each([
    ['forbidden', 403, expect.anything()],
    ['empty', 200, []],
    ['localised', 200, expect.arrayContaining([expect.objectContaining({ name: 'Kontoadministrator' })])],
  ] as const)('/roles can be %s', async (rolesAnswer, status, json) => {
    freshdesk.settings.rolesAnswer = rolesAnswer;

    expect(await freshdesk.ask('/api/v2/roles')).toMatchObject({ status, json });
  });

  it('tell groups until they are deleted, and the time zone of the account', async () => {
    const group = freshdesk.actions.createGroup('Sales');
    freshdesk.actions.renameGroup(group.id, 'Vertrieb');

    const one = await freshdesk.ask(`/api/v2/groups/${group.id}`);
    const before = await freshdesk.ask('/api/v2/groups');
    freshdesk.actions.deleteGroup(group.id);
    const after = await freshdesk.ask(`/api/v2/groups/${group.id}`);
    const account = await freshdesk.ask('/api/v2/account');

    expect(one.json).toMatchObject({ id: group.id, name: 'Vertrieb' });
    expect(before.json).toHaveLength(1);
    expect(after.status).toBe(404);
    expect(account.json).toMatchObject({ timezone: 'Eastern Time (US & Canada)' });
    expect((await freshdesk.ask('/api/v2/settings/helpdesk')).json).toMatchObject({ primary_language: 'en' });
  });
});

describe('GET /ticket_fields', () => {
  it.each([
    ['label-to-id', { Email: 1, Fax: 1001 }],
    ['id-to-label', { '1': 'Email', '1001': 'Fax' }],
    ['pairs', expect.arrayContaining([['Fax', 1001]])],
    ['objects', expect.arrayContaining([expect.objectContaining({ id: 1001, label: 'Fax' })])],
  ] as const)('writes choices %s', async (choicesShape, choices) => {
    freshdesk.actions.addSource('Fax');
    freshdesk.settings.choicesShape = choicesShape;

    const { json } = await freshdesk.ask('/api/v2/ticket_fields?type=default_source');

    expect(json).toMatchObject([{ name: 'source', choices }]);
  });

  it('names groups to every agent', async () => {
    const { id } = freshdesk.actions.createGroup('Sales');
    const { apiKey } = freshdesk.actions.addAgent({ role: 'Agent' });

    const { json } = await freshdesk.ask('/api/v2/ticket_fields', { key: apiKey });

    expect(json).toContainEqual(expect.objectContaining({ type: 'default_group', choices: { Sales: id } }));
  });

  it('shows administrators a field with its choices one by one', async () => {
    const all = await freshdesk.ask('/api/v2/admin/ticket_fields');
    const source = (all.json as { id: number; name: string }[]).find(({ name }) => name === 'source');

    const one = await freshdesk.ask(`/api/v2/admin/ticket_fields/${source?.id}`);

    expect(source).not.toHaveProperty('choices');
    expect(one.json).toMatchObject({ name: 'source', choices: expect.any(Array) });
  });
});
