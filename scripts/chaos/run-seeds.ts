import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { KindName } from '../../sandbox/scenarios/chaos/kinds';
import type { ChaosMode } from '../../sandbox/scenarios/chaos/plan';
import type { SeedResult } from '../../sandbox/scenarios/chaos/run-seed';

const SCRIPT = path.join(__dirname, 'run-worker.ts');
/** Most objects of a seed are short-lived: a larger young generation saves a tenth of the garbage collection. */
const ROOM = '--max-semi-space-size=64';

/** The seeds to play, and the listener to results. */
export interface SeedsToRun {
  readonly seeds: readonly number[];
  readonly mode: ChaosMode;
  readonly kinds: readonly KindName[];
  readonly packageDir: string;
  readonly workers: number;
  readonly onEnd: (result: SeedResult) => void;
}

function playOn(worker: ChildProcess, seed: number): Promise<SeedResult> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`Seed ${seed}: its process ended with ${code ?? 'a signal'}`));
    worker.once('exit', onExit);
    worker.once('message', (result) => {
      worker.off('exit', onExit);
      resolve(result as SeedResult);
    });
    worker.send(seed);
  });
}

/** Plays all seeds in several processes, each one seed after the other. */
export async function runSeeds({ seeds, workers, onEnd, ...shared }: SeedsToRun): Promise<void> {
  const { packageDir, mode, kinds } = shared;
  const left = [...seeds];
  const work = async (): Promise<void> => {
    const worker = fork(SCRIPT, [packageDir, mode, ...kinds], { execArgv: [...process.execArgv, ROOM] });
    try {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift())
        onEnd(await playOn(worker, seed));
    } finally {
      worker.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, seeds.length) }, work));
}
