import fc from 'fast-check';
import { entityOpsForRun } from './entity-budget';

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
  expect(entityOpsForRun(contacts)).toBe(operations);
});

it('stays under the 250 of a minute together with what up to 160 contacts a minute need', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 160 }), (contacts) => {
      expect(entityOpsForRun(contacts) + contacts).toBeLessThanOrEqual(250);
    }),
  );
});
