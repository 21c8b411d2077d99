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

it('with the injixo key alone nothing is lost of what was told, and Freshdesk is never asked', async () => {
  const { knownGaps, ...result } = await playSeed(3, 'live-only');

  expect(wrongsOf({ knownGaps, ...result })).toEqual(NOTHING_WRONG);
  expect(result.freshdeskCalls).toBe(0);
  expect(result.contacts).toBeGreaterThan(50);
  // What nobody told is counted apart.
  expect(Object.keys(knownGaps)).toHaveLength(1);
});

it('with a Freshdesk key that comes and goes nothing is lost that was told or scanned, and nothing doubled', async () => {
  const result = await playSeed(5, 'key-comes-and-goes');

  expect(wrongsOf(result)).toEqual(NOTHING_WRONG);
  expect(result.faults).toMatchObject({
    'the Freshdesk key removed': expect.any(Number),
    'the Freshdesk key added': expect.any(Number),
  });
  expect(result.repaired).toBeGreaterThan(0);
});
