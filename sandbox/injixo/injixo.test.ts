import { createInjixo } from './create-injixo';
import type { Injixo } from './create-injixo';
import type { InjixoFault } from './injixo-fault';

const START = Date.parse('2026-11-02T08:00:00Z');

const CONTACT = {
  queueName: 'Sales email Tickets',
  queueIdentifier: 'freshdesk:351:1:tickets',
  timestamp: '2026-11-02T07:45:13Z',
  channel: 'cases',
  properties: { offered: true, handled: true },
};

let injixo: Injixo;
let origin: string;
let key: string;
let integrationId: number;

beforeEach(async () => {
  injixo = createInjixo({ clock: { now: () => START } });
  origin = await injixo.start();
  integrationId = injixo.account.addIntegration({ name: 'Acme', domain: 'acme.freshdesk.com' }).id;
  key = injixo.account.generateKey(integrationId);
});
afterEach(() => injixo.stop());

const send = async (body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${origin}/external-systems/contact-events`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
      'x-sandbox-scheme': 'https',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const contacts = (...data: readonly object[]) => ({ data });

describe('a batch', () => {
  it('is taken whole and becomes queues and volumes', async () => {
    const other = {
      ...CONTACT,
      queueName: 'Sales email Replies',
      queueIdentifier: 'freshdesk:351:1:replies',
    };
    const meta = { integrationConfigurationId: integrationId };

    const answer = await send({ data: [CONTACT, CONTACT, other], meta }, { 'Idempotency-Key': 'b-1' });

    expect(answer).toMatchObject({ status: 200, text: '{}' });
    expect(injixo.receipts).toHaveLength(3);
    expect(injixo.receipts[0]).toMatchObject({ at: START, integrationId, idempotencyKey: 'b-1', batch: 1 });
    expect(injixo.queues()).toMatchObject([
      { queueName: 'Sales email Tickets', offered: 2, handled: 2, channel: 'cases' },
      { queueName: 'Sales email Replies', offered: 1 },
    ]);
    const [volume] = injixo.volumes('quarter');
    expect(volume).toMatchObject({ start: '2026-11-02T07:45:00.000Z', offered: 2 });
    expect(injixo.volumes('hour')[0]?.start).toBe('2026-11-02T07:00:00.000Z');
    expect(injixo.volumes('day')[0]?.start).toBe('2026-11-02T00:00:00.000Z');
    const behind = {
      queueIdentifier: CONTACT.queueIdentifier,
      start: volume?.start ?? '',
      interval: 'quarter',
    } as const;
    expect(injixo.receiptsBehind(behind)).toHaveLength(2);
  });

  it('is summed when it comes again; the repeated key is only noted', async () => {
    await send(contacts(CONTACT), { 'Idempotency-Key': 'b-1' });
    await send(contacts(CONTACT), { 'Idempotency-Key': 'b-1' });

    expect(injixo.queues()).toMatchObject([{ offered: 2 }]);
    expect(injixo.traffic).toMatchObject({ batches: 2, repeatedKeys: ['b-1'] });
  });

  it('makes another queue for another name under the same identifier', async () => {
    await send(contacts(CONTACT, { ...CONTACT, queueName: 'Vertrieb email Tickets' }));

    expect(injixo.queues()).toHaveLength(2);
  });

  it('of calls is meant when no channel is given', async () => {
    const { channel: _channel, ...withoutChannel } = CONTACT;
    await send(contacts(withoutChannel));

    expect(injixo.receipts[0]?.channel).toBe('calls');
  });

  it.each([
    ['an empty queue name', { ...CONTACT, queueName: ' ' }],
    ['a long identifier', { ...CONTACT, queueIdentifier: 'x'.repeat(101) }],
    ['a local time', { ...CONTACT, timestamp: '2026-11-02T07:45:13+01:00' }],
    ['a day that is none', { ...CONTACT, timestamp: '2026-02-30T07:45:13Z' }],
    ['an unknown channel', { ...CONTACT, channel: 'fax' }],
    ['a flag that is a word', { ...CONTACT, properties: { offered: 'yes', handled: true } }],
    ['a missing flag', { ...CONTACT, properties: { offered: true } }],
    ['a negative duration', { ...CONTACT, properties: { ...CONTACT.properties, duration: -1 } }],
    ['an unknown property', { ...CONTACT, id: 1 }],
    ['no object', []],
  ])('with %s is refused whole', async (_what, wrong) => {
    const { status, text } = await send(contacts(CONTACT, wrong));

    expect(status).toBe(422);
    expect(JSON.parse(text)).toMatchObject({ errors: [expect.objectContaining({ index: 1 })] });
    expect(injixo.receipts).toEqual([]);
  });

  it.each([
    ['no JSON', '{"data": [', 422],
    ['no data', {}, 422],
    ['something unknown beside data', { data: [], extra: 1 }, 422],
    ['an ID that is text', { data: [CONTACT], meta: { integrationConfigurationId: '1234' } }, 422],
    ['an ID that nobody has', { data: [CONTACT], meta: { integrationConfigurationId: 9 } }, 422],
    ['201 contacts', { data: Array(201).fill(CONTACT) }, 413],
    ['more than 90 KB', { data: [{ ...CONTACT, queueName: 'x'.repeat(90_000) }] }, 413],
  ])('with %s is refused', async (_what, body, status) => {
    expect((await send(body)).status).toBe(status);
    expect(injixo.receipts).toEqual([]);
  });

  it('needs the ID when injixo is set to ask for it', async () => {
    injixo.settings.isIntegrationIdRequired = true;

    expect((await send(contacts(CONTACT))).status).toBe(422);
    expect(
      (await send({ data: [CONTACT], meta: { integrationConfigurationId: integrationId } })).status,
    ).toBe(200);
  });

  it.each([200, 400, 422] as const)(
    'without contacts answers %d as set, and makes no queue',
    async (status) => {
      injixo.settings.emptyStatus = status;

      expect((await send({ data: [] })).status).toBe(status);
      expect(injixo.queues()).toEqual([]);
      expect(injixo.traffic.emptyRequests).toBe(1);
    },
  );
});

describe('access', () => {
  it('ends for a key when another one is generated', async () => {
    const old = key;
    key = injixo.account.generateKey(integrationId);

    expect((await send(contacts(CONTACT))).status).toBe(200);
    expect(await send(contacts(CONTACT), { Authorization: `Bearer ${old}` })).toMatchObject({
      status: 401,
      text: '{"message":"Invalid token"}',
    });
  });

  it.each([
    [404, '{"message":"not_found"}'],
    [401, '{"message":"Invalid token"}'],
  ] as const)('ends with %d when the integration is deleted', async (status, text) => {
    injixo.settings.deletedStatus = status;
    injixo.account.deleteIntegration(integrationId);

    expect(await send({ data: [] })).toMatchObject({ status, text });
  });

  it('needs HTTPS, the right address and JSON', async () => {
    expect(await send({ data: [] }, { 'x-sandbox-scheme': 'http' })).toMatchObject({
      status: 404,
      text: '{"message":"not_found"}',
    });
    expect((await fetch(`${origin}/contact-events`)).status).toBe(404);
    expect((await send({ data: [] }, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('is granted to a personal token that names the integration', async () => {
    const token = { Authorization: `Bearer ${injixo.account.createPersonalToken()}` };
    const meta = { integrationConfigurationId: integrationId };

    expect((await send({ data: [CONTACT], meta }, token)).status).toBe(200);
    expect((await send({ data: [CONTACT] }, token)).status).toBe(422);
  });

  it('keeps names of integrations unique', () => {
    expect(() => injixo.account.addIntegration({ name: 'Acme', domain: 'x' })).toThrow('already');
  });
});

describe('faults', () => {
  const faults: readonly (readonly [string, InjixoFault, number, number])[] = [
    ['503, not taken', { kind: 'status', status: 503 }, 503, 0],
    ['502, taken', { kind: 'status', status: 502, isTaken: true }, 502, 1],
    ['a page for people', { kind: 'html' }, 200, 0],
    ['a list of errors', { kind: 'errors' }, 200, 0],
    ['207', { kind: 'errors', status: 207, isTaken: true }, 207, 1],
    ['broken JSON', { kind: 'malformed' }, 200, 0],
    ['204', { kind: 'empty' }, 204, 1],
    ['an answer too late', { kind: 'slow', latencyMs: 30_000 }, 200, 1],
  ];

  it.each(faults)('%s', async (_what, fault, status, taken) => {
    injixo.faults.add({ ...fault, times: 1 });

    expect((await send(contacts(CONTACT))).status).toBe(status);
    expect(injixo.receipts).toHaveLength(taken);
    await send(contacts(CONTACT));
    expect(injixo.receipts).toHaveLength(taken + 1);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('a connection that breaks, batch taken: %s', async (isTaken, taken) => {
    injixo.faults.add({ kind: 'broken', isTaken });

    await expect(send(contacts(CONTACT))).rejects.toThrow();
    expect(injixo.receipts).toHaveLength(taken);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('a black hole, batch taken: %s', async (isTaken, taken) => {
    injixo.faults.add({ kind: 'black-hole', isTaken });

    const { headers } = await send(contacts(CONTACT));

    expect(headers.get('x-sandbox-latency-ms')).toBe('1000000000');
    expect(injixo.receipts).toHaveLength(taken);
  });

  it('carry Retry-After and Location when told', async () => {
    const date = 'Mon, 02 Nov 2026 08:05:00 GMT';
    injixo.faults.add({ kind: 'status', status: 429, retryAfter: date, times: 1 });
    injixo.faults.add({ kind: 'status', status: 302, location: 'https://example.org/', times: 1 });

    expect((await send({ data: [] })).headers.get('retry-after')).toBe(date);
    expect((await send({ data: [] })).headers.get('location')).toBe('https://example.org/');
  });

  it('can leave the empty request alone', async () => {
    injixo.faults.add({ kind: 'status', status: 500, onlyWithContacts: true });

    expect((await send({ data: [] })).status).toBe(200);
    expect((await send(contacts(CONTACT))).status).toBe(500);
  });

  it('can refuse every batch that has a particular contact in it', async () => {
    const bad = { ...CONTACT, queueName: 'Bad' };
    injixo.faults.add({ kind: 'refuse', contact: ({ queueName }) => queueName === 'Bad' });

    expect((await send(contacts(CONTACT, bad))).status).toBe(422);
    expect((await send(contacts(CONTACT))).status).toBe(200);
    expect((await send(contacts(bad))).status).toBe(422);
    expect(injixo.receipts).toHaveLength(1);
  });
});
