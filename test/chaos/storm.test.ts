import { NOTHING_WRONG, playSeed, wrongsOf } from './storm';

it.each([
  [2, 'the numbers of tickets go on in the next key of the ledger, and clocks change'],
  [7, 'the outbox holds eight records'],
  [8, 'half of all events are lost'],
  [9, 'many runs and handlers are killed'],
])('seed %i, nothing lost, nothing doubled: %s', async (seed) => {
  const result = await playSeed(seed);

  expect(wrongsOf(result)).toEqual(NOTHING_WRONG);
  expect(result.contacts).toBeGreaterThan(0);
});
