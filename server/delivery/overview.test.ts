import { makeOverview, type RunFigures } from './overview';
import { newState, type State } from './state';

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
  counters: { twins: 5, leftOut: 6 },
};
const FIGURES: RunFigures = {
  now: NOW,
  accepted: 120,
  repaired: 2,
  acceptedAt: NOW - 1000,
  waiting: 7,
  due: 1,
  oldestDue: 5,
  waitingComplete: true,
  queues: 9,
};

it('shows the page what the last run saw', () => {
  expect(makeOverview(STATE, FIGURES)).toMatchObject({
    v: 1,
    lastRunAt: NOW,
    installedAt: CUT_OVER,
    completeUntil: NOW - 900_000,
    mode: 'normal',
    accepted: 120,
    repaired: 2,
    lastAcceptedAt: NOW - 1000,
    waiting: 7,
    due: 1,
    oldestDue: 5,
    leftOut: 6,
    queues: 9,
  });
});

it('adds up held contacts by why they are held', () => {
  expect(makeOverview(STATE, FIGURES)).toMatchObject({ unclear: 7, parked: 1 });
});
