import { fc } from '../../test/property';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createCalendar } from '../values/calendar';
import { LIMITS } from '../values/limits';
import type { CountedContact } from './counts';
import { addToTrend, readTrend, trendParts, withPendingTrend, type PendingTrend } from './trend';

const UTC = createCalendar(null);
const NOON = Date.parse('2026-11-05T12:00:00Z');
const DAY = 86_400_000;
const TODAY = UTC.dayOf(NOON);

function sums(
  contacts: readonly CountedContact[],
  isRepaired = false,
  before: PendingTrend = {},
): PendingTrend {
  return withPendingTrend(before, { contacts, at: NOON, isRepaired }, UTC);
}

function contact(queue: number, daysAgo = 0): CountedContact {
  return { queue, occurredAt: NOON - daysAgo * DAY };
}

function store() {
  return createMemoryKeyValueStore(() => NOON);
}

const contacts = fc.array(
  fc.record({
    queue: fc.integer({ min: 0, max: 600 }),
    occurredAt: fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => NOON - minutes * 60_000),
  }),
  { maxLength: 25 },
);

it('keeps sums by queue and day, and when the last contact happened', async () => {
  const kept = store();
  await addToTrend(kept, 1, sums([contact(0), contact(0), contact(0, 2), contact(7, 34)]));
  await addToTrend(kept, 2, sums([contact(0), contact(7)]));

  const trend = await readTrend(kept, 8);

  expect(trend.get('0')).toEqual({
    lastAt: NOON,
    days: new Map([
      [TODAY, 3],
      [TODAY - 2, 1],
    ]),
  });
  expect(trend.get('7')).toEqual({
    lastAt: NOON,
    days: new Map([
      [TODAY, 1],
      [TODAY - 34, 1],
    ]),
  });
});

it('leaves out what is older than 35 days, and forgets what has become so', async () => {
  expect(sums([contact(0, 35)])).toEqual({});
  const kept = store();
  await addToTrend(kept, 1, sums([contact(0, 34), contact(1, 30)]));
  const later = { contacts: [{ queue: 1, occurredAt: NOON + DAY }], at: NOON + DAY, isRepaired: false };
  await addToTrend(kept, 2, withPendingTrend({}, later, UTC));

  const trend = await readTrend(kept, 2);

  expect(trend.get('0')).toEqual({ lastAt: NOON - 34 * DAY, days: new Map() });
  expect(trend.get('1')?.days).toEqual(
    new Map([
      [TODAY + 1, 1],
      [TODAY - 30, 1],
    ]),
  );
});

it('sums beside the queues what the scan repaired', async () => {
  const kept = store();
  await addToTrend(kept, 1, sums([contact(300)], true, sums([contact(300)])));

  const trend = await readTrend(kept, 301);

  expect(trend.get('300')?.days.get(TODAY)).toBe(2);
  expect(trend.get('r')?.days.get(TODAY)).toBe(1);
});

it('adds the sums of a note once, wherever earlier tries were killed', async () => {
  const kill = fc.record({
    at: fc.integer({ min: 1, max: 6 }),
    verdict: fc.constantFrom('kill before' as const, 'kill after' as const, 'refuse after' as const),
  });
  await fc.assert(
    fc.asyncProperty(contacts, contacts, fc.array(kill, { maxLength: 3 }), async (first, second, kills) => {
      const whole = store();
      await addToTrend(whole, 4, sums(first));
      await addToTrend(whole, 9, sums(second));

      const killed = store();
      await addToTrend(killed, 4, sums(first));
      for (const { at, verdict } of kills) {
        const before = killed.operations().length;
        killed.onOperation = ({ n }) => (n === before + at ? verdict : 'go');
        await addToTrend(killed, 9, sums(second)).catch(() => undefined);
        killed.revive();
      }
      await addToTrend(killed, 9, sums(second));
      await addToTrend(killed, 4, sums(first));

      expect(killed.snapshot()).toEqual(whole.snapshot());
    }),
  );
});

it('adds the same whether batches come one by one or summed up in the note', async () => {
  await fc.assert(
    fc.asyncProperty(contacts, contacts, async (first, second) => {
      const apart = store();
      await addToTrend(apart, 1, sums(first));
      await addToTrend(apart, 2, sums(second));
      const together = store();
      await addToTrend(together, 2, sums(second, false, sums(first)));

      expect(await readTrend(together, 601)).toEqual(await readTrend(apart, 601));
    }),
  );
});

it('costs two operations for each 250 queues that it touches, and one to read', async () => {
  const batch = sums([contact(0), contact(249), contact(250)]);
  const kept = store();
  await addToTrend(kept, 1, batch);

  expect(trendParts(batch)).toBe(2);
  expect(trendParts(batch, [3, 499, 500])).toBe(3);
  expect(kept.operations()).toHaveLength(4);
  await readTrend(kept, 500);
  expect(kept.operations()).toHaveLength(6);
});

it('fits into one value with 250 queues of a thousand contacts a day', async () => {
  const last = (NOON / 1000).toString(36);
  const days = [...Array(LIMITS.trendDays).keys()].map((ago) => `${(TODAY - ago).toString(36)}:rs`).join(',');
  const all = Object.fromEntries([...Array(250).keys()].map((queue) => [String(queue), `${last};${days}`]));
  const kept = store();

  await addToTrend(kept, 1, all);

  expect((await readTrend(kept, 250)).get('249')?.days.get(TODAY - 34)).toBe(1000);
  expect(Buffer.byteLength(JSON.stringify(kept.valueOf('trend:0')))).toBeLessThan(LIMITS.keyValueBytes);
});

it('begins anew where the stored sums cannot be read', async () => {
  const kept = store();
  await kept.set('trend:0', { v: 9 });

  await addToTrend(kept, 3, sums([contact(0)]));

  expect((await readTrend(kept, 1)).get('0')?.days).toEqual(new Map([[TODAY, 1]]));
});
