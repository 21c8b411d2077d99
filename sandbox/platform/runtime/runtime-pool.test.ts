import { platformWith, removePackages } from '../package-fixture';
import type { Platform, PlatformOptions } from '../platform';
import type { StepVerdict } from '../../support/step';

afterAll(removePackages);

/**
 * Functions that return how often code ran in their context before, one of them after a call that leaves the package.
 */
async function countingPlatform(options: Partial<PlatformOptions> = {}): Promise<Platform> {
  const count = 'globalThis.n = (globalThis.n || 0) + 1; renderData(null, { n: globalThis.n });';
  const { platform } = platformWith(
    {
      count: `function () { ${count} }`,
      countLater: `async function () { await $db.set('a', { n: 1 }); ${count} }`,
      leaveRunning: "function () { void $db.set('a', { n: 1 }); renderData(null, {}); }",
    },
    { options },
  );
  await platform.install({});
  return platform;
}

async function countOf(platform: Platform, name: 'count' | 'countLater' = 'count'): Promise<unknown> {
  const { answer } = await platform.callFunction(name);
  return answer.ok ? (answer.response as { n: unknown }).n : answer.message;
}

describe('the contexts of a package', () => {
  it('serve one invocation after the other', async () => {
    const platform = await countingPlatform();

    expect([await countOf(platform), await countOf(platform, 'countLater')]).toEqual([1, 2]);
  });

  it('are new for each invocation where that is asked for', async () => {
    const platform = await countingPlatform({ hasFreshContexts: true });

    expect([await countOf(platform), await countOf(platform, 'countLater')]).toEqual([1, 1]);
  });

  it('never serve two invocations at once', async () => {
    const platform = await countingPlatform();

    const counts = await Promise.all([countOf(platform, 'countLater'), countOf(platform, 'countLater')]);

    expect(counts).toEqual([1, 1]);
  });

  it.each<StepVerdict>(['kill before', 'kill after'])(
    'are given up with an invocation that is killed: %s',
    async (verdict) => {
      const platform = await countingPlatform();
      await countOf(platform);

      platform.onStep = () => verdict;
      await platform.callFunction('countLater');
      platform.onStep = () => 'go';

      expect(await countOf(platform)).toBe(1);
    },
  );

  it('are given up with an invocation that left a call running', async () => {
    const platform = await countingPlatform();
    await countOf(platform);

    await platform.callFunction('leaveRunning');

    expect(await countOf(platform)).toBe(1);
  });
});
