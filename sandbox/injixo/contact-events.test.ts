import { CONTACT, openInjixo } from './injixo-fixture';
import type { OpenInjixo } from './injixo-fixture';

const START = Date.parse('2026-11-02T08:00:00Z');
const contacts = (...data: readonly object[]) => ({ data });

let injixo: OpenInjixo;
beforeEach(async () => {
  injixo = await openInjixo(START);
});
afterEach(() => injixo.stop());

describe('a batch', () => {
  it('is taken whole and becomes queues and volumes', async () => {
    const other = {
      ...CONTACT,
      queueName: 'Sales email Replies',
      queueIdentifier: 'freshdesk:351:1:replies',
    };
    const meta = { integrationConfigurationId: injixo.integrationId };

    const answer = await injixo.send({ data: [CONTACT, CONTACT, other], meta }, { 'Idempotency-Key': 'b-1' });

    expect(answer).toMatchObject({ status: 200, text: '{}' });
    expect(injixo.receipts).toHaveLength(3);
    expect(injixo.receipts[0]).toMatchObject({
      at: START,
      integrationId: injixo.integrationId,
      idempotencyKey: 'b-1',
      batch: 1,
    });
    expect(injixo.queues()).toMatchObject([
      { queueName: 'Sales email Tickets', offered: 2, handled: 2, channel: 'cases' },
      { queueName: 'Sales email Replies', offered: 1 },
    ]);
    const [volume] = injixo.volumes('quarter');
    expect(volume).toMatchObject({ start: '2026-11-02T07:45:00.000Z', offered: 2 });
    expect(injixo.volumes('hour')[0]?.start).toBe('2026-11-02T07:00:00.000Z');
    expect(injixo.volumes('day')[0]?.start).toBe('2026-11-02T00:00:00.000Z');
  });

  it('is summed when it comes again; the repeated key is only noted', async () => {
    await injixo.send(contacts(CONTACT), { 'Idempotency-Key': 'b-1' });
    await injixo.send(contacts(CONTACT), { 'Idempotency-Key': 'b-1' });

    expect(injixo.queues()).toMatchObject([{ offered: 2 }]);
    expect(injixo.traffic).toMatchObject({ batches: 2, repeatedKeys: ['b-1'] });
  });

  it('makes another queue for another name under the same identifier', async () => {
    await injixo.send(contacts(CONTACT, { ...CONTACT, queueName: 'Vertrieb email Tickets' }));

    expect(injixo.queues()).toHaveLength(2);
  });

  it('of calls is meant when no channel is given', async () => {
    await injixo.send(contacts({ ...CONTACT, channel: undefined }));

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
    const { status, text } = await injixo.send(contacts(CONTACT, wrong));

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
    expect((await injixo.send(body)).status).toBe(status);
    expect(injixo.receipts).toEqual([]);
  });

  it('needs the ID when injixo is set to ask for it', async () => {
    injixo.settings.isIntegrationIdRequired = true;

    expect((await injixo.send(contacts(CONTACT))).status).toBe(422);
    expect(
      (await injixo.send({ data: [CONTACT], meta: { integrationConfigurationId: injixo.integrationId } }))
        .status,
    ).toBe(200);
  });

  it.each([200, 400, 422] as const)(
    'without contacts answers %d as set, and makes no queue',
    async (status) => {
      injixo.settings.emptyStatus = status;

      expect((await injixo.send({ data: [] })).status).toBe(status);
      expect(injixo.queues()).toEqual([]);
      expect(injixo.traffic.emptyRequests).toBe(1);
    },
  );
});
