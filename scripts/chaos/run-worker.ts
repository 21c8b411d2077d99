/** Runs in a process of its own: plays the seeds that the parent names, one after the other, and sends what each came to. */
import { runSeed } from '../../sandbox/scenarios/chaos/run-seed';
import type { ChaosMode } from '../../sandbox/scenarios/chaos/plan';

const [packageDir = '', mode = 'storm'] = process.argv.slice(2);

process.on('message', (seed: number) => {
  void runSeed(seed, mode as ChaosMode, { packageDir }).then((result) => process.send?.(result));
});
