import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Snippet } from './run-lint';

const ROOT = path.resolve(__dirname, '../../..');

/** A file, what may not stand in it, and the reason it is given. */
export type Breach = readonly [file: string, code: string, reason: string];

/** Code that imports a value. */
export const value = (from: string): string => `import { a } from '${from}'; a();`;
/** Code that imports a type. */
export const type = (from: string): string => `import type { A } from '${from}'; export const a: A = 1;`;

/** The messages for each snippet, in the same order. */
function lint(snippets: readonly Snippet[]): readonly (readonly string[])[] {
  const args = ['--import', 'tsx', path.join(__dirname, 'run-lint.ts')];
  const input = JSON.stringify(snippets);
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', input });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly string[])[];
}

/** Tests that the fences bite at each breach, with its reason, and let pass what is allowed. */
export function tryFences(breaches: readonly Breach[], allowed: readonly Snippet[]): void {
  const told = new Map<string, readonly string[]>();
  const keyOf = ({ file, code }: Snippet): string => `${file}: ${code}`;

  beforeAll(() => {
    const snippets = [...breaches.map(([file, code]) => ({ file, code })), ...allowed];
    const messages = lint(snippets);
    snippets.forEach((snippet, index) => told.set(keyOf(snippet), messages[index] ?? []));
  });

  it.each(breaches)('refuse in %s: %s', (file, code, reason) => {
    expect(told.get(keyOf({ file, code }))?.join('\n')).toContain(reason);
  });

  it.each(allowed)('allow in $file: $code', (snippet) => {
    expect(told.get(keyOf(snippet))).toEqual([]);
  });
}
