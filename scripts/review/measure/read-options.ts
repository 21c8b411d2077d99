import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(__dirname, '../../..');

/** Options of the measurement. */
export interface MeasureOptions {
  /** Folders of the repository. */
  readonly folders: readonly string[];
  /** Undefined for the current state of the folders. */
  readonly commit: string | undefined;
}

const OPTIONS = {
  /** Measures the folders at this commit. */
  at: { type: 'string' },
} as const;

/** Parses the arguments of `npm run measure --`; throws a sentence about invalid ones. */
export function readMeasureOptions(args: readonly string[]): MeasureOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const missing = positionals.find((folder) => !fs.existsSync(path.join(ROOT, folder)));
  if (missing !== undefined && values.at === undefined) throw new Error(`There is no folder ${missing}.`);
  return { folders: positionals.length > 0 ? positionals : ['server'], commit: values.at };
}
