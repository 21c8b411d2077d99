import { createReadAhead, type PagesRead } from './read-ahead';

const READ: PagesRead = { pages: [], problem: null };

/** Reads that end when the test says so, and the tickets whose reading began. */
function openReads(mayBegin: () => boolean = () => true, width: () => number = () => 2) {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const ahead = createReadAhead(mayBegin, width);
  const begin = (...tickets: readonly number[]): void => {
    for (const ticketId of tickets)
      ahead.begin(ticketId, () => {
        begun.push(ticketId);
        return new Promise((resolve) => ends.set(ticketId, () => resolve(READ)));
      });
  };
  const end = async (ticketId: number): Promise<void> => {
    ends.get(ticketId)?.();
    await new Promise(setImmediate);
  };
  return { ahead, begun, begin, end };
}

it('begins the next ticket as soon as one is read, whichever that is', async () => {
  const { begun, begin, end } = openReads();
  begin(1, 2, 3, 4);
  await new Promise(setImmediate);
  expect(begun).toEqual([1, 2]);

  await end(2);
  expect(begun).toEqual([1, 2, 3]);
});

it('gives what was read in any order, and once', async () => {
  const { ahead, begin, end } = openReads();
  begin(1, 2);
  await end(0);
  await end(2);
  await end(1);

  expect(await ahead.take(1)).toBe(READ);
  expect(await ahead.take(2)).toBe(READ);
  expect(ahead.has(1)).toBe(false);
  expect(await ahead.take(1)).toBeNull();
});

it('begins none after one that may not begin, even when that would be allowed again', async () => {
  let mayBegin = true;
  const { ahead, begun, begin, end } = openReads(() => mayBegin);
  begin(1, 2, 3, 4);
  await end(0);
  mayBegin = false;
  await end(1);
  mayBegin = true;
  await end(2);

  expect(begun).toEqual([1, 2]);
  expect(await ahead.take(3)).toBeNull();
  expect(await ahead.take(4)).toBeNull();
});

it('asks for its width each time', async () => {
  let width = 1;
  const { begun, begin, end } = openReads(undefined, () => width);
  begin(1, 2, 3, 4);
  width = 3;
  await end(0);
  await end(1);

  expect(begun).toEqual([1, 2, 3, 4]);
});

it('ends when nothing is under way any more, and tells a failure to whoever takes it', async () => {
  const { ahead, begin, end } = openReads();
  ahead.begin(1, () => Promise.reject(new Error('lost')));
  begin(2, 3);
  await end(0);
  let hasEnded = false;
  const ended = ahead.end().then(() => {
    hasEnded = true;
  });
  await end(0);
  expect(hasEnded).toBe(false);

  await end(3);
  await end(2);
  await ended;
  await expect(ahead.take(1)).rejects.toThrow('lost');
});
