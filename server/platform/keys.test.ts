import { fc } from '../../test/property';
import {
  allScheduleNames,
  countsKey,
  heldKey,
  KEYS,
  leaseAfterKey,
  queuesKey,
  repliesKey,
  runName,
  ticketsKey,
  TICK_NAME,
} from './keys';

const MAX_KEY_CHARACTERS = 60;
const AT = Date.parse('2026-11-05T13:59:59Z');

it.each([
  ['a take-over', leaseAfterKey(1_762_346_713_000), 'lease-after:1762346713000'],
  ['a held batch', heldKey(12), 'held:12'],
  ['the first tickets', ticketsKey(49_999), 'tickets:0'],
  ['the next tickets', ticketsKey(50_000), 'tickets:1'],
  ['the replies of an hour', repliesKey(AT, 0), 'replies:2026-11-05T13'],
  ['its next part', repliesKey(AT, 1), 'replies:2026-11-05T13:1'],
  ['frozen queues', queuesKey(2), 'queues:2'],
  ['the counts of three hours', countsKey(AT), 'counts:2026-11-05T12'],
  ['the three hours after', countsKey(AT + 3_600_000), 'counts:2026-11-05T12'],
  ['the first of the next three', countsKey(AT + 3_601_000), 'counts:2026-11-05T15'],
])('builds the key of %s', (_what, key, expected) => {
  expect(key).toBe(expected);
});

const instant = fc.integer({ min: 0, max: Date.parse('2199-12-31T23:59:59Z') });
const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

it('builds keys of at most 60 characters, whatever they are made of', () => {
  fc.assert(
    fc.property(instant, whole, (at, number) => {
      const keys = [
        leaseAfterKey(at),
        heldKey(number),
        ticketsKey(number),
        repliesKey(at, number),
        queuesKey(number),
        countsKey(at),
        ...Object.values(KEYS),
      ];

      for (const key of keys) expect(key.length).toBeLessThanOrEqual(MAX_KEY_CHARACTERS);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

it('gives all replies of an hour one key, and the next hour another', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 3_599_999 }), (at, later) => {
      const hour = Math.floor(at / 3_600_000) * 3_600_000;

      expect(repliesKey(hour + later, 0)).toBe(repliesKey(hour, 0));
      expect(repliesKey(hour + 3_600_000, 0)).not.toBe(repliesKey(hour, 0));
    }),
  );
});

it('names a one-time run by its minute of the hour', () => {
  expect(runName(Date.parse('2026-11-05T13:07:59Z'))).toBe('injixo-connect-run-07');
  expect(runName(Date.parse('2026-11-05T14:07:00Z'))).toBe('injixo-connect-run-07');
});

it('knows the name of every schedule it can have made', () => {
  const names = new Set(allScheduleNames());

  expect(names.size).toBe(61);
  expect(names).toContain(TICK_NAME);
  fc.assert(
    fc.property(instant, (at) => {
      expect(names).toContain(runName(at));
    }),
  );
});
