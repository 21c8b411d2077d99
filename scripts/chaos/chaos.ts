/**
 * `npm run chaos`: runs the built package in the sandbox under all possible faults, then compares injixo with what
 * happened in Freshdesk. Exits 1 on any lost or doubled contact.
 */
import { isRight, runSeed, type SeedResult } from '../../sandbox/scenarios/chaos/run-seed';
import { ensurePackage } from '../build/ensure-package';
import { formatProblems, formatSeed, formatTotal } from './print-result';
import { runCommand } from '../shared/command';
import { CHAOS, readChaosOptions, type ChaosOptions } from './read-options';
import { runSeeds } from './run-seeds';

function report(result: SeedResult): void {
  console.log(formatSeed(result));
  const problems = formatProblems(result);
  if (problems !== '') console.log(problems);
}

async function replay(
  seed: number,
  { mode, kinds, packageDir }: Pick<ChaosOptions, 'mode' | 'kinds' | 'packageDir'>,
): Promise<SeedResult> {
  const trace = (at: number, text: string): void => console.log(`${new Date(at).toISOString()}  ${text}`);
  const result = await runSeed(seed, mode, { packageDir, kinds, trace });
  report(result);
  return result;
}

async function play({ seeds, isReplay, ...shared }: ChaosOptions): Promise<readonly SeedResult[]> {
  const [seed] = seeds;
  if (isReplay && seed !== undefined) return [await replay(seed, shared)];
  const results: SeedResult[] = [];
  const onEnd = (result: SeedResult): void => {
    results.push(result);
    report(result);
  };
  await runSeeds({ ...shared, seeds, onEnd });
  return results;
}

void runCommand(CHAOS, async (args) => {
  const options = readChaosOptions(args);
  await ensurePackage();
  const results = await play(options);
  console.log(`\n${formatTotal(results)}`);
  if (!results.every(isRight)) process.exitCode = 1;
});
