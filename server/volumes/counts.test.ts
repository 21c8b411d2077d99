import { fc } from '../../test/property';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import {
  addCounts,
  byCountsKey,
  withBatch,
  type CountedBatch,
  type CountedContact,
  type CountsRecord,
} from './counts';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const QUARTER = 900_000;
const EMPTY: CountsRecord = { v: 1, last: 0, queues: {} };

function contact(queue: number, minutes = 0): CountedContact {
  return { queue, occurredAt: NOON + minutes * 60_000 };
}

function batch(number: number, contacts: readonly CountedContact[], isRepaired = false): CountedBatch {
  return { number, contacts, isRepaired };
}

function total(record: CountsRecord): number {
  const counts = Object.values(record.queues).flatMap((slots) => slots.split(','));
  return counts.reduce((sum, pair) => sum + Number(pair.split(':')[1]), 0);
}

const contacts = fc.array(
  fc.record({
    queue: fc.integer({ min: -1, max: 4 }),
    occurredAt: fc.integer({ min: 0, max: 12 * QUARTER - 1 }).map((ms) => NOON + ms),
  }),
  { maxLength: 30 },
);

it('counts by queue and quarter of an hour', () => {
  const record = withBatch(
    EMPTY,
    batch(1, [contact(0), contact(0, 14), contact(0, 15), contact(3, 179), contact(-1)]),
  );

  expect(record).toEqual({ v: 1, last: 1, queues: { '0': '0:2,1:1', '3': '11:1', '-1': '0:1' } });
});

it('adds a later batch to what is there', () => {
  const first = withBatch(EMPTY, batch(1, [contact(0)]));

  expect(withBatch(first, batch(2, [contact(0), contact(0, 30)]))).toEqual({
    v: 1,
    last: 2,
    queues: { '0': '0:2,2:1' },
  });
});

it('counts beside the queues what the scan repaired', () => {
  const first = withBatch(EMPTY, batch(1, [contact(0), contact(2)]));

  expect(withBatch(first, batch(2, [contact(0), contact(1, 15)], true)).queues).toEqual({
    '0': '0:2',
    '1': '1:1',
    '2': '0:1',
    r: '0:1,1:1',
  });
});

it('adds nothing when a batch is added again', () => {
  fc.assert(
    fc.property(contacts, contacts, (first, second) => {
      const once = withBatch(withBatch(EMPTY, batch(4, first)), batch(7, second));

      expect(withBatch(once, batch(7, second))).toEqual(once);
      expect(withBatch(once, batch(4, first))).toEqual(once);
      expect(total(once)).toBe(first.length + second.length);
    }),
  );
});

it('does not count what is older than 35 days, because nobody can see it', () => {
  const old = { queue: 0, occurredAt: NOON - 35 * 86_400_000 - 1000 };

  expect([...byCountsKey([old, contact(0)], NOON).keys()]).toEqual(['counts:2026-11-05T12']);
});

it('writes each three hours under a key of their own, kept for 35 days', async () => {
  const clock = { now: NOON };
  const store = createMemoryKeyValueStore(() => clock.now);

  await addCounts(store, batch(1, [contact(0), contact(0, 180), contact(0, -1)]), NOON);

  expect(Object.keys(store.snapshot()).sort()).toEqual([
    'counts:2026-11-05T09',
    'counts:2026-11-05T12',
    'counts:2026-11-05T15',
  ]);
  expect(store.operations()).toHaveLength(6);
  clock.now = NOON + 35 * 86_400_000 + 1000;
  expect(store.snapshot()).toEqual({});
});

it('adds a batch once, wherever an earlier try was killed', async () => {
  const two = batch(1, [contact(0), contact(1, 180)]);
  const whole = createMemoryKeyValueStore(() => NOON);
  await addCounts(whole, two, NOON);

  for (const verdict of ['kill before', 'kill after'] as const) {
    for (let at = 1; at <= 4; at += 1) {
      const store = createMemoryKeyValueStore(() => NOON);
      store.onOperation = ({ n }) => (n === at ? verdict : 'go');
      await expect(addCounts(store, two, NOON)).rejects.toMatchObject({ name: 'Killed' });
      store.revive();
      await addCounts(store, two, NOON);

      expect(store.snapshot()).toEqual(whole.snapshot());
    }
  }
});

it('begins anew where the stored counts cannot be read', async () => {
  const store = createMemoryKeyValueStore(() => NOON);
  await store.set('counts:2026-11-05T12', { v: 9 });

  await addCounts(store, batch(3, [contact(0)]), NOON);

  expect(store.valueOf('counts:2026-11-05T12')).toEqual({ v: 1, last: 3, queues: { '0': '0:1' } });
});
