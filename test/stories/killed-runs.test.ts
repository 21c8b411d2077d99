import { killsAfter } from './kill-everywhere';
import { playAllKills, type Scenario } from './killed-run';
import { endStories } from './story';

afterEach(endStories);

describe('a run among others, killed at each of its calls', () => {
  it.each<[string, Scenario]>([
    ['the run before was killed with its batch in flight', { fault: null, runs: 1, afterKilledPost: true }],
    ['two runs begin at once', { fault: null, runs: 2 }],
  ])(
    'leaves every contact in exactly one place, and everything pending arrives: %s',
    async (_what, scenario) => {
      const { steps, wrong } = await playAllKills(scenario, killsAfter);

      expect(wrong).toEqual([]);
      expect(steps).toBeGreaterThan(10);
    },
  );
});
