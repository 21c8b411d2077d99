import { fc } from '../../test/property';
import { LIMITS } from '../values/limits';
import { createRunBudget, type OpsRecord, type Reserve } from './run-budget';

const START = Date.parse('2026-11-05T12:00:00Z');

function budgetAt(start: number, previous: OpsRecord | null = null) {
  const clock = { now: start };
  const budget = createRunBudget(() => clock.now);
  budget.adopt(previous);
  return { clock, budget };
}

it('has 32 operations when no run went before', () => {
  const { budget } = budgetAt(START);

  expect(budget.opsLeft()).toBe(32);
  expect(budget.opsSpent()).toBe(0);
});

it('counts down with every operation', () => {
  const { budget } = budgetAt(START);

  for (let n = 0; n < 10; n += 1) budget.spend();

  expect(budget.opsLeft()).toBe(22);
  expect(budget.opsSpent()).toBe(10);
});

it('leaves room for what the run before spent in the last minute', () => {
  const early = Array.from({ length: 20 }, () => 0);
  const late = Array.from({ length: 10 }, () => 8_000);
  const previous = { at: START - 55_000, offsets: [...early, ...late] };

  const { budget, clock } = budgetAt(START, previous);
  expect(budget.opsLeft()).toBe(5);

  clock.now += 5_000;
  expect(budget.opsLeft()).toBe(25);

  clock.now += 8_000;
  expect(budget.opsLeft()).toBe(32);
});

describe('a run that follows another of 24 operations by a minute', () => {
  const previous = { at: START - 60_000, offsets: Array.from({ length: 24 }, (_, n) => n * 20) };

  /** Spends 8 operations at this pace (ms); what follows a longer call does not change the pace. */
  function afterEight(pace: number) {
    const { clock, budget } = budgetAt(START, previous);
    for (let n = 0; n < 8; n += 1) {
      budget.spend();
      clock.now += n === 3 ? pace + 60 : pace;
    }
    return budget;
  }

  it('has room for as many when it is as slow: the others leave the window as it goes on', () => {
    expect(afterEight(20).affords(24)).toBe(true);
  });

  it('has room for what the window holds at once when it works all at once', () => {
    expect(afterEight(0).opsLeft()).toBe(35 - 8 - 20);
  });

  it('counts on nothing before it knows its pace', () => {
    expect(budgetAt(START, previous).budget.opsLeft()).toBe(35 - 23);
  });
});

it('leaves no room for what lies in the future: the clock was set back', () => {
  const previous = { at: START + 3_600_000, offsets: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };

  expect(budgetAt(START, previous).budget.opsLeft()).toBe(32);
});

it('hands its own operations and those still to come to the run after', () => {
  const { budget, clock } = budgetAt(START);
  budget.spend();
  clock.now += 2_000;
  budget.spend();

  expect(budget.record(2)).toEqual({ at: START, offsets: [0, 2_000, 2_000, 2_000] });
});

it('opens only as many ledger keys as it can write back and end in order', () => {
  const { budget } = budgetAt(START);
  expect(budget.keysToOpen(6)).toBe(6);
  expect(budget.keysToOpen(100)).toBe(9);

  for (let n = 0; n < 12; n += 1) budget.spend();
  expect(budget.keysToOpen(6)).toBe(3);

  for (let n = 0; n < 12; n += 1) budget.spend();
  expect(budget.keysToOpen(6)).toBe(0);
});

it.each([
  [0, true, true],
  [8_999, true, true],
  [9_000, false, true],
  [13_999, false, true],
  [14_000, false, false],
])('after %i ms a POST may begin: %p, anything new: %p', (ms, mayPost, mayWork) => {
  const { budget, clock } = budgetAt(START);

  clock.now += ms;

  expect(budget.mayPost()).toBe(mayPost);
  expect(budget.mayWork()).toBe(mayWork);
});

/** A run that spends whenever it may, with these pauses between its operations, after a gap of at least a lease. */
const run = fc.record({
  gap: fc.integer({ min: 55_000, max: 70_000 }),
  pauses: fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 60 }),
});

function mostInAnyMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
}

it('never allows more than 32 operations a run nor more than 35 in any minute', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
      const all: number[] = [];
      let previous: OpsRecord | null = null;
      let startedAt = START;
      for (const { gap, pauses } of runs) {
        startedAt += gap;
        const { clock, budget } = budgetAt(startedAt, previous);
        for (const pause of pauses) {
          clock.now += pause;
          if (!budget.mayWork() || budget.opsLeft() < 1) continue;
          budget.spend();
          all.push(clock.now);
        }
        expect(budget.opsSpent()).toBeLessThanOrEqual(32);
        previous = budget.record(0);
      }
      expect(mostInAnyMinute(all)).toBeLessThanOrEqual(35);
    }),
  );
});

it('never takes more than 35 in any minute where it asks for many at once and keeps its pace', () => {
  const steady = fc.record({
    gap: fc.integer({ min: 55_000, max: 62_000 }),
    pace: fc.integer({ min: 0, max: 300 }),
    asks: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(fc.array(steady, { minLength: 2, maxLength: 5 }), (runs) => {
      const all: number[] = [];
      let previous: OpsRecord | null = null;
      let startedAt = START;
      for (const { gap, pace, asks } of runs) {
        startedAt += gap;
        const { clock, budget } = budgetAt(startedAt, previous);
        for (const ops of asks) {
          if (!budget.affords(ops)) continue;
          for (let n = 0; n < ops; n += 1) {
            budget.spend();
            all.push(clock.now);
            clock.now += pace;
          }
        }
        previous = budget.record(0);
      }
      expect(mostInAnyMinute(all)).toBeLessThanOrEqual(35);
    }),
  );
});

describe('operations that are asked for', () => {
  const { close, hold } = LIMITS.reserves;

  it.each<[string, number, readonly Reserve[], number]>([
    ['themselves', 5, [], 5],
    ['with what a purpose needs set aside', 5, ['close'], 5 + close],
    ['with several purposes', 5, ['close', 'hold'], 5 + close + hold],
    ['for a purpose alone', 0, ['hold'], hold],
    ['none at all', 0, [], 0],
  ])('are affordable while enough are left: %s', (_what, ops, reserves, needed) => {
    const { budget } = budgetAt(START);
    while (budget.opsLeft() > needed) budget.spend();
    expect(budget.affords(ops, ...reserves)).toBe(true);

    budget.spend();
    expect(budget.affords(ops, ...reserves)).toBe(false);
  });

  it('are not while the minute still has those of the run before', () => {
    const previous = { at: START - 30_000, offsets: Array.from({ length: 30 }, () => 0) };
    const { budget, clock } = budgetAt(START, previous);
    expect(budget.affords(10)).toBe(false);

    clock.now += 30_000;
    expect(budget.affords(10)).toBe(true);
  });
});
