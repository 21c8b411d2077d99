import { whatWaits } from './overview';

const SEEN = { complete: true, isAvailable: true, oldestWaiting: 40, oldestKept: null } as const;

it.each([
  ['the cursor of the scan when nothing is due', 100, null, null, null, 100],
  ['the oldest contact that is due and not sent', 100, 40, null, null, 40],
  ['the cursor when what is due is younger', 100, 140, null, 150, 100],
  ['what was found on a ticket that was set aside, and is not settled', 100, 40, 30, 50, 30],
  ['the oldest that waits under a key of its own', 100, 40, 30, 20, 20],
])('is %s', (_what, checkedUntil, oldestWaiting, oldestFound, oldestKept, until) => {
  const seen = { ...SEEN, oldestWaiting, oldestKept };

  expect(whatWaits(null, seen, { deepUntil: 0, checkedUntil, oldestFound }).completeUntil).toBe(until);
});

it.each([
  ['what a run saw that read the whole outbox', 10, SEEN, 0, 40],
  ['nothing when the whole outbox is empty', 10, { ...SEEN, oldestWaiting: null }, 0, null],
  [
    'what waited before when the outbox cannot be read',
    10,
    { ...SEEN, isAvailable: false, oldestWaiting: null },
    0,
    10,
  ],
  [
    'what waited before when it is older than the part that was read',
    10,
    { ...SEEN, complete: false },
    0,
    10,
  ],
  [
    'what waited before when a deep pass ended just there',
    20,
    { ...SEEN, isAvailable: false, oldestWaiting: null },
    20,
    20,
  ],
  ['the part that was read when it is older', 60, { ...SEEN, complete: false }, 0, 40],
  [
    'nothing any more once a deep pass has gone past it',
    10,
    { ...SEEN, isAvailable: false, oldestWaiting: null },
    20,
    null,
  ],
])('the oldest waiting contact is %s', (_what, before, seen, deepUntil, oldest) => {
  expect(whatWaits(before, seen, { deepUntil, checkedUntil: 100, oldestFound: null }).oldest).toBe(oldest);
});
