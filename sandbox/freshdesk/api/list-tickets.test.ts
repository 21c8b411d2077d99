import { openFreshdesk } from './freshdesk-fixture';
import type { OpenFreshdesk } from './freshdesk-fixture';

const DAY = 86_400_000;
const SINCE = '/api/v2/tickets?updated_since=1970-01-01T00:00:00Z&order_by=updated_at&order_type=asc';

let freshdesk: OpenFreshdesk;
beforeEach(async () => {
  freshdesk = await openFreshdesk({ plan: 'enterprise' });
});
afterEach(() => freshdesk.stop());

const idsOf = (json: unknown): readonly unknown[] =>
  Array.isArray(json) ? json.map((row: { readonly id: unknown }) => row.id) : [];

describe('GET /tickets', () => {
  it('shows the tickets created in the last 30 days, newest first', async () => {
    freshdesk.actions.createTicket();
    freshdesk.clock.value += 29 * DAY;
    freshdesk.actions.createTicket();
    freshdesk.clock.value += 2 * DAY;
    freshdesk.actions.createTicket();

    const { json } = await freshdesk.ask('/api/v2/tickets');

    expect(idsOf(json)).toEqual([3, 2]);
  });

  it('shows everything changed since a moment, that moment included', async () => {
    freshdesk.actions.createTicket();
    freshdesk.clock.value += DAY + 400;
    freshdesk.actions.createTicket();
    freshdesk.clock.value += DAY;
    freshdesk.actions.touch(1);

    const all = await freshdesk.ask(SINCE);
    const some = await freshdesk.ask('/api/v2/tickets?updated_since=2026-11-03T08:00:00Z&order_type=asc');

    expect(idsOf(all.json)).toEqual([2, 1]);
    expect(idsOf(some.json)).toEqual([1, 2]);
  });

  it('links to the next page while there is one', async () => {
    Array.from({ length: 5 }, () => freshdesk.actions.createTicket());

    const first = await freshdesk.ask(`${SINCE}&per_page=2`);
    const last = await freshdesk.ask(`${SINCE}&per_page=2&page=3`);

    expect(idsOf(first.json)).toEqual([1, 2]);
    expect(first.headers.get('link')).toMatch(/^<https:\/\/acme\.freshdesk\.com\/.*page=2>; rel="next"$/);
    expect(idsOf(last.json)).toEqual([5]);
    expect(last.headers.get('link')).toBeNull();
  });

  it('shows nothing of what a restored snapshot does not know', async () => {
    const restore = freshdesk.takeSnapshot();
    freshdesk.actions.createTicket({ subject: 'before' });
    await freshdesk.ask(SINCE);
    restore();
    const none = await freshdesk.ask(SINCE);
    freshdesk.actions.createTicket({ subject: 'after' });

    const one = await freshdesk.ask(SINCE);

    expect(none.json).toEqual([]);
    expect(one.json).toEqual([expect.objectContaining({ id: 1, subject: 'after' })]);
  });

  it.each([
    ['per_page=101', 'per_page'],
    ['per_page=0', 'per_page'],
    ['page=x', 'page'],
    ['page=301', 'page'],
    ['updated_since=yesterday', 'updated_since'],
    ['order_by=id', 'order_by'],
    ['filter=trash', 'filter'],
    ['include=conversations', 'include'],
    ['group_id=1', 'group_id'],
  ])('refuses %s', async (parameter, field) => {
    const { status, json } = await freshdesk.ask(`/api/v2/tickets?${parameter}`);

    expect(status).toBe(400);
    expect(json).toMatchObject({ description: 'Validation failed', errors: [{ field }] });
  });

  it('includes stats, requester and description when asked, and never what only events show', async () => {
    freshdesk.actions.createTicket({ outboundEmail: true, importId: '9' });
    freshdesk.actions.customerReply(1, { channel: 'email' });

    const plain = await freshdesk.ask('/api/v2/tickets');
    const full = await freshdesk.ask('/api/v2/tickets?include=stats,requester,description');

    expect(plain.json).toEqual([expect.not.objectContaining({ stats: expect.anything() })]);
    expect(plain.text).not.toMatch(/outbound_email|import_id|description/);
    expect(full.json).toMatchObject([
      {
        source: 10,
        stats: { requester_responded_at: '2026-11-02T08:00:00Z', agent_responded_at: null },
        requester: { name: expect.any(String) },
        description_text: expect.any(String),
      },
    ]);
  });

  it('keeps spam and trash in lists of their own', async () => {
    [1, 2, 3].forEach(() => freshdesk.actions.createTicket());
    freshdesk.actions.markSpam(2);
    freshdesk.actions.trash(3);

    expect(idsOf((await freshdesk.ask(SINCE)).json)).toEqual([1]);
    expect(idsOf((await freshdesk.ask(`${SINCE}&filter=spam`)).json)).toEqual([2]);
    expect((await freshdesk.ask(`${SINCE}&filter=deleted`)).json).toMatchObject([{ id: 3, deleted: true }]);
  });

  it('can be as old as a test wants', async () => {
    freshdesk.actions.createTicket();
    freshdesk.clock.value += 60_000;
    freshdesk.actions.createTicket();
    freshdesk.settings.staleListMs = 30_000;

    expect(idsOf((await freshdesk.ask(SINCE)).json)).toEqual([1]);
  });

  it('hides tickets of other groups from an agent of limited scope, and refuses them one by one', async () => {
    const { actions } = freshdesk;
    const [own, other] = [actions.createGroup('Own').id, actions.createGroup('Other').id];
    actions.createTicket({ groupId: own });
    actions.createTicket({ groupId: other });
    const { apiKey } = actions.addAgent({ role: 'Agent', ticketScope: 2, groupIds: [own] });

    expect(idsOf((await freshdesk.ask(SINCE, { key: apiKey })).json)).toEqual([1]);
    expect((await freshdesk.ask('/api/v2/tickets/2', { key: apiKey })).status).toBe(403);
  });
});
