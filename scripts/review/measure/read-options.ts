import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(__dirname, '../../..');

/** What is to be measured. */
export interface MeasureOptions {
  /** Folders of the repository. */
  readonly folders: readonly string[];
  /** Undefined for the folders as they are now. */
  readonly commit: string | undefined;
}

const OPTIONS = {
  /** Measures the folders as they were at this commit. */
  at: { type: 'string' },
} as const;

/** Reads what stands behind `npm run measure --`; throws a sentence about what it does not know. */
export function readMeasureOptions(args: readonly string[]): MeasureOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const missing = positionals.find((folder) => !fs.existsSync(path.join(ROOT, folder)));
  if (missing !== undefined && values.at === undefined) throw new Error(`There is no folder ${missing}.`);
  return { folders: positionals.length > 0 ? positionals : ['server'], commit: values.at };
}
