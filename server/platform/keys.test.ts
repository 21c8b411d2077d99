import { fc } from '../../test/property';
import { allScheduleNames, KEY_OF, KEYS, runName, TICK_NAME } from './keys';

const MAX_KEY_CHARACTERS = 60;
const AT = Date.parse('2026-11-05T13:59:59Z');

it.each([
  ['a take-over', KEY_OF.leaseAfter(1_762_346_713_000), 'lease-after:1762346713000'],
  ['a held batch', KEY_OF.held(12), 'held:12'],
  ['the first tickets', KEY_OF.tickets(49_999), 'tickets:0'],
  ['the next tickets', KEY_OF.tickets(50_000), 'tickets:1'],
  ['the replies of an hour', KEY_OF.replies(AT, 0), 'replies:2026-11-05T13'],
  ['its next part', KEY_OF.replies(AT, 1), 'replies:2026-11-05T13:1'],
  ['frozen queues', KEY_OF.queues(2), 'queues:2'],
  ['the counts of a day', KEY_OF.counts(AT, 0), 'counts:2026-11-05'],
  ['their next part', KEY_OF.counts(AT, 1), 'counts:2026-11-05:1'],
])('builds the key of %s', (_what, key, expected) => {
  expect(key).toBe(expected);
});

const instant = fc.integer({ min: 0, max: Date.parse('2199-12-31T23:59:59Z') });
const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

it('builds keys of at most 60 characters, whatever they are made of', () => {
  fc.assert(
    fc.property(instant, whole, (at, number) => {
      const keys = [
        KEY_OF.leaseAfter(at),
        KEY_OF.held(number),
        KEY_OF.tickets(number),
        KEY_OF.replies(at, number),
        KEY_OF.queues(number),
        KEY_OF.counts(at, number),
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

      expect(KEY_OF.replies(hour + later, 0)).toBe(KEY_OF.replies(hour, 0));
      expect(KEY_OF.replies(hour + 3_600_000, 0)).not.toBe(KEY_OF.replies(hour, 0));
    }),
  );
});

it('names a one-time run by its minute of the hour', () => {
  expect(runName(Date.parse('2026-11-05T13:07:59Z'))).toBe('injixo-connect-run-07');
  expect(runName(Date.parse('2026-11-05T14:07:00Z'))).toBe('injixo-connect-run-07');
});

it('knows the name of every schedule it can have made', () => {
  const names = new Set(allScheduleNames());

  expect(names.size).toBe(62);
  expect(names).toContain(TICK_NAME);
  fc.assert(
    fc.property(instant, (at) => {
      expect(names).toContain(runName(at));
    }),
  );
});
