import fs from 'node:fs';
import path from 'node:path';
import { readArguments, type Command } from '../../shared/command';

const ROOT = path.resolve(__dirname, '../../..');

/** Options of the measurement. */
export interface MeasureOptions {
  /** Folders of the repository. */
  readonly folders: readonly string[];
  /** Undefined for the current state of the folders. */
  readonly commit: string | undefined;
}

/** `npm run measure`, in words. */
export const MEASURE = {
  name: 'npm run measure',
  about:
    'Prints the size of functions and rooms, imports against the direction, and places that write the state.',
  options: { at: { type: 'string', takes: 'commit', about: 'measures the folders as they were then' } },
  operands: '[folder …]',
  more: 'Without a folder it measures server.',
} as const satisfies Command;

/** Parses the arguments of `npm run measure --`; throws a sentence about invalid ones. */
export function readMeasureOptions(args: readonly string[]): MeasureOptions {
  const { values, positionals } = readArguments(MEASURE, args);
  const missing = positionals.find((folder) => !fs.existsSync(path.join(ROOT, folder)));
  if (missing !== undefined && values.at === undefined) throw new Error(`There is no folder ${missing}.`);
  return { folders: positionals.length > 0 ? positionals : ['server'], commit: values.at };
}
