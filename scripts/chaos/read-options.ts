import path from 'node:path';
import { parseArgs } from 'node:util';
import { KIND_NAMES, KINDS, type KindName } from '../../sandbox/scenarios/chaos/kinds';
import { CHAOS_MODES, MODES, type ChaosMode } from '../../sandbox/scenarios/chaos/plan';
import { readNumber, readOneOf } from '../shared/read-option';

/** Options of a chaos run. */
export interface ChaosOptions {
  readonly seeds: readonly number[];
  /** Plays one seed and prints each step. */
  readonly isReplay: boolean;
  readonly mode: ChaosMode;
  /** The kinds of faults that are on besides those that always are. */
  readonly kinds: readonly KindName[];
  /** Prints what there is to choose from, and plays nothing. */
  readonly isHelp: boolean;
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
  /** Kinds of faults that are on, by name with commas between them; `all`, `none`. */
  kinds: { type: 'string' },
  workers: { type: 'string', default: '2' },
  package: { type: 'string', default: path.resolve(__dirname, '../../dist') },
  help: { type: 'boolean', default: false },
} as const;

function readSeeds({ seeds, first, seed }: { seeds: string; first: string; seed?: string }): number[] {
  if (seed !== undefined) return [readNumber('seed', seed)];
  const from = readNumber('first', first);
  return Array.from({ length: readNumber('seeds', seeds) }, (_, index) => from + index);
}

function readKinds(text: string | undefined): readonly KindName[] {
  if (text === undefined || text === 'all') return KIND_NAMES;
  return text === 'none' ? [] : text.split(',').map((name) => readOneOf('kinds', name, KIND_NAMES));
}

const rows = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([name, meaning]) => `  ${name.padEnd(20)} ${meaning}`)
    .join('\n');

/** What there is to choose from, in words. */
export function chaosHelp(): string {
  return [
    'npm run chaos -- [--seeds 10] [--first 1] [--workers 2], or --seed 17 for one that is told step by step',
    `--mode, one of:\n${rows(MODES)}`,
    `--kinds, names with commas, all or none; beside the faults that always strike:\n${rows(KINDS)}`,
  ].join('\n\n');
}

/** Parses the arguments of `npm run chaos --`; throws a sentence about invalid ones. */
export function readChaosOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  return {
    seeds: readSeeds(values),
    isReplay: values.seed !== undefined,
    mode: readOneOf('mode', values.mode, CHAOS_MODES),
    kinds: readKinds(values.kinds),
    isHelp: values.help,
    workers: readNumber('workers', values.workers),
    packageDir: path.resolve(values.package),
  };
}
