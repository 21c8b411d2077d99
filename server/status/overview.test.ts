import { NOTHING_WAITS } from '../../test/fakes/page-samples';
import { makeOverview, type OverviewFacts } from './overview';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const CUT_OVER = Date.parse('2026-11-01T00:00:00Z');
const FACTS: OverviewFacts = {
  now: NOW,
  installedAt: CUT_OVER,
  isCutOverKnown: true,
  tickMinutes: 5,
  lastTickAt: NOW - 1000,
  scheduleMadeAt: null,
  completeUntil: NOW - 900_000,
  checkedUntil: NOW - 900_000,
  mode: 'normal',
  failure: null,
  notBefore: null,
  lastAnswerAt: null,
  freshdeskFailure: null,
  accepted: 120,
  repaired: 2,
  newestAt: 0,
  lastAcceptedAt: NOW - 1000,
  held: [
    { reason: 'unclear', contacts: 3 },
    { reason: 'parked', contacts: 1 },
    { reason: 'unclear', contacts: 4 },
  ],
  outbox: { waiting: 3, due: 1, oldestWaiting: 5, complete: true, isAvailable: true },
  waitedBefore: null,
  leftOut: 6,
  found: 0,
  lacking: { slots: '', days: [] },
  deepEndedAt: null,
  queues: 22,
  setAside: [],
  unreadable: null,
  history: null,
  timeZone: null,
  today: { day: '2026-11-05', accepted: 6, medianSeconds: null, worstSeconds: null },
  accepted7Days: 21,
  use: {
    keyValueOps: 4,
    keyValueLimit: 50,
    entityOps: 0,
    entityLimit: 250,
    freshdeskCalls: 0,
    freshdeskLimit: null,
  },
  activity: { entries: [], parts: 0, strip: { first: 0, accepted: [], lights: '' } },
  lastError: null,
  settings: {},
  alert: null,
  lost: null,
  changed: {},
  storeSilentSince: null,
  way: 'checked',
  checkedFrom: CUT_OVER,
  waits: NOTHING_WAITS,
  unnamed: [],
};

type Changed = Partial<Omit<OverviewFacts, 'outbox'>>;

function overviewOf(changed: Changed = {}, outbox: Partial<OverviewFacts['outbox']> = {}) {
  return makeOverview({ ...FACTS, ...changed, outbox: { ...FACTS.outbox, ...outbox } });
}

it('shows the page what the run saw', () => {
  expect(overviewOf()).toMatchObject({
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
    queues: 22,
    entityStoreAvailable: true,
    deepEndedAt: null,
    timeZone: null,
    today: FACTS.today,
    accepted7Days: 21,
    use: FACTS.use,
  });
});

it('adds up held contacts by why they are held', () => {
  expect(overviewOf()).toMatchObject({ unclear: 7, parked: 1 });
});

it('keeps to itself what only decides what is shown', () => {
  const shown = Object.keys(overviewOf());

  expect(
    ['now', 'tickMinutes', 'notBefore', 'newestAt', 'held', 'outbox', 'waitedBefore'].filter((name) =>
      shown.includes(name),
    ),
  ).toEqual([]);
});

describe('while the entity store does not answer', () => {
  const outbox = { isAvailable: false, complete: false, oldestWaiting: null, waiting: 0, due: 0 };

  it('nothing waits, because the scan delivers', () => {
    expect(overviewOf({}, outbox)).toMatchObject({
      entityStoreAvailable: false,
      oldestWaiting: null,
      waitingComplete: true,
    });
  });

  it('what waited before is taken to wait still', () => {
    expect(overviewOf({ waitedBefore: 9 }, outbox)).toMatchObject({
      oldestWaiting: 9,
      waitingComplete: false,
    });
  });
});

describe('the start of another installation', () => {
  const nothing = { waiting: 0, due: 0, oldestWaiting: null };

  it('is given once nothing waits and nothing is held', () => {
    expect(overviewOf({ held: [] }, nothing).nextStart).toBe(NOW - 900_000);
  });

  it.each<[string, Changed, Partial<OverviewFacts['outbox']>]>([
    ['something waits', { held: [] }, {}],
    ['something is held', {}, nothing],
    ['a find is not sent', { held: [], found: 1 }, nothing],
    ['not all of the outbox was read', { held: [] }, { ...nothing, complete: false }],
    [
      'the outbox cannot be read, in which something waited',
      { held: [], waitedBefore: 9 },
      { ...nothing, isAvailable: false },
    ],
  ])('is not given while %s', (_what, changed, outbox) => {
    expect(overviewOf(changed, outbox).nextStart).toBeNull();
  });
});

describe('the next try', () => {
  it.each([5, 10])('comes with the next tick, %i minutes later', (tickMinutes) => {
    expect(overviewOf({ tickMinutes }).nextTryAt).toBe(NOW + tickMinutes * 60_000);
  });

  it('comes when injixo no longer wants to be left alone', () => {
    expect(overviewOf({ notBefore: NOW + 7_200_000 }).nextTryAt).toBe(NOW + 7_200_000);
  });
});
