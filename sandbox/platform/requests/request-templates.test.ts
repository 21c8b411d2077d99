import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { PackageError } from '../package/app-package';
import type { Limits } from '../limits';
import { manifestWith, platformWith, removePackages, type PlatformFixture } from '../package-fixture';

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

async function installed(limits: Partial<Limits> = {}): Promise<PlatformFixture> {
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
      options: { limits },
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

  it('reject with 413 when the answer is too large', async () => {
    const { platform } = await installed({ responseBytes: 10 });

    const answer = await platform.invokeTemplate('getTicket', { context: { ticketId: 7 } });

    expect(answer).toMatchObject({ ok: false, error: { status: 413, errorSource: 'APP' } });
  });

  it('can be sent by a page, 50 times a minute in all', async () => {
    const { platform, network } = await installed();
    network.down('acme.freshdesk.com', 'refused');

    const first = await platform.invokeTemplate('getTicket', { context: { ticketId: 1 } });
    for (let n = 2; n <= 50; n += 1) await platform.invokeTemplate('other');
    const last = await platform.invokeTemplate('getTicket', { context: { ticketId: 1 } });

    expect(first).toMatchObject({ ok: false, error: { status: 502, errorSource: 'APP' } });
    expect(last).toMatchObject({ ok: false, error: { status: 429, errorSource: 'APP' } });
  });
});

describe('templates that the platform would not take', () => {
  const FINE = { method: 'GET', host: 'api.example.com', path: '/a' };

  const load = (schema: object): readonly string[] => loadAll({ ask: { schema } });

  function loadAll(all: object): readonly string[] {
    try {
      platformWith(
        {},
        {
          files: {
            'config/requests.json': all,
            'config/iparams.json': { key: { display_name: 'Key', type: 'text', secure: true } },
          },
        },
      );
      return [];
    } catch (error) {
      return error instanceof PackageError ? error.problems : [String(error)];
    }
  }

  it.each([
    [
      'a scheme in the host',
      { ...FINE, host: 'https://api.example.com' },
      /host must not have path or scheme/,
    ],
    ['a path in the host', { ...FINE, host: '<%= context.host %>/api' }, /host must not have path or scheme/],
    ['an address for a host', { ...FINE, host: '10.0.0.1' }, /host must be FQDN/],
    ['no host', { method: 'GET' }, /host must not be empty/],
    ['a path without a slash', { ...FINE, path: 'a' }, /path must start with/],
    ['a query that is a text', { ...FINE, query: 'a=1' }, /query must be object/],
    ['a body', { ...FINE, body: '{}' }, /additional properties: body/],
    ['plain http', { ...FINE, protocol: 'http' }, /protocol must be https/],
    ['no method', { host: 'api.example.com' }, /method must be one of/],
    ['a secure setting in the query', { ...FINE, query: { k: '<%= iparam.key %>' } }, /headers only/],
    ['a credential in the path', { ...FINE, path: "/<%= encode(context.a + ':X') %>" }, /headers only/],
  ])('%s', (_what, schema, sentence) => {
    expect(load(schema)).toEqual([expect.stringMatching(sentence)]);
  });

  it('are more than 100', () => {
    const many = Array.from({ length: 101 }, (_, n) => [`ask${n}`, { schema: FINE }]);

    expect(loadAll(Object.fromEntries(many))).toEqual([expect.stringMatching(/more than 100 templates/)]);
  });

  it('are not those that keep the rules', () => {
    const headers = { Authorization: 'Bearer <%= iparam.key %>' };

    expect(load({ ...FINE, host: '<%= context.name %>.example.com', headers })).toEqual([]);
  });
});

describe('a host that the context gives', () => {
  it.each(['https://acme.freshdesk.com', 'acme.freshdesk.com/x', ''])(
    'is refused when it is no name: %j',
    async (host) => {
      const manifest = manifestWith([]) as { modules: { common: object } };
      Object.assign(manifest.modules.common, { requests: { ask: {} } });
      const schema = { method: 'GET', host: '<%= context.host %>', path: '/' };
      const files = { 'manifest.json': manifest, 'config/requests.json': { ask: { schema } } };
      const { platform } = platformWith({}, { files });

      const answer = await platform.invokeTemplate('ask', { context: { host } });

      expect(answer).toMatchObject({ ok: false, error: { status: 400 } });
    },
  );
});
