import {
  closeServers,
  reply,
  serve,
  serveTrickle,
  TRICKLES,
  serveRaw,
  serveTls,
  unusedPort,
  type Answer,
} from '../../test/fakes/local-server';
import { type FreshdeskProblem, createFreshdeskGet } from './client';
import { LIMITS } from '../values/limits';
import { NOTHING_LEARNED, createQuota } from './quota';

const NOW = Date.parse('2026-11-05T12:00:00Z');

function account(baseUrl: string, timeoutMs = 5_000) {
  const quota = createQuota(
    NOTHING_LEARNED,
    () => NOW,
    () => true,
  );
  const get = createFreshdeskGet({ baseUrl, apiKey: 'key-1', timeoutMs }, quota, () => NOW);
  return { get, quota };
}

async function ask(answer: Answer) {
  const server = await serve(answer);
  return account(server.url).get('/api/v2/agents/me');
}

afterEach(closeServers);

it('asks with the key as the user of basic authentication', async () => {
  const server = await serve(reply(200, '{}'));

  await account(server.url).get('/api/v2/tickets', { page: 2, updated_since: '2026-11-05T12:00:00Z' });

  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatchObject({
    method: 'GET',
    headers: { authorization: `Basic ${Buffer.from('key-1:X').toString('base64')}` },
  });
  const url = new URL(server.requests[0]?.url ?? '', server.url);
  expect(url.pathname).toBe('/api/v2/tickets');
  expect(Object.fromEntries(url.searchParams)).toEqual({ page: '2', updated_since: '2026-11-05T12:00:00Z' });
});

it('answers with what Freshdesk says, and with the time of its clock', async () => {
  const answer = await ask(reply(200, '[{"id":7}]', { Date: 'Thu, 05 Nov 2026 11:58:00 GMT' }));

  expect(answer).toEqual({
    ok: true,
    value: [{ id: 7 }],
    serverTime: Date.parse('2026-11-05T11:58:00Z'),
  });
});

it.each([
  ['<https://acme.freshdesk.com/api/v2/tickets?page=2>; rel="next"', true],
  [
    '<https://acme.freshdesk.com/api/v2/tickets?page=1>; rel=prev, <https://acme.freshdesk.com/a>; rel=next',
    true,
  ],
  ['<https://acme.freshdesk.com/api/v2/tickets?rel=next>; rel="prev"', undefined],
])('says whether a next page is named: %s', async (link, hasNext) => {
  const answer = await ask(reply(200, '[]', { Link: link }));

  expect(answer.ok && answer.hasNext).toBe(hasNext);
});

it('has no time when Freshdesk gives none', async () => {
  const answer = await ask((response) => {
    response.sendDate = false;
    response.end('[]');
  });

  expect(answer).toMatchObject({ ok: true, serverTime: null });
});

it.each<[string, Answer, FreshdeskProblem]>([
  ['401', reply(401, '{"code":"invalid_credentials"}'), { kind: 'key refused' }],
  ['403', reply(403, '{"code":"access_denied"}'), { kind: 'forbidden' }],
  ['403 of a plan without the API', reply(403, '{"code":"require_feature"}'), { kind: 'plan' }],
  ['403 of a suspended account', reply(403, '{"code":"account_suspended"}'), { kind: 'suspended' }],
  ['401 of a suspended account', reply(401, '{"code":"account_suspended"}'), { kind: 'suspended' }],
  ['403 with a page', reply(403, '<html></html>'), { kind: 'forbidden' }],
  ['404 with an empty body', reply(404), { kind: 'not found' }],
  ['400', reply(400, '{"errors":[]}'), { kind: 'refused', status: 400 }],
  ['405', reply(405), { kind: 'refused', status: 405 }],
  ['500', reply(500, '<html></html>'), { kind: 'unreachable', status: 500 }],
  ['502', reply(502), { kind: 'unreachable', status: 502 }],
  ['503', reply(503), { kind: 'unreachable', status: 503 }],
  ['a page of HTML', reply(200, '<html>Maintenance</html>'), { kind: 'unreachable' }],
  ['half an answer', reply(200, '[{"id":7'), { kind: 'unreachable' }],
  ['an empty answer', reply(200), { kind: 'unreachable' }],
  ['204', reply(204), { kind: 'unreachable' }],
  ['an answer that breaks off', (response) => response.destroy(), { kind: 'unreachable' }],
])('has a problem with %s', async (_what, answer, problem) => {
  expect(await ask(answer)).toEqual({ ok: false, problem });
});

it.each([301, 302, 307])('does not follow the redirect %i with the key', async (status) => {
  const elsewhere = await serve(reply(200, '{}'));

  const answer = await ask(reply(status, '', { Location: elsewhere.url }));

  expect(answer).toEqual({ ok: false, problem: { kind: 'unreachable' } });
  expect(elsewhere.requests).toEqual([]);
});

it.each<[string, Readonly<Record<string, string>>, number]>([
  ['the seconds it names', { 'Retry-After': '30' }, NOW + 30_000],
  [
    'the date it names',
    { 'Retry-After': 'Wed, 04 Nov 2026 12:02:00 GMT', Date: 'Wed, 04 Nov 2026 12:00:00 GMT' },
    NOW + 120_000,
  ],
  ['a minute when it names nothing', {}, NOW + 60_000],
])('leaves Freshdesk alone after a 429 for %s', async (_what, headers, retryAt) => {
  const server = await serve(reply(429, '', headers));
  const { get, quota } = account(server.url);

  expect(await get('/api/v2/agents/me')).toEqual({ ok: false, problem: { kind: 'throttled', retryAt } });
  expect(quota.memory().pause).toEqual({ readAt: NOW, until: retryAt });

  expect(await get('/api/v2/agents/me')).toEqual({ ok: false, problem: { kind: 'not asked' } });
  expect(server.requests).toHaveLength(1);
});

it('learns the limit of the account from every answer, also from one that refuses', async () => {
  const server = await serve(reply(403, '', { 'X-RateLimit-Total': '200', 'X-RateLimit-Remaining': '150' }));
  const { get, quota } = account(server.url);

  await get('/api/v2/agents/me');

  expect(quota.memory().account.total).toBe(200);
});

it('learns the smaller limit of ticket lists from them alone', async () => {
  const server = await serve(reply(200, '[]', { 'X-RateLimit-Total': '40' }));
  const { get, quota } = account(server.url);

  await get('/api/v2/tickets', { page: 1 });

  expect(quota.memory()).toMatchObject({ account: { total: null }, lists: { total: 40 } });
  await get('/api/v2/tickets/7');
  expect(quota.memory()).toMatchObject({ account: { total: 40 }, lists: { total: 40 } });
});

it('counts what a call was charged', async () => {
  const server = await serve(reply(200, '[]', { 'X-RateLimit-Used-CurrentRequest': '3' }));
  const { get, quota } = account(server.url);

  await get('/api/v2/tickets');

  expect(quota.spent()).toBe(3);
});

describe('an account that cannot be reached', () => {
  const unreachable = { ok: false, problem: { kind: 'unreachable' } };

  it('is one whose port is refused', async () => {
    const { get } = account(`http://127.0.0.1:${await unusedPort()}`);

    expect(await get('/api/v2/agents/me')).toEqual(unreachable);
  });

  it('is one whose name nobody knows', async () => {
    expect(await account('https://no-such-host.invalid').get('/api/v2/agents/me')).toEqual(unreachable);
  });

  it('is one whose certificate nobody vouches for, and it never sees the key', async () => {
    const server = await serveTls('this-host', reply(200, '{}'));

    expect(await account(server.url).get('/api/v2/agents/me')).toEqual(unreachable);
    expect(server.requests).toEqual([]);
  });

  it('is one that stays silent', async () => {
    const port = await serveRaw(() => undefined);

    expect(await account(`http://127.0.0.1:${port}`, 100).get('/api/v2/agents/me')).toEqual(unreachable);
  });
});

it.each(TRICKLES)(
  'an answer that trickles is none at the deadline, and its connection is closed: %s',
  async (_what, trickle) => {
    const { port, closed } = await serveTrickle(trickle);
    const quota = createQuota(NOTHING_LEARNED, Date.now, () => true);
    const access = { baseUrl: `http://127.0.0.1:${port}`, apiKey: 'key-1', timeoutMs: 300 };

    const answer = await createFreshdeskGet(access, quota, Date.now)('/api/v2/agents/me');

    expect(answer).toEqual({ ok: false, problem: { kind: 'unreachable' } });
    await closed;
  },
);

it('reads a text whose letters come in pieces', async () => {
  const bytes = Buffer.from('{"name":"Grüße"}');
  const answer = await ask((response) => {
    response.write(bytes.subarray(0, 12));
    setImmediate(() => response.end(bytes.subarray(12)));
  });

  expect(answer).toMatchObject({ ok: true, value: { name: 'Grüße' } });
});

it('has no answer when the body is longer than it may be', async () => {
  const answer = await ask(reply(200, JSON.stringify('x'.repeat(LIMITS.freshdeskAnswerBytes))));

  expect(answer).toEqual({ ok: false, problem: { kind: 'unreachable' } });
});
