import path from 'node:path';
import { KIND_NAMES, KINDS, type KindName } from '../../sandbox/scenarios/chaos/kinds';
import { CHAOS_MODES, MODES, type ChaosMode } from '../../sandbox/scenarios/chaos/plan';
import { readArguments, type Command } from '../shared/command';
import { readNumber, readOneOf } from '../shared/read-option';

/** Options of a chaos run. */
export interface ChaosOptions {
  readonly seeds: readonly number[];
  /** Plays one seed and prints each step. */
  readonly isReplay: boolean;
  readonly mode: ChaosMode;
  /** The kinds of faults that are on besides those that always are. */
  readonly kinds: readonly KindName[];
  readonly workers: number;
  readonly packageDir: string;
}

const DIST = path.resolve(__dirname, '../../dist');

const rows = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([name, meaning]) => `  ${name.padEnd(20)} ${meaning}`)
    .join('\n');

/** `npm run chaos`, in words. */
export const CHAOS = {
  name: 'npm run chaos',
  about:
    'Plays helpdesks on the built package while platform, Freshdesk and injixo fail, and compares injixo with the truth.',
  options: {
    seeds: { type: 'string', takes: '50', default: '10', about: 'how many helpdesks' },
    first: { type: 'string', takes: '17', default: '1', about: 'the seed of the first one' },
    seed: { type: 'string', takes: '17', about: 'this one alone, told step by step' },
    mode: { type: 'string', takes: 'mode', default: 'storm', about: 'what happens, see below' },
    kinds: { type: 'string', takes: 'a,b', default: 'all', about: 'kinds of faults, see below; or none' },
    workers: { type: 'string', takes: '4', default: '2', about: 'how many are played at a time' },
    package: { type: 'string', takes: 'folder', about: 'a built package other than dist/' },
  },
  more: `Modes:\n${rows(MODES)}\n\nKinds, beside the faults that always strike:\n${rows(KINDS)}`,
} as const satisfies Command;

function readSeeds({ seeds, first, seed }: { seeds: string; first: string; seed?: string }): number[] {
  if (seed !== undefined) return [readNumber('seed', seed)];
  const from = readNumber('first', first);
  return Array.from({ length: readNumber('seeds', seeds) }, (_, index) => from + index);
}

function readKinds(text: string): readonly KindName[] {
  if (text === 'all') return KIND_NAMES;
  return text === 'none' ? [] : text.split(',').map((name) => readOneOf('kinds', name, KIND_NAMES));
}

/** Parses the arguments of `npm run chaos --`; throws a sentence about invalid ones. */
export function readChaosOptions(args: readonly string[]): ChaosOptions {
  const { values } = readArguments(CHAOS, args);
  return {
    seeds: readSeeds(values),
    isReplay: values.seed !== undefined,
    mode: readOneOf('mode', values.mode, CHAOS_MODES),
    kinds: readKinds(values.kinds),
    workers: readNumber('workers', values.workers),
    packageDir: path.resolve(values.package ?? DIST),
  };
}
