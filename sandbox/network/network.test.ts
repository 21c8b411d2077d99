import type http from 'node:http';
import axios, { type AxiosStatic } from 'axios';
import { createClock } from '../support/clock';
import { createNetwork } from './network';
import { startTestPeer, type TestPeer } from './peer-fixture';
import { createWiredAxios } from './wired-axios';
import type { StepRunner } from '../support/step';

const noon = Date.parse('2026-11-05T12:00:00Z');
let peer: TestPeer;
let seen: readonly http.IncomingMessage[];

beforeAll(async () => {
  peer = await startTestPeer();
});

afterAll(() => peer.stop());

beforeEach(() => {
  peer.forget();
  ({ seen } = peer);
});

/** A runner that only tracks the time. */
function wiredAxios(): { client: AxiosStatic; network: ReturnType<typeof createNetwork>; now: () => number } {
  const clock = createClock(noon);
  const network = createNetwork({ clock });
  network.route('api.injixo.com', peer.origin);
  const runner: StepRunner = {
    perform: async ({ work, kind, label }) => {
      const at = clock.now();
      const outcome = await work({ invocation: 7, handler: 'h', n: 1, kind, label, at });
      clock.advanceTo(at + outcome.latencyMs);
      if (outcome.ok) return outcome.value;
      throw outcome.error;
    },
  };
  return { client: createWiredAxios(network.adapterFor(runner)), network, now: clock.now };
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

describe('the network', () => {
  it('leads a public name to a local server, with everything the package sent', async () => {
    const { client, network, now } = wiredAxios();
    const api = client.create({ baseURL: 'https://api.injixo.com', headers: { Authorization: 'Bearer k' } });

    const response = await api.post('/events', { n: 1 }, { params: { a: 'b' } });

    expect(response.data).toEqual({ path: '/events?a=b' });
    expect(peer.bodies.join('')).toBe('{"n":1}');
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer k',
      'content-type': 'application/json',
      'x-sandbox-host': 'api.injixo.com',
      'x-sandbox-scheme': 'https',
    });
    expect(response.config.baseURL).toBe('https://api.injixo.com');
    expect(now()).toBe(noon + 120);
    expect(network.requests()).toEqual([
      {
        at: noon,
        method: 'POST',
        host: 'api.injixo.com',
        path: '/events',
        query: '?a=b',
        status: 200,
      },
    ]);
  });

  it('keeps the statics of axios, and wires direct calls too', async () => {
    const { client } = wiredAxios();

    const direct = await client.get('http://api.injixo.com/x');
    const called = await client({ url: 'https://api.injixo.com/y' });

    expect([direct.status, called.status]).toEqual([200, 200]);
    expect(seen[0]?.headers['x-sandbox-scheme']).toBe('http');
    expect(client.isAxiosError).toBe(axios.isAxiosError);
    expect(Reflect.get(client, 'default')).toBe(client);
  });

  it('tells the time of the sandbox and hides its own headers', async () => {
    const { client } = wiredAxios();

    const plain = await client.get('https://api.injixo.com/slow');
    const dated = await client.get('https://api.injixo.com/dated');

    expect(plain.headers['date']).toBe('Thu, 05 Nov 2026 12:00:09 GMT');
    expect(dated.headers['date']).toBe('Thu, 05 Nov 2026 11:00:00 GMT');
    expect(Object.keys(plain.headers).filter((name) => name.startsWith('x-sandbox'))).toEqual([]);
  });

  it('rejects what is no success as axios does', async () => {
    const { client } = wiredAxios();

    const error = await failureOf(client.get('https://api.injixo.com/missing'));

    expect(error).toMatchObject({
      code: 'ERR_BAD_REQUEST',
      response: { status: 404, data: { path: '/missing' } },
    });
    expect(error).toMatchObject({ config: { url: 'https://api.injixo.com/missing' } });
  });

  it('gives up after the timeout, when the peer has the request', async () => {
    const { client, network, now } = wiredAxios();

    const error = await failureOf(client.post('https://api.injixo.com/slow', {}, { timeout: 8000 }));

    expect(error).toMatchObject({ code: 'ECONNABORTED', message: 'timeout of 8000ms exceeded' });
    expect(
      (error as { request?: { socket?: { secureConnecting?: boolean } } }).request?.socket,
    ).toBeDefined();
    expect(now()).toBe(noon + 8000);
    expect(seen).toHaveLength(1);
    expect(network.requests()[0]).toMatchObject({ status: 200 });
  });

  it.each([
    ['refused', 'ECONNREFUSED'],
    ['dns', 'ENOTFOUND'],
    ['tls', 'ECONNRESET'],
  ] as const)('takes a host out of reach: %s', async (how, code) => {
    const { client, network } = wiredAxios();
    network.down('api.injixo.com', how);

    const error = await failureOf(client.post('https://api.injixo.com/x', {}));
    network.down('api.injixo.com', null);
    const afterwards = await client.get('https://api.injixo.com/x');

    expect(error).toMatchObject({ code, isAxiosError: true });
    expect((error as { request?: { socket?: { secureConnecting?: boolean } } }).request?.socket).toEqual(
      how === 'refused' ? expect.anything() : expect.objectContaining({ secureConnecting: true }),
    );
    expect(afterwards.status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  it('does not know names that lead nowhere, also behind a redirect', async () => {
    const { client } = wiredAxios();

    const unknown = await failureOf(client.get('https://unknown.example/'));
    const moved = await failureOf(client.get('https://api.injixo.com/moved'));
    const notFollowed = await failureOf(client.get('https://api.injixo.com/moved', { maxRedirects: 0 }));

    expect(unknown).toMatchObject({ code: 'ENOTFOUND' });
    expect(moved).toMatchObject({ code: 'ENOTFOUND' });
    expect(notFollowed).toMatchObject({ response: { status: 302 } });
  });

  it('shows a connection that breaks after the request was sent', async () => {
    const { client } = wiredAxios();

    const error = await failureOf(client.post('https://api.injixo.com/broken', {}));

    expect(error).toMatchObject({ code: 'ECONNRESET' });
    expect(
      (error as { request?: { socket?: { secureConnecting?: boolean } } }).request?.socket?.secureConnecting,
    ).not.toBe(true);
    expect(seen).toHaveLength(1);
  });
});
