import { createRefreshing, OPENING_MS, REFRESH_MS } from './refresh';

function startRefreshing() {
  const now = {
    ms: 0,
    isHidden: false,
    refreshes: 0,
    timers: new Map<number, { at: number; act: () => void }>(),
  };
  let isEnded: () => void = () => undefined;
  let last = 0;
  const refreshing = createRefreshing(
    () => {
      now.refreshes += 1;
      return new Promise<void>((resolve) => {
        isEnded = resolve;
      });
    },
    {
      isHidden: () => now.isHidden,
      elapsed: () => now.ms,
      after: (ms, act) => {
        last += 1;
        now.timers.set(last, { at: now.ms + ms, act });
        return last;
      },
      cancel: (timer) => void now.timers.delete(timer),
    },
  );
  const settle = async (): Promise<void> => {
    isEnded();
    await Promise.resolve();
    await Promise.resolve();
  };
  const pass = async (ms: number): Promise<void> => {
    now.ms += ms;
    for (const [id, timer] of [...now.timers]) {
      if (timer.at > now.ms) continue;
      now.timers.delete(id);
      timer.act();
      await settle();
    }
  };
  return { now, refreshing, settle, pass };
}

it('refreshes every minute after it has begun', async () => {
  const { now, refreshing, pass } = startRefreshing();
  refreshing.begin();
  for (let minute = 1; minute <= 3; minute += 1) await pass(REFRESH_MS);

  expect(now.refreshes).toBe(3);
});

it('does not ask twice while it opens', async () => {
  const { now, refreshing, pass } = startRefreshing();
  refreshing.activated();
  refreshing.begin();
  expect(now.refreshes).toBe(0);

  refreshing.activated();
  expect(now.refreshes).toBe(1);
  await pass(OPENING_MS);
});

it('takes the first word of the platform soon after opening for the opening itself, later ones not', () => {
  const { now, refreshing } = startRefreshing();
  refreshing.begin();
  refreshing.activated();
  expect(now.refreshes).toBe(0);

  now.ms += OPENING_MS;
  refreshing.activated();
  expect(now.refreshes).toBe(1);
});

it('stops when it is not seen, and refreshes at once when it is seen again', async () => {
  const { now, refreshing, pass, settle } = startRefreshing();
  refreshing.begin();
  now.isHidden = true;
  refreshing.pause();
  await pass(10 * REFRESH_MS);
  expect([now.refreshes, now.timers.size]).toEqual([0, 0]);

  now.isHidden = false;
  refreshing.resume();
  expect(now.refreshes).toBe(1);
  await settle();
  await pass(REFRESH_MS);
  expect(now.refreshes).toBe(2);
});

it('has one refresh under way at a time', () => {
  const { now, refreshing } = startRefreshing();
  refreshing.begin();
  refreshing.resume();
  refreshing.resume();

  expect(now.refreshes).toBe(1);
});

it('tells how long until the next refresh', async () => {
  const { now, refreshing, pass } = startRefreshing();
  expect(refreshing.nextMs()).toBe(0);
  refreshing.begin();
  now.ms += 20_000;
  expect(refreshing.nextMs()).toBe(REFRESH_MS - 20_000);
  refreshing.resume();
  expect(refreshing.nextMs()).toBe(0);

  refreshing.pause();
  await pass(REFRESH_MS);
  expect(refreshing.nextMs()).toBe(0);
});
