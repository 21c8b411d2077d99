import fc from 'fast-check';
import { createQuota, type Quota, type QuotaMemory } from './quota';

const NOW = Date.parse('2026-11-05T12:00:00Z');

function quotaWith(memory: Partial<QuotaMemory> = {}) {
  const clock = { now: NOW, mayWork: true };
  const quota = createQuota(
    { perMinute: null, notBefore: null, ...memory },
    () => clock.now,
    () => clock.mayWork,
  );
  return { clock, quota };
}

function takeAll(quota: Quota): number {
  let taken = 0;
  while (taken < 10_000 && quota.take()) taken += 1;
  return taken;
}

it.each<[string, number | null, number]>([
  ['an account of 50 until an answer says more', null, 25],
  ['an account of 100', 100, 50],
  ['an account of 700', 700, 350],
])('takes half of %s', (_what, perMinute, calls) => {
  const { quota } = quotaWith({ perMinute });

  expect(takeAll(quota)).toBe(calls);
  expect(quota.spent()).toBe(calls);
});

it('takes half of the limit it learned in between', () => {
  const { quota } = quotaWith();
  quota.take();

  quota.learn({ 'x-ratelimit-total': '400' });

  expect(takeAll(quota)).toBe(199);
  expect(quota.memory()).toEqual({ perMinute: 400, notBefore: null });
});

it.each([
  [21, true],
  [20, false],
  [0, false],
])('leaves a tenth of the account to others: with %i of 200 left it may ask: %p', (remaining, allowed) => {
  const { quota } = quotaWith({ perMinute: 200 });
  quota.take();

  quota.learn({ 'x-ratelimit-remaining': String(remaining) });

  expect(quota.take()).toBe(allowed);
});

it('counts what a call is charged beyond one', () => {
  const { quota } = quotaWith({ perMinute: 20 });
  quota.take();
  quota.learn({ 'x-ratelimit-used-currentrequest': '3' });

  expect(quota.spent()).toBe(3);
  expect(takeAll(quota)).toBe(7);
});

it('asks nothing before the moment Freshdesk named, and remembers it for the next run', () => {
  const { quota, clock } = quotaWith();

  quota.pause(NOW + 30_000);
  expect(quota.take()).toBe(false);
  expect(quota.memory().notBefore).toBe(NOW + 30_000);

  clock.now = NOW + 30_000;
  expect(quota.take()).toBe(true);

  expect(quotaWith({ notBefore: NOW + 1 }).quota.take()).toBe(false);
});

it('asks nothing once the time of the run is up, and does not count it', () => {
  const { quota, clock } = quotaWith();
  clock.mayWork = false;

  expect(quota.take()).toBe(false);
  expect(quota.spent()).toBe(0);
});

it.each<[string, object]>([
  ['nothing', {}],
  ['words', { 'x-ratelimit-total': 'many', 'x-ratelimit-remaining': 'few' }],
  ['a limit of nothing', { 'x-ratelimit-total': '0' }],
  ['negative numbers', { 'x-ratelimit-total': '-5', 'x-ratelimit-remaining': '-5' }],
])('learns nothing from headers with %s', (_what, headers) => {
  const { quota } = quotaWith({ perMinute: 100 });

  quota.learn(headers as Readonly<Record<string, unknown>>);

  expect(quota.memory().perMinute).toBe(100);
  expect(quota.take()).toBe(true);
});

it('never takes more than half of the account, whatever it learns of what is left', () => {
  const header = fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined });
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 700 }), fc.array(header), (perMinute, remaining) => {
      const { quota } = quotaWith({ perMinute });
      for (const left of remaining) {
        quota.take();
        quota.learn({ 'x-ratelimit-remaining': left });
      }
      takeAll(quota);

      expect(quota.spent()).toBeLessThanOrEqual(Math.ceil(perMinute / 2));
    }),
  );
});
