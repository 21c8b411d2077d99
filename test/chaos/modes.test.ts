import { NOTHING_WRONG, playSeed, wrongsOf } from './storm';

it('without an entity store everything arrives all the same, in any storm', async () => {
  const result = await playSeed(4, 'no-entity-store');

  expect(wrongsOf(result)).toEqual(NOTHING_WRONG);
  // All except what was sent again from a held batch came from the scan.
  expect(result.repaired).toBeGreaterThan(0);
  expect(result.repaired).toBeLessThanOrEqual(result.accepted);
});

it('with no fault at all nothing is held, repaired or excused', async () => {
  const { held, repaired, knownGaps, ...result } = await playSeed(1, 'calm');

  expect(wrongsOf({ held, repaired, knownGaps, ...result })).toEqual(NOTHING_WRONG);
  expect({ held, repaired, knownGaps }).toEqual({ held: 0, repaired: 0, knownGaps: {} });
});
