import { isRight, runSeed, type SeedResult } from '../../sandbox/scenarios/chaos/run-seed';
import type { ChaosMode } from '../../sandbox/scenarios/chaos/plan';
import { packageDir } from '../stories/package-dir';

/** The parts of a result that indicate problems; all empty or 0 if there are none. */
export function wrongsOf(result: SeedResult): object {
  const { lost, doubled, wrongQueue, wrongVolumes, waiting, problems, overclaims, secrets, foreignHosts } =
    result;
  return { lost, doubled, wrongQueue, wrongVolumes, waiting, problems, overclaims, secrets, foreignHosts };
}

/** A result without problems. */
export const NOTHING_WRONG = {
  lost: 0,
  doubled: 0,
  wrongQueue: 0,
  wrongVolumes: 0,
  waiting: 0,
  problems: [],
  overclaims: [],
  secrets: [],
  foreignHosts: [],
};

/** Plays one seed on the built package. */
export async function playSeed(seed: number, mode: ChaosMode = 'storm'): Promise<SeedResult> {
  const result = await runSeed(seed, mode, { packageDir: packageDir() });
  if (!isRight(result)) console.info(`Replay: npm run chaos -- --mode ${mode} --seed ${seed}`);
  return result;
}
