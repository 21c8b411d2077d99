import { shiftDay } from '../language/shift-day';
import { keptDays } from './day-box';

it('counts days over months, years and nights when the clocks change', () => {
  expect(shiftDay('2026-03-29', 1)).toBe('2026-03-30');
  expect(shiftDay('2027-01-01', -1)).toBe('2026-12-31');
});

it('offers the 35 days that are kept, the latest first', () => {
  const days = keptDays('2026-11-05');

  expect(days).toHaveLength(35);
  expect([days[0], days.at(-1)]).toEqual(['2026-11-05', '2026-10-02']);
});
