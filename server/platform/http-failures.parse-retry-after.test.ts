import { parseRetryAfter } from './http-failures';

const NOW = Date.parse('2026-11-05T12:00:00Z');

it.each<[string, unknown, number | null]>([
  ['seconds', '30', NOW + 30_000],
  ['seconds with space around', ' 30 ', NOW + 30_000],
  ['seconds as a number', 30, NOW + 30_000],
  ['no wait at all', '0', NOW],
  ['an HTTP date', 'Thu, 05 Nov 2026 12:01:00 GMT', NOW + 60_000],
  ['a whole day', '86400', NOW + 86_400_000],
  ['more seconds than a day has as a day', '86401', NOW + 86_400_000],
  ['a date that never comes as a day', 'Fri, 05 Nov 2126 12:00:00 GMT', NOW + 86_400_000],
  ['seconds in decimals', '9.5', NOW + 9_500],
  ['a negative number', '-1', null],
  ['nothing', undefined, null],
  ['null', null, null],
  ['an empty text', '', null],
  ['a word', 'soon', null],
  ['a list', ['30'], null],
])('reads %s', (_what, header, expected) => {
  expect(parseRetryAfter(header, NOW)).toBe(expected);
});

it.each<[string, unknown, number]>([
  [
    'from the date of its answer, whatever the own clock shows',
    'Wed, 04 Nov 2026 12:00:00 GMT',
    NOW + 60_000,
  ],
  ['from now when its answer has no date', undefined, NOW - 86_340_000],
])('counts a date %s', (_what, date, expected) => {
  expect(parseRetryAfter('Wed, 04 Nov 2026 12:01:00 GMT', NOW, date)).toBe(expected);
});
