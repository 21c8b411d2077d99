import path from 'node:path';
import { formatTable } from '../../../sandbox/support/format-table';
import { writeCountingPackage, type Counters } from './counting-package';
import { addCounters, reachedOf, type Reached, type Share } from './reached';
import { simulate } from './simulate';

/** The least share of each kind that `fdk pack` asks for, in per cent. */
const LEAST = 50;

const KINDS = ['statements', 'branches', 'functions', 'lines'] as const;

const percent = ({ reached, all }: Share): number => (100 * reached) / Math.max(1, all);

const row = (name: string, reached: Reached): readonly string[] => [
  name,
  ...KINDS.map((kind) => `${percent(reached[kind]).toFixed(1)} %`),
];

const within = (counters: Counters, folder: string): Reached =>
  reachedOf(Object.values(counters).filter(({ path: file }) => file.startsWith(folder)));

/** Measures what a person reaches who simulates events with `fdk run`, and prints it; fails below 50 % of any kind. */
export async function measureSimulation(root: string): Promise<void> {
  const packageDir = path.join(root, 'build/simulated-package');
  const counters = addCounters(
    writeCountingPackage(path.join(root, 'dist'), packageDir),
    await simulate(packageDir, console.log),
  );
  const all = within(counters, '');
  console.log(
    formatTable(
      [{ head: '', align: 'left' }, ...KINDS.map((head) => ({ head, align: 'right' as const }))],
      [row('server/', within(counters, 'server/')), row('app/', within(counters, 'app/')), row('both', all)],
    ),
  );
  const enough = KINDS.every((kind) => percent(all[kind]) >= LEAST);
  console.log(`${enough ? '✔' : '✖'} fdk pack asks for ${LEAST} % of each`);
  if (!enough) process.exitCode = 1;
}
