import fs from 'node:fs';
import path from 'node:path';
import { compile, type Files } from './compile';
import { digestOf, SHARED_INPUTS } from './digest';

/** A TypeScript project of the package. */
export interface Project {
  readonly config: string;
  /** Folders and files that it compiles. */
  readonly sources: readonly string[];
}

interface Compiled {
  readonly digest: string;
  readonly files: readonly (readonly [string, string])[];
}

function read(cache: string): Compiled | null {
  return fs.existsSync(cache) ? (JSON.parse(fs.readFileSync(cache, 'utf8')) as Compiled) : null;
}

/**
 * The files that a project emits, by their path in dist/; compiled if a source has changed, otherwise from the cache.
 */
export function compileWhenChanged(root: string, { config, sources }: Project): Files {
  const cache = path.join(root, 'build/cache', `${config.replaceAll('/', '-')}`);
  const digest = digestOf(root, [...sources, ...SHARED_INPUTS]);
  const last = read(cache);
  if (last?.digest === digest) return new Map(last.files);
  const files = compile(path.join(root, config), path.join(root, 'dist'));
  const compiled: Compiled = { digest, files: [...files].map(([name, text]) => [name, String(text)]) };
  fs.mkdirSync(path.dirname(cache), { recursive: true });
  fs.writeFileSync(cache, JSON.stringify(compiled));
  return files;
}
