import { fc } from '../../test/property';
import { createEntityBudget } from './entity-budget';

it.each([
  [0, 230],
  [10, 230],
  [16, 229],
  [50, 185],
  [100, 120],
  [150, 55],
  [162, 40],
  [1_000, 40],
])('leaves room for %i contacts a minute: %i operations', (contacts, operations) => {
  expect(createEntityBudget(null, () => 0).expect(contacts, 1.3)).toBe(operations);
});

it('stays under the 250 of a minute together with what up to 160 contacts a minute need', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 160 }), (contacts) => {
      expect(createEntityBudget(null, () => 0).expect(contacts, 1.3) + contacts).toBeLessThanOrEqual(250);
    }),
  );
});

it('counts what the run before spent until it is out of the minute', () => {
  let now = 1_000_000;
  const first = createEntityBudget(null, () => now);
  first.spend(11);
  now += 3_000;
  first.spend(100);
  now += 57_000;
  const second = createEntityBudget(first.record(), () => now);

  expect(second.left()).toBe(130);
  now += 3_000;
  expect(second.left()).toBe(230);
});

it('never lets more than it may into any 60 seconds, however runs follow each other', () => {
  const runs = fc.array(
    fc.tuple(fc.integer({ min: 56_000, max: 90_000 }), fc.integer({ min: 0, max: 9_000 })),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(runs, (plan) => {
      let now = 0;
      let previous: ReturnType<ReturnType<typeof createEntityBudget>['record']> | null = null;
      const spent: number[] = [];
      for (const [gapMs, workMs] of plan) {
        now += gapMs;
        const begun = now;
        const budget = createEntityBudget(previous, () => now);
        for (const offset of [0, workMs]) {
          now = begun + offset;
          const count = budget.left();
          budget.spend(count);
          spent.push(...Array.from({ length: count }, () => now));
        }
        previous = budget.record();
      }
      for (const at of spent)
        expect(spent.filter((each) => each > at - 60_000 && each <= at).length).toBeLessThanOrEqual(230);
    }),
    { numRuns: 30 },
  );
});

it('does not count what lies in the future: the clock was set back', () => {
  const previous = { at: 3_600_000, ops: [[0, 100]] as const };

  expect(createEntityBudget(previous, () => 0).left()).toBe(230);
});
