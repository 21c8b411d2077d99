import { fc } from '../../test/property';
import { formatInstant, isFarAhead, parseInstant } from './instant';

const NOON = Date.UTC(2026, 10, 5, 12, 0, 0);

describe('parseInstant', () => {
  it.each([
    ['UTC', '2026-11-05T12:00:00Z'],
    ['a fraction, floored', '2026-11-05T12:00:00.999Z'],
    ['an offset to the east', '2026-11-05T14:00:00+02:00'],
    ['an offset to the west, without a colon', '2026-11-05T08:30:00-0330'],
    ['no zone, which is UTC', '2026-11-05T12:00:00'],
  ])('reads %s', (_case, text) => {
    expect(parseInstant(text)).toBe(NOON);
  });

  it.each([
    ['a number of seconds', 1793880000.5],
    ['a number of milliseconds', 1793880000000],
    ['a day that no calendar has', '2026-02-30T12:00:00Z'],
    ['an hour that no clock has', '2026-11-05T25:00:00Z'],
    ['a leap second', '2026-12-31T23:59:60Z'],
    ['a day alone', '2026-11-05'],
    ['an offset that no zone has', '2026-11-05T12:00:00+19:00'],
    ['text around it', ' 2026-11-05T12:00:00Z'],
    ['an empty text', ''],
    ['nothing', null],
    ['a date object', new Date(NOON)],
  ])('refuses %s', (_case, value) => {
    expect(parseInstant(value)).toBeNull();
  });

  it('floors a time before 1970 as well', () => {
    expect(parseInstant('1969-12-31T23:59:59.900Z')).toBe(-1000);
  });

  it('reads back what formatInstant writes, to the second', () => {
    const ms = fc.integer({ min: 0, max: Date.UTC(9999, 0, 1) });
    fc.assert(
      fc.property(ms, (at) => {
        expect(parseInstant(formatInstant(at))).toBe(Math.floor(at / 1000) * 1000);
      }),
    );
  });
});

describe('formatInstant', () => {
  it('writes whole UTC seconds', () => {
    expect(formatInstant(Date.UTC(2026, 10, 5, 12, 45, 13, 999))).toBe('2026-11-05T12:45:13Z');
  });
});

it.each([
  ['a day ahead', 86_400_000, false],
  ['more than a day ahead', 86_400_001, true],
  ['in the past', -1, false],
])('a date %s is far ahead: %p', (_what, ahead, expected) => {
  expect(isFarAhead(1_000 + ahead, 1_000)).toBe(expected);
});
