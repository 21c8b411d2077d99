import { shiftDay } from '../language/shift-day';
import { GOOD_DAY, NOON, RUNNING_IMPORT } from '../../../test/fakes/page-samples';
import { createFormat } from '../language/format';
import { firstDay, keptDays } from './day-box';
import type { PageParts } from './page-parts';

it('counts days over months, years and nights when the clocks change', () => {
  expect(shiftDay('2026-03-29', 1)).toBe('2026-03-30');
  expect(shiftDay('2027-01-01', -1)).toBe('2026-12-31');
});

it('offers the 35 days that are kept, the latest first', () => {
  const days = keptDays('2026-11-05');

  expect(days).toHaveLength(35);
  expect([days[0], days.at(-1)]).toEqual(['2026-11-05', '2026-10-02']);
});

it('offers no day before the first one, and always today', () => {
  expect(keptDays('2026-11-05', '2026-11-04')).toEqual(['2026-11-05', '2026-11-04']);
  expect(keptDays('2026-11-05', '2026-11-06')).toEqual(['2026-11-05']);
});

it('begins with the installation, and by days with an import that was started', () => {
  const first = (history: typeof GOOD_DAY.history, isByDays: boolean): string => {
    const overview = { ...GOOD_DAY, installedAt: NOON, history };
    const parts = { overview: () => overview, format: () => createFormat('en', 'UTC') };
    return firstDay(parts as unknown as PageParts, isByDays);
  };

  expect(first(null, true)).toBe('2026-11-05');
  expect(first(RUNNING_IMPORT, false)).toBe('2026-11-05');
  expect(first(RUNNING_IMPORT, true)).toBe('2026-10-26');
  expect(first({ ...RUNNING_IMPORT, startedFrom: null }, true)).toBe('2026-11-05');
});
