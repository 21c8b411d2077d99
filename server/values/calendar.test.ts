import { fc } from '../../test/property';
import { createCalendar, dayText, isZone, parseDay } from './calendar';

const HOUR = 3_600_000;

function dayOfText(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new Error(text);
  return day;
}

function hoursOf(zone: string, text: string): number {
  const { startOf } = createCalendar(zone);
  const day = dayOfText(text);
  return (startOf(day + 1) - startOf(day)) / HOUR;
}

describe('startOf', () => {
  it.each([
    ['Europe/Berlin', '2026-11-05', '2026-11-04T23:00:00Z', 24],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
    ['America/St_Johns', '2026-03-08', '2026-03-08T03:30:00Z', 23],
    ['America/St_Johns', '2026-11-01', '2026-11-01T02:30:00Z', 25],
    ['Asia/Kolkata', '2026-11-05', '2026-11-04T18:30:00Z', 24],
    ['Asia/Kathmandu', '2026-11-05', '2026-11-04T18:15:00Z', 24],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
    // Midnight itself is skipped in the night to Sunday.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z', 23],
    ['Pacific/Auckland', '2026-11-05', '2026-11-04T11:00:00Z', 24],
    ['Pacific/Pago_Pago', '2026-11-05', '2026-11-05T11:00:00Z', 24],
    ['Pacific/Kiritimati', '2026-11-05', '2026-11-04T10:00:00Z', 24],
  ])('in %s the %s begins at %s and has %d hours', (zone, day, from, hours) => {
    expect(new Date(createCalendar(zone).startOf(dayOfText(day))).toISOString()).toBe(
      from.replace('Z', '.000Z'),
    );
    expect(hoursOf(zone, day)).toBe(hours);
  });
});

it('puts every moment on the day whose bounds hold it', () => {
  const zones = [
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/Havana',
  ];
  const moment = fc.integer({
    min: Date.parse('2024-01-01T00:00:00Z'),
    max: Date.parse('2028-01-01T00:00:00Z'),
  });
  fc.assert(
    fc.property(fc.constantFrom(...zones), moment, (zone, at) => {
      const { dayOf, startOf } = createCalendar(zone);
      const day = dayOf(at);
      expect(startOf(day)).toBeLessThanOrEqual(at);
      expect(startOf(day + 1)).toBeGreaterThan(at);
    }),
  );
});

it.each([null, 'Mars/Olympus'])('takes the days of UTC when the zone is %p', (zone) => {
  const { dayOf, startOf } = createCalendar(zone);

  expect(startOf(dayOfText('2026-11-05'))).toBe(Date.parse('2026-11-05T00:00:00Z'));
  expect(dayText(dayOf(Date.parse('2026-11-05T23:59:59Z')))).toBe('2026-11-05');
});

it.each(['2026-02-30', '2026-2-3', '', 'today', 20000, null])('reads no day from %p', (text) => {
  expect(parseDay(text)).toBeNull();
});

it('knows what a zone is', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Berlin')).toBe(false);
});
