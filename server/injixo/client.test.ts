import type { Socket } from 'node:net';
import type { ContactEvent } from '../contacts/contact-event';
import {
  closeServers,
  reply,
  serve,
  serveRaw,
  serveTls,
  trust,
  unusedPort,
  type Answer,
  type Certificate,
} from '../../test/fakes/local-server';
import { createPostContactEvents } from './client';

const EVENT: ContactEvent = {
  queueName: 'Büro email Tickets',
  queueIdentifier: 'freshdesk:351:1:tickets',
  timestamp: '2026-11-05T12:45:13Z',
  channel: 'cases',
  properties: { offered: true, handled: true },
};
const PATIENT_MS = 5_000;
const IMPATIENT_MS = 150;

function post(baseUrl: string, timeoutMs = PATIENT_MS, integrationId: number | null = null) {
  const access = { baseUrl, apiKey: 'key-1', integrationId, timeoutMs };
  return createPostContactEvents(access)([EVENT], 'batch-1-7');
}

const breakOff: Answer = (response) => response.destroy();
const saySomethingAndBreakOff: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"accepted"', () => response.destroy());
};
const stayAway: Answer = () => undefined;

afterEach(closeServers);

describe('what is sent', () => {
  it('is one POST of JSON with the key and a number for the batch, on a connection of its own', async () => {
    const server = await serve(reply(200));

    await post(server.url);

    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/external-systems/contact-events',
      headers: {
        authorization: 'Bearer key-1',
        'content-type': 'application/json',
        connection: 'close',
        'idempotency-key': 'batch-1-7',
      },
    });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ data: [EVENT] });
  });

  it('goes under the path of an address that has one', async () => {
    const server = await serve(reply(200));

    await post(`${server.url}/proxy`);

    expect(server.requests.map(({ url }) => url)).toEqual(['/proxy/external-systems/contact-events']);
  });

  it('names the integration as a number, and only when there is one', async () => {
    const server = await serve(reply(200));

    await post(server.url, PATIENT_MS, 1234);

    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      data: [EVENT],
      meta: { integrationConfigurationId: 1234 },
    });

    await post(server.url);

    expect(JSON.parse(server.requests[1]?.body ?? '')).toEqual({ data: [EVENT] });
  });

  it('is sent once, whatever comes back', async () => {
    const server = await serve(reply(503));

    await post(server.url);

    expect(server.requests).toHaveLength(1);
  });
});

describe('what comes back', () => {
  it.each([200, 204, 400, 401, 404, 413, 422, 500, 502, 503, 504])(
    'is handed on when it is %i',
    async (status) => {
      const body = status === 204 ? '' : '{"message":"as it came"}';
      const server = await serve(reply(status, body));

      expect(await post(server.url)).toEqual({ kind: 'answer', status, body, retryAfter: undefined });
    },
  );

  it('carries the wait that a 429 asks for', async () => {
    const server = await serve(reply(429, '', { 'Retry-After': '120' }));

    expect(await post(server.url)).toMatchObject({ kind: 'answer', status: 429, retryAfter: '120' });
  });

  it('is the text, even where it looks like JSON or like none', async () => {
    const server = await serve(reply(200, '<html>Sign in</html>', { 'Content-Type': 'application/json' }));

    expect(await post(server.url)).toMatchObject({ kind: 'answer', body: '<html>Sign in</html>' });
  });

  it.each([301, 302, 303, 307, 308])('is the redirect %i itself, which is not followed', async (status) => {
    const elsewhere = await serve(reply(200));
    const server = await serve(reply(status, '', { Location: `${elsewhere.url}/taken` }));

    expect(await post(server.url)).toMatchObject({ kind: 'answer', status });
    expect(elsewhere.requests).toEqual([]);
  });

  it('comes over TLS when the certificate is trusted', async () => {
    trust('this-host');
    const server = await serveTls('this-host', reply(200));

    expect(await post(server.url)).toMatchObject({ kind: 'answer', status: 200 });
  });
});

describe('nothing was sent', () => {
  it.each(['http', 'https'])('when the port is refused (%s)', async (scheme) => {
    const port = await unusedPort();

    expect(await post(`${scheme}://127.0.0.1:${port}`)).toEqual({ kind: 'not sent' });
  });

  it.each(['http', 'https'])('when there is no such host (%s)', async (scheme) => {
    expect(await post(`${scheme}://no-such-host.invalid`)).toEqual({ kind: 'not sent' });
  });

  it.each<[string, Certificate, boolean]>([
    ['nobody vouches for', 'this-host', false],
    ['has expired', 'expired', true],
    ['belongs to another host', 'another-host', true],
  ])('when the certificate is one that %s', async (_what, certificate, trusted) => {
    if (trusted) trust(certificate);
    const server = await serveTls(certificate, reply(200));

    expect(await post(server.url)).toEqual({ kind: 'not sent' });
    expect(server.requests).toEqual([]);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['is never finished', () => undefined],
    ['is broken off', (socket) => socket.once('data', () => socket.end())],
    ['is reset', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    [
      'is answered in plain HTTP',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 No\r\n\r\n')),
    ],
  ])('when the TLS handshake %s', async (_what, onConnection) => {
    const port = await serveRaw(onConnection);

    expect(await post(`https://127.0.0.1:${port}`, IMPATIENT_MS)).toEqual({ kind: 'not sent' });
  });
});

describe('it broke, and nobody knows whether it was taken', () => {
  it.each<[string, Answer]>([
    ['the connection ends once the request was read', breakOff],
    ['the answer breaks off', saySomethingAndBreakOff],
    ['no answer comes in time', stayAway],
  ])('when %s', async (_what, answer) => {
    const server = await serve(answer);

    expect(await post(server.url, IMPATIENT_MS)).toEqual({ kind: 'broken' });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['the connection ends once the request was read', breakOff],
    ['no answer comes in time', stayAway],
  ])('when, after a TLS handshake, %s', async (_what, answer) => {
    trust('this-host');
    const server = await serveTls('this-host', answer);

    expect(await post(server.url, IMPATIENT_MS)).toEqual({ kind: 'broken' });
    expect(server.requests).toHaveLength(1);
  });

  it('when the connection is reset without an answer', async () => {
    const port = await serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));

    expect(await post(`http://127.0.0.1:${port}`)).toEqual({ kind: 'broken' });
  });

  it('when something answers that is not HTTP', async () => {
    const port = await serveRaw((socket) =>
      socket.once('data', () => socket.end('220 mail.example ESMTP\r\n')),
    );

    expect(await post(`http://127.0.0.1:${port}`)).toEqual({ kind: 'broken' });
  });
});
