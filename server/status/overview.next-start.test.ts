import { nextStart } from './overview';

const AT = Date.parse('2026-11-05T12:00:00Z');
const MINUTE = 60_000;

it.each([
  ['is behind the newest contact that was sent', AT - 20 * MINUTE, AT, true, AT + 1000],
  ['is where everything is checked, when that is later', AT, AT - 20 * MINUTE, true, AT],
  ['is where everything is checked, when nothing was ever sent', AT, 0, true, AT],
  ['cannot be said while something waits or is held', AT, AT, false, null],
  ['cannot be said before anything is checked', null, AT, true, null],
])('the start of another installation %s', (_what, completeUntil, newestAt, isSettled, start) => {
  expect(nextStart({ completeUntil, newestAt, isSettled })).toBe(start);
});
