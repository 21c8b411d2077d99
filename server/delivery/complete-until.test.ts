import { completeUntil } from './complete-until';

it.each([
  ['the cursor of the scan when nothing is due', 100, null, 100],
  ['the oldest contact that is due and not sent', 100, 40, 40],
  ['the cursor when what is due is younger', 100, 140, 100],
])('is %s', (_what, checkedUntil, oldestDue, until) => {
  expect(completeUntil(checkedUntil, oldestDue)).toBe(until);
});
