import { fc } from '../../test/property';
import { UNKNOWN_LIMIT } from './call-limit';
import { NOTHING_LEARNED, createQuota, type CallFamily, type Quota, type QuotaMemory } from './quota';

const NOW = Date.parse('2026-11-05T12:00:00Z');

function quotaWith(memory: Partial<QuotaMemory> = {}) {
  const clock = { now: NOW, mayWork: true };
  const quota = createQuota(
    { ...NOTHING_LEARNED, ...memory },
    () => clock.now,
    () => clock.mayWork,
  );
  return { clock, quota };
}

const limitOf = (total: number | null) => ({ ...UNKNOWN_LIMIT, total });

function takeAll(quota: Quota, family: CallFamily = 'other'): number {
  let taken = 0;
  while (taken < 10_000 && quota.take(family)) taken += 1;
  return taken;
}

it.each<[string, number | null, number]>([
  ['an account of 50 until an answer says more', null, 25],
  ['an account of 100', 100, 50],
  ['an account of 700', 700, 350],
])('takes half of %s', (_what, perMinute, calls) => {
  const { quota } = quotaWith({ account: limitOf(perMinute) });

  expect(takeAll(quota)).toBe(calls);
  expect(quota.spent()).toBe(calls);
});

it.each<[string, number | null, number]>([
  ['20 until an answer says more', null, 10],
  ['40', 40, 20],
])('takes half of what lists may have: %s', (_what, listPerMinute, calls) => {
  const { quota } = quotaWith({ account: limitOf(700), lists: limitOf(listPerMinute) });

  expect(takeAll(quota, 'list')).toBe(calls);
  expect(quota.take('other')).toBe(true);
});

it('counts lists for the whole account as well', () => {
  const { quota } = quotaWith({ account: limitOf(20), lists: limitOf(100) });

  expect(takeAll(quota, 'list')).toBe(10);
  expect(quota.take('other')).toBe(false);
  expect(quota.spent()).toBe(10);
});

it('takes half of the limit it learned in between, each family of its own', () => {
  const { quota } = quotaWith();
  quota.take('other');

  quota.learn('other', { 'x-ratelimit-total': '400' });
  quota.learn('list', { 'x-ratelimit-total': '100' });

  expect(quota.memory()).toMatchObject({ account: { total: 400 }, lists: { total: 100 }, pause: null });
  expect(takeAll(quota, 'list')).toBe(50);
  expect(takeAll(quota)).toBe(149);
});

it.each([
  [21, true],
  [20, false],
  [0, false],
])('leaves a tenth of the account to others: with %i of 200 left it may ask: %p', (remaining, allowed) => {
  const { quota } = quotaWith({ account: limitOf(200) });
  quota.take('other');

  quota.learn('other', { 'x-ratelimit-remaining': String(remaining) });

  expect(quota.take('other')).toBe(allowed);
});

it('counts what a call is charged beyond one', () => {
  const { quota } = quotaWith({ account: limitOf(20), lists: limitOf(20) });
  quota.take('list');
  quota.learn('list', { 'x-ratelimit-used-currentrequest': '3' });

  expect(quota.spent()).toBe(3);
  expect(takeAll(quota)).toBe(7);
});

it('asks nothing before the moment Freshdesk named, and remembers it for the next run', () => {
  const { quota, clock } = quotaWith();

  quota.pause('other', {}, NOW + 30_000);
  expect(quota.take('other')).toBe(false);
  expect(quota.take('list')).toBe(false);
  expect(quota.memory().pause).toEqual({ readAt: NOW, until: NOW + 30_000 });

  clock.now = NOW + 30_000;
  expect(quota.take('other')).toBe(true);

  const asked = (readAt: number) => quotaWith({ pause: { readAt, until: NOW + 1 } }).quota.take('other');
  expect(asked(NOW - 1)).toBe(false);
  // Read by a clock that was ahead.
  expect(asked(NOW + 1)).toBe(true);
});

it.each<[string, Readonly<Record<string, unknown>>, boolean]>([
  ['says nothing of a limit', {}, true],
  ['has something left', { 'x-ratelimit-total': '400', 'x-ratelimit-remaining': '7' }, true],
  ['has used up a limit of its own', { 'x-ratelimit-total': '100', 'x-ratelimit-remaining': '0' }, true],
  [
    'tells that the account has nothing left',
    { 'x-ratelimit-total': '400.0', 'x-ratelimit-remaining': '-1' },
    false,
  ],
  ['tells only that nothing is left', { 'x-ratelimit-remaining': '0.0' }, false],
])('after a throttled list that %s, other calls go on: %p', (_what, headers, goesOn) => {
  const { quota } = quotaWith({ account: limitOf(400), lists: limitOf(100) });

  quota.pause('list', headers, NOW + 30_000);

  expect(quota.take('list')).toBe(false);
  expect(quota.take('other')).toBe(goesOn);
});

it('tells how many credits are left: of its half, and of what others leave', () => {
  const { quota } = quotaWith({ account: limitOf(100) });
  expect(quota.left()).toBe(50);

  quota.take('other');
  expect(quota.left()).toBe(49);

  quota.learn('other', { 'x-ratelimit-remaining': '13' });
  expect(quota.left()).toBe(3);
  quota.learn('other', { 'x-ratelimit-remaining': '2' });
  expect(quota.left()).toBe(0);
});

it('asks nothing once the time of the run is up, and does not count it', () => {
  const { quota, clock } = quotaWith();
  clock.mayWork = false;

  expect(quota.take('other')).toBe(false);
  expect(quota.spent()).toBe(0);
});

it.each<[string, Readonly<Record<string, unknown>>]>([
  ['nothing', {}],
  ['words', { 'x-ratelimit-total': 'many', 'x-ratelimit-remaining': 'few' }],
  ['a limit of nothing', { 'x-ratelimit-total': '0' }],
  ['negative numbers', { 'x-ratelimit-total': '-5', 'x-ratelimit-remaining': '-5' }],
])('learns nothing from headers with %s', (_what, headers) => {
  const { quota } = quotaWith({ account: limitOf(100) });

  quota.learn('other', headers);

  expect(quota.memory().account.total).toBe(100);
  expect(quota.take('other')).toBe(true);
});

it('never takes more than half of the account, whatever it learns of what is left', () => {
  const call = fc.record({
    family: fc.constantFrom<CallFamily>('list', 'other'),
    remaining: fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 700 }), fc.array(call), (perMinute, calls) => {
      const { quota } = quotaWith({ account: limitOf(perMinute) });
      for (const { family, remaining } of calls) {
        quota.take(family);
        quota.learn(family, { 'x-ratelimit-remaining': remaining });
      }
      takeAll(quota, 'list');
      takeAll(quota, 'other');

      expect(quota.spent()).toBeLessThanOrEqual(Math.ceil(perMinute / 2));
    }),
  );
});
