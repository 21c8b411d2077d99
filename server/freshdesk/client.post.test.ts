import {
  closeServers,
  reply,
  serve,
  serveTls,
  serveTrickle,
  TRICKLES,
  unusedPort,
  type Answer,
} from '../../test/fakes/local-server';
import { createFreshdeskPost, type PostResult } from './client';
import { NOTHING_LEARNED, createQuota } from './quota';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const BODY = { subject: 'Something', tags: ['a'] };

function account(baseUrl: string, timeoutMs = 5_000) {
  const quota = createQuota(
    NOTHING_LEARNED,
    () => NOW,
    () => true,
  );
  const post = createFreshdeskPost({ baseUrl, apiKey: 'key-1', timeoutMs }, quota, () => NOW);
  return { post, quota };
}

async function post(answer: Answer): Promise<PostResult> {
  const server = await serve(answer);
  return account(server.url).post('/api/v2/tickets', BODY);
}

afterEach(closeServers);

it('sends JSON once, with the key as the user of basic authentication, over a connection of its own', async () => {
  const server = await serve(reply(201, '{"id":9}'));
  const { post: send, quota } = account(server.url);

  expect(await send('/api/v2/tickets', BODY)).toEqual({ kind: 'made', value: { id: 9 } });
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatchObject({
    method: 'POST',
    url: '/api/v2/tickets',
    body: JSON.stringify(BODY),
    headers: {
      authorization: `Basic ${Buffer.from('key-1:X').toString('base64')}`,
      'content-type': 'application/json',
      connection: 'close',
    },
  });
  expect(quota.spent()).toBe(1);
});

it.each<[string, Answer, object]>([
  ['400', reply(400, '{"errors":[]}'), { kind: 'refused', status: 400 }],
  ['401', reply(401), { kind: 'key refused' }],
  ['403', reply(403), { kind: 'forbidden' }],
  ['404', reply(404), { kind: 'not found' }],
  ['405', reply(405), { kind: 'refused', status: 405 }],
])('has made nothing after %s', async (_what, answer, problem) => {
  expect(await post(answer)).toEqual({ kind: 'not made', problem });
});

it.each<[string, Answer]>([
  ['500', reply(500)],
  ['503', reply(503, '<html></html>')],
  ['204', reply(204)],
  ['a page of HTML', reply(201, '<html>Maintenance</html>')],
  ['a connection that breaks', (response) => response.destroy()],
])('does not know what it has made after %s', async (_what, answer) => {
  expect(await post(answer)).toEqual({ kind: 'unclear' });
});

it('does not know what it has made when nobody answers in time', async () => {
  const server = await serve(() => undefined);

  expect(await account(server.url, 50).post('/api/v2/tickets', BODY)).toEqual({ kind: 'unclear' });
});

it('has made nothing where nobody listens, or where the certificate is not accepted', async () => {
  const nobody = await account(`http://127.0.0.1:${await unusedPort()}`).post('/x', BODY);
  const { url } = await serveTls('expired', reply(201, '{}'));
  const untrusted = await account(url).post('/x', BODY);

  for (const result of [nobody, untrusted]) {
    expect(result).toEqual({ kind: 'not made', problem: { kind: 'unreachable' } });
  }
});

it.each([301, 302, 307, 308])('does not follow the redirect %i with the key', async (status) => {
  const elsewhere = await serve(reply(201, '{}'));

  const result = await post(reply(status, '', { Location: elsewhere.url }));

  expect(result).toEqual({ kind: 'not made', problem: { kind: 'unreachable' } });
  expect(elsewhere.requests).toEqual([]);
});

it('leaves Freshdesk alone after a 429, and asks nothing beyond its share', async () => {
  const server = await serve(reply(429, '', { 'Retry-After': '30' }));
  const { post: send } = account(server.url);

  expect(await send('/x', BODY)).toEqual({
    kind: 'not made',
    problem: { kind: 'throttled', retryAt: NOW + 30_000 },
  });
  expect(await send('/x', BODY)).toEqual({ kind: 'not made', problem: { kind: 'not asked' } });
  expect(server.requests).toHaveLength(1);
});

it('does not know what became of a POST whose answer trickles beyond the deadline', async () => {
  const { port, closed } = await serveTrickle(TRICKLES[0][1]);
  const quota = createQuota(NOTHING_LEARNED, Date.now, () => true);
  const access = { baseUrl: `http://127.0.0.1:${port}`, apiKey: 'key-1', timeoutMs: 300 };

  expect(await createFreshdeskPost(access, quota, Date.now)('/x', BODY)).toEqual({ kind: 'unclear' });
  await closed;
});
