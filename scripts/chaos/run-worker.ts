/** Runs in its own process: plays the seeds that the parent sends, one after the other, and returns each result. */
import { runSeed } from '../../sandbox/scenarios/chaos/run-seed';
import type { KindName } from '../../sandbox/scenarios/chaos/kinds';
import type { ChaosMode } from '../../sandbox/scenarios/chaos/plan';

const [packageDir = '', mode = 'storm', ...kinds] = process.argv.slice(2);

process.on('message', (seed: number) => {
  void runSeed(seed, mode as ChaosMode, { packageDir, kinds: kinds as KindName[] }).then((result) =>
    process.send?.(result),
  );
});
