import { highestCarried, type Tried } from './capacity';
import type { Figures } from './figures';

function tried(perMinute: number, medians: readonly number[], drainedAfterMinutes: number | null = 3): Tried {
  const thirds = medians.map((median) => ({ median, highest99th: median }));
  return { perMinute, figures: { thirds, drainedAfterMinutes } as unknown as Figures };
}

it('names the highest load whose delay does not grow from one third of the hour to the next', () => {
  const loads = [tried(60, [90, 95, 100]), tried(70, [90, 120, 150]), tried(80, [90, 400, 900])];

  expect(highestCarried(loads)).toBe(70);
});

it('believes no load beyond one under which delay grows', () => {
  expect(highestCarried([tried(60, [90, 400, 900]), tried(70, [90, 95, 100])])).toBeNull();
});

it.each([14, null])(
  'believes no load that leaves contacts behind: all accepted after %p minutes',
  (minutes) => {
    expect(highestCarried([tried(60, [90, 95, 100]), tried(70, [90, 95, 100], minutes)])).toBe(60);
  },
);
