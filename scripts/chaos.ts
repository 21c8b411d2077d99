/**
 * `npm run chaos`: the built package in the sandbox while everything goes wrong that can, and then a count of what injixo has
 * against what happened in Freshdesk. Exits 1 on any contact that is lost or doubled.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CHAOS_MODES, type ChaosMode } from '../sandbox/chaos/plan';
import { isRight, runSeed, type SeedResult } from '../sandbox/chaos/run-seed';
import { formatProblems, formatSeed, formatTotal } from './chaos/print-result';
import { runSeeds } from './chaos/run-seeds';

const OPTIONS = {
  /** How many seeds, from `first` on. */
  seeds: { type: 'string', default: '10' },
  first: { type: 'string', default: '1' },
  /** Replays one seed and tells what happens. */
  seed: { type: 'string' },
  mode: { type: 'string', default: 'storm' },
  workers: { type: 'string', default: '2' },
  package: { type: 'string', default: path.resolve(__dirname, '../dist') },
} as const;

function readMode(text: string): ChaosMode {
  const mode = CHAOS_MODES.find((each) => each === text);
  if (mode === undefined) throw new Error(`--mode takes one of ${CHAOS_MODES.join(', ')}, not ${text}.`);
  return mode;
}

function report(result: SeedResult): void {
  console.log(formatSeed(result));
  const problems = formatProblems(result);
  if (problems !== '') console.log(problems);
}

async function replay(seed: number, mode: ChaosMode, packageDir: string): Promise<readonly SeedResult[]> {
  const trace = (at: number, text: string): void => console.log(`${new Date(at).toISOString()}  ${text}`);
  const result = await runSeed(seed, mode, { packageDir, trace });
  report(result);
  return [result];
}

async function playMany(
  first: number,
  count: number,
  shared: Omit<Parameters<typeof runSeeds>[0], 'seeds' | 'onEnd'>,
) {
  const results: SeedResult[] = [];
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const onEnd = (result: SeedResult): void => {
    results.push(result);
    report(result);
  };
  await runSeeds({ ...shared, seeds, onEnd });
  return results;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const mode = readMode(values.mode);
  const packageDir = path.resolve(values.package);
  const results =
    values.seed === undefined
      ? await playMany(Number(values.first), Number(values.seeds), {
          mode,
          packageDir,
          workers: Number(values.workers),
        })
      : await replay(Number(values.seed), mode, packageDir);
  console.log(`\n${formatTotal(results)}`);
  if (!results.every(isRight)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
