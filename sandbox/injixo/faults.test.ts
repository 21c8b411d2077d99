import type { InjixoFault } from './injixo-fault';
import { CONTACT, openInjixo } from './injixo-fixture';
import type { OpenInjixo } from './injixo-fixture';

const START = Date.parse('2026-11-02T08:00:00Z');
const contacts = (...data: readonly object[]) => ({ data });

let injixo: OpenInjixo;
beforeEach(async () => {
  injixo = await openInjixo(START);
});
afterEach(() => injixo.stop());

describe('faults', () => {
  const faults: readonly (readonly [string, InjixoFault, number, number])[] = [
    ['503, not taken', { kind: 'status', status: 503 }, 503, 0],
    ['502, taken', { kind: 'status', status: 502, isTaken: true }, 502, 1],
    ['a page for people', { kind: 'html' }, 200, 0],
    ['a list of errors', { kind: 'errors' }, 200, 0],
    ['207', { kind: 'errors', status: 207, isTaken: true }, 207, 1],
    ['broken JSON', { kind: 'malformed' }, 200, 0],
    ['204', { kind: 'empty' }, 204, 1],
    ['200 with other words', { kind: 'words', body: { errors: 0 } }, 200, 1],
    ['200 that says no', { kind: 'words', body: { success: false }, isTaken: false }, 200, 0],
    ['an answer too late', { kind: 'slow', latencyMs: 30_000 }, 200, 1],
  ];

  it.each(faults)('%s', async (_what, fault, status, taken) => {
    injixo.faults.add({ ...fault, times: 1 });

    expect((await injixo.send(contacts(CONTACT))).status).toBe(status);
    expect(injixo.receipts).toHaveLength(taken);
    await injixo.send(contacts(CONTACT));
    expect(injixo.receipts).toHaveLength(taken + 1);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('a connection that breaks, batch taken: %s', async (isTaken, taken) => {
    injixo.faults.add({ kind: 'broken', isTaken });

    await expect(injixo.send(contacts(CONTACT))).rejects.toThrow();
    expect(injixo.receipts).toHaveLength(taken);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('a black hole, batch taken: %s', async (isTaken, taken) => {
    injixo.faults.add({ kind: 'black-hole', isTaken });

    const { headers } = await injixo.send(contacts(CONTACT));

    expect(headers.get('x-sandbox-latency-ms')).toBe('1000000000');
    expect(injixo.receipts).toHaveLength(taken);
  });

  it('put no words into the mouth of a refusal', async () => {
    injixo.faults.add({ kind: 'words', body: { errors: 0 } });
    const wrong = { ...CONTACT, timestamp: 'yesterday' };

    expect(await injixo.send(contacts(wrong))).toMatchObject({ status: 422 });
    expect(injixo.receipts).toEqual([]);
  });

  it('carry Retry-After and Location when told', async () => {
    const date = 'Mon, 02 Nov 2026 08:05:00 GMT';
    injixo.faults.add({ kind: 'status', status: 429, retryAfter: date, times: 1 });
    injixo.faults.add({ kind: 'status', status: 302, location: 'https://example.org/', times: 1 });

    expect((await injixo.send({ data: [] })).headers.get('retry-after')).toBe(date);
    expect((await injixo.send({ data: [] })).headers.get('location')).toBe('https://example.org/');
  });

  it('can leave the empty request alone', async () => {
    injixo.faults.add({ kind: 'status', status: 500, onlyWithContacts: true });

    expect((await injixo.send({ data: [] })).status).toBe(200);
    expect((await injixo.send(contacts(CONTACT))).status).toBe(500);
  });

  it('can refuse every batch that has a particular contact in it', async () => {
    const bad = { ...CONTACT, queueName: 'Bad' };
    injixo.faults.add({ kind: 'refuse', contact: ({ queueName }) => queueName === 'Bad', isTaken: true });

    expect((await injixo.send(contacts(CONTACT, bad))).status).toBe(422);
    expect((await injixo.send(contacts(CONTACT))).status).toBe(200);
    expect((await injixo.send(contacts(bad))).status).toBe(422);
    expect(injixo.receipts).toHaveLength(1);
  });
});
