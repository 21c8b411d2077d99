import { createRunWorld, openRun } from '../../test/fakes/run-context';
import type { OutboxRest } from '../live/deliver-outbox';
import { makeOverview, type Overview } from './overview';
import { LIMITS } from '../values/limits';
import { newState, type State } from '../run/state';

const CUT_OVER = Date.parse('2026-11-01T00:00:00Z');
const NOW = Date.parse('2026-11-05T12:00:00Z');
const STATE: State = {
  ...newState(CUT_OVER),
  completeUntil: NOW - 900_000,
  held: [
    { number: 1, reason: 'unclear', contacts: 3, at: NOW },
    { number: 2, reason: 'parked', contacts: 1, at: NOW },
    { number: 3, reason: 'unclear', contacts: 4, at: NOW },
  ],
  counters: { leftOut: 6 },
};
const REST: OutboxRest = {
  waiting: ['ticket:1', 'ticket:2', 'reply:3'],
  due: 1,
  settling: 0,
  oldestWaiting: 5,
  complete: true,
  isAvailable: true,
};

async function overviewOf(state: Partial<State> = {}, rest: Partial<OutboxRest> = {}): Promise<Overview> {
  const world = createRunWorld();
  world.clock.now = NOW;
  const run = await openRun(world, { ...STATE, ...state });
  const delays = { day: 20_762, worstSeconds: 300, buckets: [[43, 4]] } as const;
  run.inFlight = {
    ...run.inFlight,
    accepted: 120,
    repaired: 2,
    acceptedAt: NOW - 1000,
    delays: {
      days: [
        [20_755, 9],
        [20_756, 8],
        [20_761, 7],
        [20_762, 6],
      ],
      delays,
    },
  };
  return makeOverview(run, { ...REST, ...rest });
}

it('shows the page what the run saw', async () => {
  expect(await overviewOf()).toMatchObject({
    v: 1,
    lastRunAt: NOW,
    installedAt: CUT_OVER,
    completeUntil: NOW - 900_000,
    mode: 'normal',
    accepted: 120,
    repaired: 2,
    lastAcceptedAt: NOW - 1000,
    waiting: 3,
    due: 1,
    oldestWaiting: 5,
    leftOut: 6,
    entityStoreAvailable: true,
    deepEndedAt: null,
    timeZone: null,
  });
});

it('adds up held contacts by why they are held', async () => {
  expect(await overviewOf()).toMatchObject({ unclear: 7, parked: 1 });
});

it("tells the account's day: what was accepted, and how long it took", async () => {
  expect(await overviewOf()).toMatchObject({
    today: { day: '2026-11-05', accepted: 6, medianSeconds: 62, worstSeconds: 300 },
    accepted7Days: 21,
  });
  const tokyo = { iana: 'Asia/Tokyo', askedAt: NOW };
  expect(await overviewOf({ zone: tokyo })).toMatchObject({
    timeZone: 'Asia/Tokyo',
    today: { day: '2026-11-05' },
  });
});

it('says what the run used of the limits', async () => {
  const { use } = await overviewOf();

  expect(use).toEqual({
    keyValueOps: 4,
    keyValueLimit: 50,
    entityOps: 0,
    entityLimit: 250,
    freshdeskCalls: 0,
    freshdeskLimit: LIMITS.freshdeskCallsPerMinute,
  });
});

describe('while the entity store does not answer', () => {
  const rest = { isAvailable: false, complete: false, oldestWaiting: null, waiting: [], due: 0 };

  it('nothing waits, because the scan delivers', async () => {
    expect(await overviewOf({}, rest)).toMatchObject({
      entityStoreAvailable: false,
      oldestWaiting: null,
      waitingComplete: true,
    });
  });

  it('what waited before is taken to wait still', async () => {
    expect(await overviewOf({ oldestWaiting: 9 }, rest)).toMatchObject({
      oldestWaiting: 9,
      waitingComplete: false,
    });
  });
});

describe('the start of another installation', () => {
  const nothing = { waiting: [], due: 0, oldestWaiting: null };

  it('is given once nothing waits and nothing is held', async () => {
    expect((await overviewOf({ held: [] }, nothing)).nextStart).toBe(NOW - 900_000);
  });

  it.each<[string, Partial<State>, Partial<OutboxRest>]>([
    ['something waits', { held: [] }, {}],
    ['something is held', {}, nothing],
    ['a find is not sent', { held: [], scan: { ...newState(CUT_OVER).scan, found: 1 } }, nothing],
    ['not all of the outbox was read', { held: [] }, { ...nothing, complete: false }],
    [
      'the outbox cannot be read, in which something waited',
      { held: [], oldestWaiting: 9 },
      { ...nothing, isAvailable: false },
    ],
  ])('is not given while %s', async (_what, state, rest) => {
    expect((await overviewOf(state, rest)).nextStart).toBeNull();
  });
});

describe('the next try', () => {
  it.each([5, 10])('comes with the next tick, %i minutes later', async (tickMinutes) => {
    expect((await overviewOf({ tickMinutes })).nextTryAt).toBe(NOW + tickMinutes * 60_000);
  });

  it('comes when injixo no longer wants to be left alone', async () => {
    expect((await overviewOf({ notBefore: NOW + 7_200_000 })).nextTryAt).toBe(NOW + 7_200_000);
  });
});
