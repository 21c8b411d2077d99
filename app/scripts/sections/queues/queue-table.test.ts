import { TREND, trendPoints } from './queue-table';

it('goes from edge to edge, the highest day at the top', () => {
  expect(trendPoints([0, 10, 5])).toBe(`0.0,${TREND.height - 2}.0 48.0,2.0 96.0,12.0`);
});

it.each([[[]], [[0]], [[0, 0, 0]]])('stays flat at the bottom for %p', (counts) => {
  expect(trendPoints(counts).split(' ').filter(Boolean)).toEqual(
    counts.map(() => expect.stringMatching(new RegExp(`,${TREND.height - 2}\\.0$`))),
  );
});
