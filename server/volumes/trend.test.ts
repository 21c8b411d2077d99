import { fc } from '../../test/property';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createCalendar } from '../values/calendar';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import type { CountedContact } from './counts';
import { addToTrend, readTrend, withPendingTrend, type PendingTrend } from './trend';

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

function add(kept: KeyValueStore, number: number, pending: PendingTrend) {
  return addToTrend(kept, [{ number, sums: pending }], () => true);
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
  await add(kept, 1, sums([contact(0), contact(0), contact(0, 2), contact(7, 34)]));
  await add(kept, 2, sums([contact(0), contact(7)]));

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
  await add(kept, 1, sums([contact(0, 34), contact(1, 30)]));
  const later = { contacts: [{ queue: 1, occurredAt: NOON + DAY }], at: NOON + DAY, isRepaired: false };
  await add(kept, 2, withPendingTrend({}, later, UTC));

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
  await add(kept, 1, sums([contact(300)], true, sums([contact(300)])));

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
      await add(whole, 4, sums(first));
      await add(whole, 9, sums(second));

      const killed = store();
      await add(killed, 4, sums(first));
      for (const { at, verdict } of kills) {
        const before = killed.operations().length;
        killed.onOperation = ({ n }) => (n === before + at ? verdict : 'go');
        await add(killed, 9, sums(second)).catch(() => undefined);
        killed.revive();
      }
      await add(killed, 9, sums(second));
      await add(killed, 4, sums(first));

      expect(killed.snapshot()).toEqual(whole.snapshot());
    }),
  );
});

it('adds the same whether batches come one by one or summed up in the note', async () => {
  await fc.assert(
    fc.asyncProperty(contacts, contacts, async (first, second) => {
      const apart = store();
      await add(apart, 1, sums(first));
      await add(apart, 2, sums(second));
      const together = store();
      await add(together, 2, sums(second, false, sums(first)));

      expect(await readTrend(together, 601)).toEqual(await readTrend(apart, 601));
    }),
  );
});

it('costs two operations for each 250 queues that it touches, and one to read', async () => {
  const batch = sums([contact(0), contact(249), contact(250)]);
  const kept = store();
  await add(kept, 1, batch);

  expect(kept.operations()).toHaveLength(4);
  await readTrend(kept, 500);
  expect(kept.operations()).toHaveLength(6);
});

it('fits into one value with 250 queues of a thousand contacts a day', async () => {
  const last = (NOON / 1000).toString(36);
  const days = [...Array(LIMITS.trendDays).keys()].map((ago) => `${(TODAY - ago).toString(36)}:rs`).join(',');
  const all = Object.fromEntries([...Array(250).keys()].map((queue) => [String(queue), `${last};${days}`]));
  const kept = store();

  await add(kept, 1, all);

  expect((await readTrend(kept, 250)).get('249')?.days.get(TODAY - 34)).toBe(1000);
  expect(Buffer.byteLength(JSON.stringify(kept.valueOf('trend:0')))).toBeLessThan(LIMITS.keyValueBytes);
});

it('begins anew where the stored sums cannot be read', async () => {
  const kept = store();
  await kept.set('trend:0', { v: 9 });

  await add(kept, 3, sums([contact(0)]));

  expect((await readTrend(kept, 1)).get('0')?.days).toEqual(new Map([[TODAY, 1]]));
});

it('adds part by part while it may, those that wait longest first, and leaves the rest for later', async () => {
  const kept = store();
  const older = { number: 3, sums: sums([contact(600), contact(10)]) };
  const newer = { number: 5, sums: sums([contact(10), contact(300)]) };
  const turns = [true, true, false];

  const { left, lackingDays } = await addToTrend(kept, [older, newer], () => turns.shift() ?? false);

  expect(kept.operations()).toHaveLength(4);
  expect(left).toEqual([{ number: 5, sums: sums([contact(300)]) }]);
  expect(lackingDays).toEqual([]);
  await addToTrend(kept, left, () => true);
  const trend = await readTrend(kept, 601);
  expect([10, 300, 600].map((queue) => trend.get(String(queue))?.days.get(TODAY))).toEqual([2, 1, 1]);
});

it('adds the sums of several runs once, whichever of them a killed run had added', async () => {
  const runs = fc.array(contacts, { minLength: 1, maxLength: 4 });
  const cut = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(runs, cut, async (given, tries) => {
      const waiting = given.map((each, n) => ({ number: n + 1, sums: sums(each) }));
      const whole = store();
      for (const each of waiting) await addToTrend(whole, [each], () => true);

      const killed = store();
      for (const parts of tries) {
        let left = parts;
        // The note of what is left is lost with the run.
        await addToTrend(killed, waiting.slice(0, parts + 1), () => (left -= 1) >= 0);
      }
      await addToTrend(killed, waiting, () => true);

      expect(await readTrend(killed, 601)).toEqual(await readTrend(whole, 601));
    }),
  );
});

it('says which days lack something when sums outgrow a value', async () => {
  const kept = store();
  const queues: Record<string, string> = {};
  const bytes = (): number => JSON.stringify({ v: 1, last: 1, day: TODAY, queues }).length;
  for (let n = 1; bytes() < LIMITS.keyValueBytes - 250; n += 1) queues[n] = `x;${'zzzzzz,'.repeat(30)}z`;
  queues['999'] = `x;${','.repeat(33)}${'1'.repeat(LIMITS.keyValueBytes - bytes() - 45)}`;
  await kept.set('trend:0', { v: 1, last: 1, day: TODAY, queues });
  const before = kept.snapshot();

  const { left, lackingDays } = await add(kept, 2, sums([contact(0), contact(0, 3)]));

  expect({ left, lackingDays }).toEqual({ left: [], lackingDays: [TODAY, TODAY - 3] });
  expect(kept.snapshot()).toEqual(before);
});
