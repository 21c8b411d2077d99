import { bothKills, killsAfter } from './kill-everywhere';
import { REFUSED_GROUP, playAllKills, type Scenario } from './killed-run';
import { endStories } from './story';

afterEach(endStories);

describe('a run killed at each of its calls', () => {
  it('leaves every contact in exactly one place, before and after the call, and everything pending arrives', async () => {
    const { steps, wrong } = await playAllKills({ fault: null, runs: 1 }, bothKills);

    expect(wrong).toEqual([]);
    expect(steps).toBeGreaterThan(20);
  });

  it.each<[string, Scenario]>([
    [
      'injixo refuses one of its contacts',
      { fault: { kind: 'refuse', contact: ({ queueName }) => queueName.startsWith(REFUSED_GROUP) }, runs: 1 },
    ],
    [
      'the connection breaks after injixo took the batch',
      { fault: { kind: 'broken', times: 1, onlyWithContacts: true, isTaken: true }, runs: 1 },
    ],
  ])(
    'leaves every contact in exactly one place, and everything pending arrives: %s',
    async (_what, scenario) => {
      const { steps, wrong } = await playAllKills(scenario, killsAfter);

      expect(wrong).toEqual([]);
      expect(steps).toBeGreaterThan(20);
    },
  );
});
