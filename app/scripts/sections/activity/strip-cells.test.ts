import { NOON } from '../../../../test/fakes/page-samples';
import { CELL_MS, cellsOf } from './strip-cells';

const FIRST = NOON / CELL_MS;
const STRIP = { first: FIRST, accepted: [2, 0, 5], lights: '103' };

it('shows each interval up to now, and those without a run as such', () => {
  expect(cellsOf(STRIP, NOON + 3 * CELL_MS)).toEqual([
    { at: NOON, accepted: 2, light: 'good' },
    { at: NOON + CELL_MS, accepted: 0, light: 'none' },
    { at: NOON + 2 * CELL_MS, accepted: 5, light: 'bad' },
    { at: NOON + 3 * CELL_MS, accepted: 0, light: 'none' },
  ]);
});

it('shows at most a day, also when the clock of the browser is behind', () => {
  expect(cellsOf(STRIP, NOON + 97 * CELL_MS)).toHaveLength(96);
  expect(cellsOf(STRIP, NOON - CELL_MS)).toHaveLength(3);
});

it('shows nothing before the first run', () => {
  expect(cellsOf({ first: 0, accepted: [], lights: '' }, NOON)).toEqual([]);
});
