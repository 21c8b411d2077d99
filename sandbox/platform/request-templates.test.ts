import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { manifestWith, platformWith, removePackages, type PlatformFixture } from './package-fixture';

const templates = {
  getTicket: {
    schema: {
      method: 'GET',
      host: '<%= current_host.endpoint_urls.freshdesk %>',
      path: '/api/v2/tickets/<%= context.ticketId %>',
      headers: { Authorization: "Basic <%= encode(iparam.key + ':X') %>" },
      query: { include: 'stats' },
    },
    options: { maxAttempts: 2, retryDelay: 1000 },
  },
};
const seen: string[] = [];
let server: http.Server;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    response.statusCode = request.url?.startsWith('/api/v2/tickets/500') === true ? 500 : 200;
    response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

beforeEach(() => {
  seen.length = 0;
});

afterAll(async () => {
  removePackages();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

async function installed(): Promise<PlatformFixture> {
  const manifest = manifestWith([], ['ask']) as { modules: { common: object } };
  Object.assign(manifest.modules.common, { requests: { getTicket: {} } });
  const fixture = platformWith(
    {
      ask: `async function (args) {
        try { renderData(null, await $request.invokeTemplate(args.name, { context: args.context })); }
        catch (error) { renderData(null, { error }); }
      }`,
    },
    {
      files: {
        'manifest.json': manifest,
        'config/requests.json': templates,
        'config/iparams.json': { key: { display_name: 'Key', type: 'text', secure: true } },
      },
    },
  );
  fixture.network.route('acme.freshdesk.com', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await fixture.platform.install({ key: 'abc' });
  return fixture;
}

describe('request templates', () => {
  it('are filled in and sent', async () => {
    const { platform } = await installed();

    const { answer } = await platform.callFunction('ask', { name: 'getTicket', context: { ticketId: 7 } });

    expect(answer).toMatchObject({ ok: true, response: { status: 200, response: '{"ok":true}' } });
    const basic = Buffer.from('abc:X').toString('base64');
    expect(seen).toEqual([`GET /api/v2/tickets/7?include=stats Basic ${basic}`]);
  });

  it('are tried again and then reject with the answer', async () => {
    const { platform, clock } = await installed();
    const startedAt = clock.now();

    const { answer } = await platform.callFunction('ask', { name: 'getTicket', context: { ticketId: 500 } });

    expect(answer).toMatchObject({
      response: { error: { status: 500, response: '{"ok":true}', attempts: 2 } },
    });
    expect(seen).toHaveLength(2);
    expect(clock.now() - startedAt).toBe(2 * 120 + 1000);
  });

  it('are refused when they are unknown or lack a value', async () => {
    const { platform } = await installed();

    const unknown = await platform.callFunction('ask', { name: 'other' });
    const lacking = await platform.callFunction('ask', { name: 'getTicket', context: {} });

    expect(unknown.answer).toMatchObject({ response: { error: { status: 400 } } });
    expect(lacking.answer).toMatchObject({ response: { error: { status: 400, errorSource: 'APP' } } });
  });

  it('can be sent by a page, 50 times a minute in all', async () => {
    const { platform, network } = await installed();
    network.down('acme.freshdesk.com', 'refused');

    const first = await platform.invokeTemplate('getTicket', { context: { ticketId: 1 } });
    for (let n = 2; n <= 50; n += 1) await platform.invokeTemplate('other');
    const last = await platform.invokeTemplate('getTicket', { context: { ticketId: 1 } });

    expect(first).toMatchObject({ ok: false, error: { status: 502, errorSource: 'APP' } });
    expect(last).toMatchObject({ ok: false, error: { status: 429 } });
  });
});
