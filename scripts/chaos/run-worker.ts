/** Runs in its own process: plays the seeds that the parent sends, one after the other, and returns each result. */
import { runSeed } from '../../sandbox/scenarios/chaos/run-seed';
import type { ChaosMode } from '../../sandbox/scenarios/chaos/plan';

const [packageDir = '', mode = 'storm'] = process.argv.slice(2);

process.on('message', (seed: number) => {
  void runSeed(seed, mode as ChaosMode, { packageDir }).then((result) => process.send?.(result));
});
