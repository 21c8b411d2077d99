import { createPace, type PacedCall } from './pace-calls';

/** Time that passes only while somebody waits for it, and what `onWait` heard. */
function createWorld() {
  const world = { now: 0, waits: [] as number[], random: () => 0.5 };
  const { pace, waitMs } = createPace(
    {
      after: (ms, act) => {
        world.now += ms;
        queueMicrotask(act);
        return 0;
      },
      elapsed: () => world.now,
      random: world.random,
    },
    (ms) => world.waits.push(ms),
  );
  return { world, pace, waitMs };
}

function paced(cost: number, more: Partial<PacedCall<string>> = {}): PacedCall<string> {
  return {
    lane: null,
    cost,
    call: () => Promise.resolve('answer'),
    charge: () => ({ cost, isRefused: false }),
    replaced: 'replaced',
    ...more,
  };
}

it('spends ten at once, then waits for what comes back, and says how long', async () => {
  const { world, pace } = createWorld();

  await pace(paced(10));
  expect(world.now).toBe(0);
  await pace(paced(2));

  expect(world.now).toBe(40_000);
  expect([Math.max(...world.waits), world.waits.at(-1)]).toEqual([40_000, 0]);
});

it('charges what an answer says, more or less than expected', async () => {
  const { world, pace } = createWorld();

  await pace(paced(4, { charge: () => ({ cost: 9, isRefused: false }) }));
  await pace(paced(1, { charge: () => ({ cost: 0, isRefused: false }) }));
  await pace(paced(1));
  expect(world.now).toBe(0);
  await pace(paced(1));

  expect(world.now).toBe(20_000);
});

it('rests after a refusal, and goes on by itself', async () => {
  const { world, pace } = createWorld();

  await pace(paced(1, { charge: () => ({ cost: 1, isRefused: true }) }));
  const answer = await pace(paced(0));

  expect([answer, world.now]).toEqual(['answer', 90_000]);
});

it('makes of several waiting calls for one place only the last', async () => {
  const { world, pace } = createWorld();
  const made: number[] = [];
  const day = (nth: number): Promise<string> =>
    pace(paced(1, { lane: 'day', call: () => Promise.resolve(`day ${String(made.push(nth))}`) }));
  await pace(paced(10));

  const answers = await Promise.all([day(1), day(2), day(3)]);

  expect([answers, made, world.now]).toEqual([['replaced', 'replaced', 'day 1'], [3], 20_000]);
});

it('goes on with the next call when one fails', async () => {
  const { pace } = createWorld();

  await expect(pace(paced(1, { call: () => Promise.reject(new Error('lost')) }))).rejects.toThrow('lost');

  expect(await pace(paced(1))).toBe('answer');
});

it('tells how long it rests after a refusal, for the next call of one operation', async () => {
  const { world, pace, waitMs } = createWorld();
  expect(waitMs()).toBe(0);
  await pace(paced(1, { charge: () => ({ cost: 1, isRefused: true }) }));

  expect(waitMs()).toBe(90_000);
  world.now += 89_000;
  expect(waitMs()).toBe(1000);
});

it('makes a call that others need not wait for only while enough is left for them', async () => {
  const { world, pace } = createWorld();

  expect(await pace(paced(2, { isOnlyNow: true }))).toBe('answer');
  await pace(paced(4));
  expect(await pace(paced(2, { isOnlyNow: true }))).toBe('replaced');

  expect(world.now).toBe(0);
});
