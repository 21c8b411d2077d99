import path from 'node:path';
import { parseArgs } from 'node:util';
import { CHAOS_MODES, type ChaosMode } from '../../sandbox/scenarios/chaos/plan';
import { readNumber, readOneOf } from '../shared/read-option';

/** Options of a chaos run. */
export interface ChaosOptions {
  readonly seeds: readonly number[];
  /** Plays one seed and prints each step. */
  readonly isReplay: boolean;
  readonly mode: ChaosMode;
  readonly workers: number;
  readonly packageDir: string;
}

const OPTIONS = {
  /** The number of seeds, starting at `first`. */
  seeds: { type: 'string', default: '10' },
  first: { type: 'string', default: '1' },
  /** Replays one seed and prints what happens. */
  seed: { type: 'string' },
  mode: { type: 'string', default: 'storm' },
  workers: { type: 'string', default: '2' },
  package: { type: 'string', default: path.resolve(__dirname, '../../dist') },
} as const;

function readSeeds({ seeds, first, seed }: { seeds: string; first: string; seed?: string }): number[] {
  if (seed !== undefined) return [readNumber('seed', seed)];
  const from = readNumber('first', first);
  return Array.from({ length: readNumber('seeds', seeds) }, (_, index) => from + index);
}

/** Parses the arguments of `npm run chaos --`; throws a sentence about invalid ones. */
export function readChaosOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  return {
    seeds: readSeeds(values),
    isReplay: values.seed !== undefined,
    mode: readOneOf('mode', values.mode, CHAOS_MODES),
    workers: readNumber('workers', values.workers),
    packageDir: path.resolve(values.package),
  };
}
