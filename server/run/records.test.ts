import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { KEY_OF, KEYS } from '../platform/keys';
import { createRunStore } from '../platform/run-store';
import { openRecords, remember, withLost } from './records';

const BATCH = { number: 40, accepted: 9, repaired: 2, newestAt: 5, acceptedAt: 6 };
const QUEUE = ['freshdesk:7:1:tickets', 'Care email Tickets', 'cases'] as const;
const REMEMBERED = { batch: BATCH, queues: 1 };

const STORED: Readonly<Record<string, object>> = {
  [KEYS.inFlight]: { v: 1, contacts: [], ...BATCH, pendingTrend: {} },
  [KEY_OF.queues(0)]: { v: 1, queues: [QUEUE], full: false },
  [KEYS.orders]: { v: 1, discard_3: 1 },
};

/** The records of a run that reads the state first; these keys are gone. */
async function open(gone: readonly string[], before: Parameters<typeof openRecords>[1] = REMEMBERED) {
  const memory = createMemoryKeyValueStore();
  for (const [key, value] of Object.entries(STORED)) if (!gone.includes(key)) await memory.set(key, value);
  if (before !== null) await memory.set(KEYS.state, { v: 1, cutOver: 1 });
  const store = createRunStore(memory, { spend: () => undefined });
  await store.get(KEYS.state);
  return { memory, store, records: await openRecords(store, before) };
}

it('reads what is there and writes nothing', async () => {
  const { memory, store, records } = await open([]);

  expect(records.inFlight.value).toMatchObject(BATCH);
  expect(records.commands).toHaveLength(1);
  expect(remember(records)).toEqual(REMEMBERED);
  expect(store.lost()).toEqual({ records: 0, contacts: 0 });
  expect(
    memory
      .operations()
      .slice(4)
      .map(({ verb }) => verb),
  ).toEqual(['get', 'get', 'get', 'get']);
});

it('creates all records in the first run, the state among them, and misses none', async () => {
  const { memory, store } = await open(Object.keys(STORED), null);

  expect(Object.keys(memory.snapshot()).sort()).toEqual(['in_flight', 'orders', 'queues:0', 'state']);
  expect(store.lost()).toEqual({ records: 0, contacts: 0 });
});

it.each([KEYS.inFlight, KEYS.orders, KEY_OF.queues(0)])('reports that %s is gone', async (key) => {
  const { store } = await open([key]);

  expect(store.lost()).toEqual({ records: 1, contacts: 0 });
});

it('reports a state that is gone, for something was sent', async () => {
  const { store } = await open([], null);

  expect(store.lost()).toEqual({ records: 1, contacts: 0 });
});

it('uses no batch number twice, and keeps the totals, when the record of the batch is gone', async () => {
  const { memory, records } = await open([KEYS.inFlight]);

  expect(records.inFlight.value).toMatchObject({ ...BATCH, number: 140, contacts: [] });
  expect(memory.valueOf(KEYS.inFlight)).toMatchObject({ number: 140, accepted: 9 });
});

it('adds up what was lost, and when', () => {
  expect(withLost(null, { records: 0, contacts: 0 }, 5)).toBeNull();
  const first = withLost(null, { records: 1, contacts: 4 }, 5);
  expect(first).toEqual({ records: 1, contacts: 4, at: 5 });
  expect(withLost(first, { records: 0, contacts: 0 }, 9)).toBe(first);
  expect(withLost(first, { records: 2, contacts: 1 }, 9)).toEqual({ records: 3, contacts: 5, at: 9 });
});
