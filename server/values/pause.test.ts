import { isPaused } from './pause';

const PAUSE = { readAt: 1000, until: 3000 };

it.each([
  ['as soon as its answer is read', 1000, true],
  ['until just before its end', 2999, true],
  ['no longer at its end', 3000, false],
  ['no longer once the clock went back behind the answer', 999, false],
])('a wait lasts %s', (_what, now, lasts) => {
  expect(isPaused(PAUSE, now)).toBe(lasts);
});

it('without an answer there is none', () => {
  expect(isPaused(null, 1000)).toBe(false);
});
