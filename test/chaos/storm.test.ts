import { NOTHING_WRONG, playSeed, wrongsOf } from './storm';

const LONG_MS = 120_000;

it.each([
  [1, 'keys change and a schedule is lost'],
  [6, 'a contact that injixo refused alone before is taken after all and must not be held as well'],
  [7, 'few contacts and many kills'],
  [9, 'a quiet day with outages'],
])(
  'seed %i, nothing lost, nothing doubled: %s',
  async (seed) => {
    const result = await playSeed(seed);

    expect(wrongsOf(result)).toEqual(NOTHING_WRONG);
    expect(result.contacts).toBeGreaterThan(0);
  },
  LONG_MS,
);
