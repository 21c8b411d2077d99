/** The size of a trend line's drawing. */
export const TREND = { width: 96, height: 24 } as const;

/** The line of a series as the points of a polyline; flat at the bottom when nothing ever came. */
export function trendPoints(counts: readonly number[]): string {
  const highest = Math.max(1, ...counts);
  const step = TREND.width / Math.max(1, counts.length - 1);
  return counts
    .map((count, index) => {
      const y = TREND.height - 2 - (count / highest) * (TREND.height - 4);
      return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
