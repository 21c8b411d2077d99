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

describe('GET /tickets/{id}', () => {
  it('shows a ticket, with stats and its first conversations when asked', async () => {
    freshdesk.actions.createTicket();
    Array.from({ length: 12 }, () => freshdesk.actions.privateNote(1));

    const { json, headers } = await freshdesk.ask('/api/v2/tickets/1?include=stats,conversations');

    expect(json).toMatchObject({ id: 1, source: 1, stats: { closed_at: null } });
    expect((json as { conversations: unknown[] }).conversations).toHaveLength(10);
    expect(headers.get('x-ratelimit-used-currentrequest')).toBe('3');
  });

  it('answers 404 with nothing in the body for what never was or is purged', async () => {
    freshdesk.actions.createTicket();
    freshdesk.actions.trash(1);
    freshdesk.actions.purge(1);

    expect(await freshdesk.ask('/api/v2/tickets/1')).toMatchObject({ status: 404, text: '' });
    expect(await freshdesk.ask('/api/v2/tickets/99')).toMatchObject({ status: 404, text: '' });
  });

  it.each([
    ['200', 200],
    ['403', 403],
    ['404', 404],
  ] as const)('answers for the trash as set: %s', async (trashView, status) => {
    freshdesk.settings.trashView = trashView;
    freshdesk.actions.createTicket();
    freshdesk.actions.trash(1);

    expect((await freshdesk.ask('/api/v2/tickets/1')).status).toBe(status);
    expect((await freshdesk.ask('/api/v2/tickets/1/conversations')).status).toBe(status);
  });

  it('shows an archived ticket at its archive address only', async () => {
    freshdesk.actions.createTicket();
    freshdesk.actions.customerReply(1, { channel: 'email' });
    freshdesk.actions.close(1);
    freshdesk.actions.archive(1);

    expect((await freshdesk.ask('/api/v2/tickets/1')).status).toBe(404);
    expect(idsOf((await freshdesk.ask(SINCE)).json)).toEqual([]);
    expect((await freshdesk.ask('/api/v2/tickets/archived/1')).json).toMatchObject({ id: 1, archived: true });
    expect((await freshdesk.ask('/api/v2/tickets/archived/1/conversations')).json).toHaveLength(1);
  });
});

describe('GET /tickets/{id}/conversations', () => {
  it('shows them oldest first, page by page', async () => {
    freshdesk.actions.createTicket();
    const reply = freshdesk.actions.customerReply(1, { channel: 'email' });
    const note = freshdesk.actions.privateNote(1);

    const first = await freshdesk.ask('/api/v2/tickets/1/conversations?per_page=1');
    const second = await freshdesk.ask('/api/v2/tickets/1/conversations?per_page=1&page=2');

    expect(first.json).toMatchObject([
      { id: reply?.id, incoming: true, private: false, source: 0, support_email: expect.any(String) },
    ]);
    expect(first.headers.get('link')).toContain('page=2');
    expect(idsOf(second.json)).toEqual([note.id]);
  });

  it('shows the conversations of merged tickets under the primary', async () => {
    [1, 2].forEach(() => freshdesk.actions.createTicket());
    const reply = freshdesk.actions.customerReply(2, { channel: 'email' });
    freshdesk.actions.merge(1, [2]);

    const { json } = await freshdesk.ask('/api/v2/tickets/1/conversations');

    expect(json).toMatchObject([{ id: reply?.id, ticket_id: 1 }, { private: true }]);
    expect((await freshdesk.ask('/api/v2/tickets/2')).json).toMatchObject({ status: 5 });
  });
});

describe('GET /search/tickets', () => {
  it('counts a day, 30 to a page and 10 pages at most', async () => {
    Array.from({ length: 31 }, () => freshdesk.actions.createTicket());
    freshdesk.clock.value += DAY;
    freshdesk.actions.createTicket();
    freshdesk.clock.value += 3_600_000;
    const ask = (query: string, page = 1) =>
      freshdesk.ask(`/api/v2/search/tickets?query=${encodeURIComponent(query)}&page=${page}`);

    const day = await ask(`"created_at:>'2026-11-02' AND created_at:<'2026-11-02'"`, 2);

    expect(day.json).toMatchObject({ total: 31, results: [{ id: 31 }] });
    expect((await ask(`"created_at:'2026-11-03'"`)).json).toMatchObject({ total: 1 });
    expect((await ask(`"created_at:'2026-11-03'"`, 11)).status).toBe(400);
    expect((await ask(`"source:1"`)).status).toBe(400);
  });
});

describe('POST', () => {
  it('makes a ticket with tags that apps hear of', async () => {
    const heard: string[] = [];
    freshdesk.onEvent(({ name }) => heard.push(name));

    const post = { email: 'admin@acme.example', subject: 'Alert', status: 2, priority: 1, tags: ['a'] };
    const { status, json } = await freshdesk.ask('/api/v2/tickets', { post });

    expect(status).toBe(201);
    expect(json).toMatchObject({ id: 1, source: 2, tags: ['a'] });
    expect(heard).toEqual(['onTicketCreate']);
  });

  it('refuses a ticket without a requester, and JSON that is none', async () => {
    expect((await freshdesk.ask('/api/v2/tickets', { post: { subject: 'x' } })).status).toBe(400);
    expect((await freshdesk.ask('/api/v2/tickets', { post: '{"subj' })).json).toMatchObject({
      code: 'invalid_json',
    });
  });

  it('writes a note, in the name of the customer when asked', async () => {
    freshdesk.actions.createTicket();
    const heard: unknown[] = [];
    freshdesk.onEvent(({ data }) => heard.push(data));
    const post = { body: 'text', private: false, incoming: true, user_id: 5 };

    const { status, json } = await freshdesk.ask('/api/v2/tickets/1/notes', { post });

    expect(status).toBe(201);
    expect(json).toMatchObject({ body: 'text', source: 2, incoming: true, private: false, user_id: 5 });
    expect(heard).toMatchObject([{ conversation: { body: 'text', body_text: 'text' } }]);
  });
});
