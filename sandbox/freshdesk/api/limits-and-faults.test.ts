import { openFreshdesk } from './freshdesk-fixture';
import type { OpenFreshdesk } from './freshdesk-fixture';

let freshdesk: OpenFreshdesk;
beforeEach(async () => {
  freshdesk = await openFreshdesk();
});
afterEach(() => freshdesk.stop());

describe('limits', () => {
  it('count credits in every answer, and refuse with the time to wait', async () => {
    freshdesk.setPlan('trial');
    freshdesk.spendCredits(47);
    freshdesk.clock.value += 20_000;

    const paid = await freshdesk.ask('/api/v2/tickets?include=stats');
    const refused = await freshdesk.ask('/api/v2/agents/me');
    freshdesk.clock.value += 40_000;
    const again = await freshdesk.ask('/api/v2/agents/me');

    expect(paid.headers.get('x-ratelimit-remaining')).toBe('47');
    expect(paid.headers.get('x-ratelimit-used-currentrequest')).toBe('3');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(again.status).toBe(200);
  });

  it('are smaller for the ticket list', async () => {
    freshdesk.setPlan('growth');
    const list = () => freshdesk.ask('/api/v2/tickets?include=stats');

    const answers = [await list(), await list(), await list(), await list(), await list(), await list()];
    const last = await list();

    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(answers[0]?.headers.get('x-ratelimit-total')).toBe('20');
    expect(last.status).toBe(429);
    expect((await freshdesk.ask('/api/v2/agents/me')).status).toBe(200);
    expect(freshdesk.calls).toMatchObject({ list: 7, agents: 1, view: 0 });
  });

  it('are smaller for new tickets', async () => {
    freshdesk.setPlan('growth');
    freshdesk.limits.createPerMinute = 1;
    const create = () => freshdesk.ask('/api/v2/tickets', { post: { email: 'a@example.org' } });

    const first = await create();
    const second = await create();

    expect(first.status).toBe(201);
    expect(first.headers.get('x-ratelimit-total')).toBe('1');
    expect(second.status).toBe(429);
    expect((await freshdesk.ask('/api/v2/tickets/1')).status).toBe(200);
  });

  it('are those of an hour in an older account, and are refilled when the hour begins', async () => {
    freshdesk.setPlan('hourly');
    freshdesk.clock.value += 50 * 60_000;
    freshdesk.spendCredits(2_999);

    const last = await freshdesk.ask('/api/v2/agents/me');
    freshdesk.clock.value += 5 * 60_000;
    const refused = await freshdesk.ask('/api/v2/agents/me');
    freshdesk.clock.value += 5 * 60_000;
    const next = await freshdesk.ask('/api/v2/agents/me');

    expect(last.headers.get('x-ratelimit-total')).toBe('3000');
    expect(last.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('300');
    expect(next.headers.get('x-ratelimit-remaining')).toBe('2999');
  });

  it('count what is refused for its key, too', async () => {
    await freshdesk.ask('/api/v2/agents/me', { key: 'wrong' });

    expect(freshdesk.usedCredits()).toBe(1);
  });
});

describe('faults', () => {
  it('strike as often as told, one family only when told', async () => {
    freshdesk.faults.add({ kind: 'status', status: 503, times: 1, family: 'list' });

    expect((await freshdesk.ask('/api/v2/agents/me')).status).toBe(200);
    expect((await freshdesk.ask('/api/v2/tickets')).status).toBe(503);
    expect((await freshdesk.ask('/api/v2/tickets')).status).toBe(200);
  });

  it('strike the calls about one ticket only when told', async () => {
    const [first, second] = [freshdesk.actions.createTicket(), freshdesk.actions.createTicket()];
    freshdesk.faults.add({ kind: 'status', status: 500, ticketId: first.id });
    freshdesk.faults.add({ kind: 'huge', ticketId: second.id, family: 'conversations' });
    const statusOf = async (path: string): Promise<number> => (await freshdesk.ask(path)).status;

    expect(await statusOf(`/api/v2/tickets/${first.id}`)).toBe(500);
    expect(await statusOf(`/api/v2/tickets/${first.id}/conversations`)).toBe(500);
    expect(await statusOf(`/api/v2/tickets/${second.id}`)).toBe(200);
    expect(await statusOf('/api/v2/tickets')).toBe(200);
    const { text } = await freshdesk.ask(`/api/v2/tickets/${second.id}/conversations`);
    expect(text.length).toBeGreaterThan(20_000_000);
  });

  it('can be pages that are shorter than asked for, although others follow', async () => {
    for (let count = 0; count < 3; count += 1) freshdesk.actions.createTicket();
    freshdesk.settings.rowsShort = 1;

    const first = await freshdesk.ask('/api/v2/tickets?per_page=3');
    const last = await freshdesk.ask('/api/v2/tickets?per_page=3&page=2');

    expect(first.json).toHaveLength(2);
    expect(first.headers.get('link')).toContain('rel="next"');
    expect(last.json).toHaveLength(1);
    expect(last.headers.get('link')).toBeNull();
  });

  it('strike one ticket at all its addresses, and no other', async () => {
    const [one, other] = [freshdesk.actions.createTicket(), freshdesk.actions.createTicket()];
    freshdesk.faults.add({ kind: 'status', status: 403, ticketId: one.id });
    const statusOf = async (path: string): Promise<number> => (await freshdesk.ask(`/api/v2/${path}`)).status;

    expect(await statusOf(`tickets/${one.id}`)).toBe(403);
    expect(await statusOf(`tickets/archived/${one.id}`)).toBe(403);
    expect(await statusOf(`tickets/${one.id}/conversations`)).toBe(403);
    expect(await statusOf(`tickets/${other.id}`)).toBe(200);
    expect(await statusOf('tickets')).toBe(200);
  });

  it('can throttle with the headers of a limit', async () => {
    freshdesk.faults.add({ kind: 'throttle', limit: { total: 100, remaining: 0 }, family: 'list' });

    const { status, headers } = await freshdesk.ask('/api/v2/tickets');

    expect(status).toBe(429);
    expect(headers.get('x-ratelimit-total')).toBe('100');
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await freshdesk.ask('/api/v2/agents/me')).status).toBe(200);
  });

  it('can be pages, broken JSON and throttling', async () => {
    freshdesk.faults.add({ kind: 'html', times: 1 });
    freshdesk.faults.add({ kind: 'malformed', times: 1 });
    freshdesk.faults.add({ kind: 'throttle', retryAfterSeconds: 7, times: 1 });
    freshdesk.faults.add({ kind: 'throttle', times: 1 });

    const ask = () => freshdesk.ask('/api/v2/agents/me');

    expect(await ask()).toMatchObject({
      status: 200,
      json: undefined,
      text: expect.stringContaining('<html>'),
    });
    expect(await ask()).toMatchObject({ status: 200, json: undefined });
    expect((await ask()).headers.get('retry-after')).toBe('7');
    expect((await ask()).headers.get('retry-after')).toBeNull();
    expect((await ask()).status).toBe(200);
  });

  it('can be slow in virtual time, silent, or end the connection', async () => {
    const remove = freshdesk.faults.add({ kind: 'slow', latencyMs: 9_000 });
    const slow = await freshdesk.ask('/api/v2/agents/me');
    remove();
    freshdesk.faults.add({ kind: 'black-hole', times: 1 });
    const silent = await freshdesk.ask('/api/v2/agents/me');
    freshdesk.faults.add({ kind: 'broken' });

    expect(slow).toMatchObject({ status: 200 });
    expect(slow.headers.get('x-sandbox-latency-ms')).toBe('9000');
    expect(silent.headers.get('x-sandbox-latency-ms')).toBe('1000000000');
    await expect(freshdesk.ask('/api/v2/agents/me')).rejects.toThrow();
    freshdesk.faults.clear();
    expect((await freshdesk.ask('/api/v2/agents/me')).headers.get('x-sandbox-latency-ms')).toBe('120');
  });

  it('can be a clock that is wrong', async () => {
    freshdesk.settings.clockSkewMs = 90_000;

    const { headers } = await freshdesk.ask('/api/v2/agents/me');

    expect(headers.get('date')).toBe('Mon, 02 Nov 2026 08:01:30 GMT');
    expect(headers.get('x-sandbox-date')).toBe('Mon, 02 Nov 2026 08:01:30 GMT');
  });
});
