import { inParallel } from './in-parallel';

/** Works on numbers, the larger the longer, and watches how many are under way. */
async function work(items: readonly number[], width: number) {
  let underWay = 0;
  let most = 0;
  const started: number[] = [];
  const results = await inParallel(items, width, async (item) => {
    started.push(item);
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
    underWay -= 1;
    return item * 10;
  });
  return { results, most, started };
}

it.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [9, 5],
])('works on at most %i at once and keeps the order', async (width, most) => {
  const done = await work([5, 1, 4, 2, 3], width);

  expect(done).toEqual({ results: [50, 10, 40, 20, 30], most, started: [5, 1, 4, 2, 3] });
});

it('has nothing to do for nothing', async () => {
  expect(await work([], 3)).toEqual({ results: [], most: 0, started: [] });
});

it('begins the next item as soon as one has ended', async () => {
  const ends: (() => void)[] = [];
  const started: number[] = [];
  const done = inParallel([0, 1, 2, 3], 2, (item) => {
    started.push(item);
    return new Promise<number>((resolve) => {
      ends[item] = () => resolve(item);
    });
  });

  ends[1]?.();
  await Promise.resolve().then(() => undefined);
  expect(started).toEqual([0, 1, 2]);
  ends[2]?.();
  await Promise.resolve().then(() => undefined);
  expect(started).toEqual([0, 1, 2, 3]);
  ends[0]?.();
  ends[3]?.();

  expect(await done).toEqual([0, 1, 2, 3]);
});

it('ends with a failure when all that had begun has ended, and begins nothing after it', async () => {
  const ended: number[] = [];
  const started: number[] = [];
  const done = inParallel([0, 1, 2, 3], 2, async (item) => {
    started.push(item);
    if (item === 0) throw new Error('the first fails');
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    ended.push(item);
  });

  await expect(done).rejects.toThrow('the first fails');
  expect(started).toEqual([0, 1]);
  expect(ended).toEqual([1]);
});
