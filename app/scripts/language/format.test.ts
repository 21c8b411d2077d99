import { createFormat } from './format';

const AT = Date.parse('2026-11-05T12:05:00Z');

it('writes in the account’s zone, not in that of the browser', () => {
  const format = createFormat('de', 'America/New_York');

  expect(format.moment(AT)).toBe('05.11.2026, 07:05');
  expect(format.dayOf(Date.parse('2026-11-05T03:00:00Z'))).toBe('2026-11-04');
  expect(format.clock(AT)).toEqual({ hour: 7, minute: 5 });
  expect(format).toMatchObject({ zone: 'America/New_York', isBrowserZone: false });
});

it.each([null, undefined, 'Mars/Olympus'])('takes the browser’s zone for %p, and says so', (zone) => {
  expect(createFormat('en', zone).isBrowserZone).toBe(true);
});

it('has the days of UTC, by which the app counts, while the account’s zone is not known', () => {
  const format = createFormat('en', null, 'Asia/Tokyo');

  expect(format.zone).toBe('Asia/Tokyo');
  expect(format.dayOf(Date.parse('2026-11-05T23:30:00Z'))).toBe('2026-11-05');
});

it('tells the two hours apart that have one name in the night when the clocks go back', () => {
  const format = createFormat('en', 'Europe/Berlin');
  const first = format.time(Date.parse('2026-10-25T00:30:00Z'), true);
  const second = format.time(Date.parse('2026-10-25T01:30:00Z'), true);

  expect(first).not.toBe(second);
});

it.each([
  [0, '0 sec'],
  [45, '45 sec'],
  [290, '4 min 50 sec'],
  [3600, '1 hr'],
  [3900, '1 hr 5 min'],
  [90_000, '1 day 1 hr'],
])('writes %p seconds as %p', (seconds, words) => {
  expect(createFormat('en', 'UTC').seconds(seconds)).toBe(words);
});

it('writes a dash for what is not known', () => {
  const format = createFormat('it', 'UTC');

  expect([format.count(null), format.moment(undefined), format.seconds(null)]).toEqual(['–', '–', '–']);
});

it('names a day without any zone moving it', () => {
  expect(createFormat('en', 'Pacific/Kiritimati').day('2026-11-05')).toBe('Thursday, November 5, 2026');
  expect(createFormat('fr', 'Pacific/Pago_Pago').day('2026-11-05', 'short')).toBe('5 nov.');
});

it('writes a number below nothing with a minus sign, not with a hyphen', () => {
  expect(
    ['en', 'de', 'fr', 'es', 'it', 'nl'].map((language) => createFormat(language as 'en', 'UTC').count(-5)),
  ).toEqual(Array(6).fill('−5'));
});
