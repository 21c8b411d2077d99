import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Snippet } from './run-lint';

/** A file, what may not stand in it, and the reason it is given. */
export type Breach = readonly [file: string, code: string, reason: string];

/** A line that imports a value. */
export const value = (from: string): string => `import { a } from '${from}'; a();`;

/** A line that imports a type. */
export const type = (from: string): string => `import type { A } from '${from}'; export const a: A = 1;`;

/** What the fences say to each snippet, in the same order. */
export function lintSnippets(snippets: readonly Snippet[]): readonly (readonly string[])[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/fences/run-lint.ts'], {
    cwd: path.resolve(__dirname, '../..'),
    encoding: 'utf8',
    input: JSON.stringify(snippets),
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly string[])[];
}
