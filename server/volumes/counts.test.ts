import { fc } from '../../test/property';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import {
  addCounts,
  readSlots,
  withBatch,
  type CountedBatch,
  type CountedContact,
  type CountsRecord,
} from './counts';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const DAY = 86_400_000;
const QUARTER = 900_000;
const EMPTY: CountsRecord = { v: 1, last: 0, queues: {} };
function contact(queue: number, minutes = 0): CountedContact {
  return { queue, occurredAt: NOON + minutes * 60_000 };
}

function batch(number: number, contacts: readonly CountedContact[], isRepaired = false): CountedBatch {
  return { number, contacts, isRepaired };
}

function slotsOf(record: CountsRecord): Readonly<Record<string, readonly (readonly number[])[]>> {
  return Object.fromEntries(Object.entries(record.queues).map(([key, text]) => [key, [...readSlots(text)]]));
}

function total(record: CountsRecord): number {
  return Object.values(slotsOf(record))
    .flat()
    .reduce((sum, [, count = 0]) => sum + count, 0);
}

const contacts = fc.array(
  fc.record({
    queue: fc.integer({ min: -1, max: 4 }),
    occurredAt: fc.integer({ min: 0, max: 48 * QUARTER - 1 }).map((ms) => NOON + ms),
  }),
  { maxLength: 30 },
);

it('counts by queue and quarter of an hour', () => {
  const record = withBatch(
    EMPTY,
    batch(1, [contact(0), contact(0, 14), contact(0, 15), contact(3, 179), contact(-1)]),
  );

  expect(slotsOf(record)).toEqual({
    '0': [
      [48, 2],
      [49, 1],
    ],
    '3': [[59, 1]],
    '-1': [[48, 1]],
  });
});

it('adds a later batch to what is there', () => {
  const first = withBatch(EMPTY, batch(1, [contact(0)]));

  expect(slotsOf(withBatch(first, batch(2, [contact(0), contact(0, 30), contact(0, -15)])))).toEqual({
    '0': [
      [47, 1],
      [48, 2],
      [50, 1],
    ],
  });
});

it('counts beside the queues what the scan repaired', () => {
  const first = withBatch(EMPTY, batch(1, [contact(0), contact(2)]));

  expect(slotsOf(withBatch(first, batch(2, [contact(0), contact(1, 15)], true)))).toEqual({
    '0': [[48, 2]],
    '1': [[49, 1]],
    '2': [[48, 1]],
    r: [
      [48, 1],
      [49, 1],
    ],
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

it('does not count what is older than 35 days, because nobody can see it', async () => {
  const store = createMemoryKeyValueStore(() => NOON);
  const old = { queue: 0, occurredAt: NOON - 35 * DAY - 1000 };

  await addCounts(store, batch(1, [old, contact(0)]), NOON);

  expect(Object.keys(store.snapshot())).toEqual(['counts:2026-11-05']);
});

it('writes each day under a key of its own, kept for 35 days', async () => {
  const clock = { now: NOON };
  const store = createMemoryKeyValueStore(() => clock.now);

  const all = batch(1, [contact(0), contact(0, 720), contact(0, -721)]);
  const { parts } = await addCounts(store, all, NOON);

  expect(Object.keys(store.snapshot()).sort()).toEqual([
    'counts:2026-11-04',
    'counts:2026-11-05',
    'counts:2026-11-06',
  ]);
  expect([store.operations().length, parts]).toEqual([6, {}]);
  clock.now = NOON + 35 * DAY + 1000;
  expect(store.snapshot()).toEqual({});
});

it('adds a batch once, wherever an earlier try was killed', async () => {
  const two = batch(1, [contact(0), contact(1, 720)]);
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
  await store.set('counts:2026-11-05', { v: 9 });

  await addCounts(store, batch(3, [contact(0)]), NOON);

  expect(slotsOf(store.valueOf('counts:2026-11-05') as CountsRecord)).toEqual({ '0': [[48, 1]] });
});

it('returns the contacts of a day whose parts are all full, and counts those of other days', async () => {
  const store = createMemoryKeyValueStore(() => NOON);
  const full = { v: 1, last: 1, full: true, queues: {} };
  const parts = [...Array(LIMITS.countsParts).keys()].map((part) => KEY_OF.counts(NOON, part));
  for (const key of parts) await store.set(key, full);

  const added = await addCounts(store, batch(2, [contact(0), contact(0, 720)]), NOON);

  expect(added).toEqual({ parts: {}, uncounted: [contact(0)] });
  expect(slotsOf(store.valueOf('counts:2026-11-06') as CountsRecord)).toEqual({ '0': [[0, 1]] });
  for (const key of parts) expect(store.valueOf(key)).toEqual(full);
});

/** A busy day of many queues: `perSlot` contacts of each in every quarter of an hour, in batches of 200. */
function busyDay(queues: number, perSlot: number): readonly CountedBatch[] {
  const all = [...Array(96).keys()].flatMap((slot) =>
    [...Array(queues * perSlot).keys()].map((index) => ({
      queue: index % queues,
      occurredAt: Math.floor(NOON / DAY) * DAY + slot * QUARTER,
    })),
  );
  return [...Array(Math.ceil(all.length / 200)).keys()].map((index) =>
    batch(index + 1, all.slice(index * 200, index * 200 + 200)),
  );
}

describe('a busy day', () => {
  it.each([
    [60, 12, 1],
    [500, 2, 4],
  ])(
    'of %i queues with %i contacts a quarter takes %i keys and loses nothing',
    async (queues, perSlot, keys) => {
      const store = createMemoryKeyValueStore(() => NOON);
      let parts = {};
      for (const each of busyDay(queues, perSlot)) {
        const added = await addCounts(store, each, NOON, parts);
        expect(added.uncounted).toEqual([]);
        parts = added.parts;
      }

      const records = Object.values(store.snapshot()) as readonly CountsRecord[];
      expect(records.length).toBeLessThanOrEqual(keys);
      expect(records.map(({ full }) => full ?? false)).toEqual(
        records.map((_each, part) => part < records.length - 1),
      );
      expect(records.reduce((sum, record) => sum + total(record), 0)).toBe(queues * perSlot * 96);
    },
  );

  it('counts each batch once when a run was killed while a part became full', async () => {
    const batches = busyDay(500, 1);
    const store = createMemoryKeyValueStore(() => NOON);
    let nth = 0;
    for (const each of batches) {
      nth += 1;
      let calls = 0;
      store.onOperation = () => {
        calls += 1;
        return calls === 1 + (nth % 6) ? (nth % 2 === 0 ? 'kill before' : 'kill after') : 'go';
      };
      await addCounts(store, each, NOON).catch(() => undefined);
      store.revive();
      // The run after does not know where the day goes on.
      await addCounts(store, each, NOON);
    }

    const records = Object.values(store.snapshot()) as readonly CountsRecord[];
    expect(records.length).toBeGreaterThan(1);
    expect(records.reduce((sum, record) => sum + total(record), 0)).toBe(500 * 96);
  });
});
