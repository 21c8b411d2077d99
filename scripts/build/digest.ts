import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Inputs of every project besides its sources: the compiler, its settings, and the build itself. */
export const SHARED_INPUTS = ['package-lock.json', 'tsconfig.base.json', 'scripts/build'] as const;

/** The unit tests of the package are part of it; other tests stand beside what they test, and change nothing. */
const isInput = (name: string): boolean => !name.endsWith('.test.ts') || name.startsWith('test/package/');

/** Every file below these files and folders, in a fixed order; missing ones are skipped. */
function listFiles(root: string, places: readonly string[]): readonly string[] {
  return places.flatMap((place) => {
    const full = path.join(root, place);
    if (!fs.existsSync(full)) return [];
    if (fs.statSync(full).isFile()) return [place];
    const names = fs.readdirSync(full, { recursive: true, withFileTypes: true });
    return names
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort();
  });
}

/** One digest of the names and contents of these files and of all files below these folders. */
export function digestOf(root: string, places: readonly string[]): string {
  const hash = crypto.createHash('sha256');
  for (const name of listFiles(root, places).filter(isInput)) {
    hash
      .update(`${name}\0`)
      .update(fs.readFileSync(path.join(root, name)))
      .update('\0');
  }
  return hash.digest('hex');
}
