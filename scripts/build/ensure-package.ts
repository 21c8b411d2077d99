import fs from 'node:fs';
import path from 'node:path';
import { digestOf, SHARED_INPUTS } from './digest';

const ROOT = path.resolve(__dirname, '../..');
/** Digests of the inputs and of dist/ after the last build. */
const STAMP = path.join(ROOT, 'build/cache/package.json');
const INPUTS = [
  ...['manifest.json', 'package.json', 'server', 'app', 'config', 'test_data', 'test/package'],
  ...['publisher.json', 'scripts/shared/package'],
  ...SHARED_INPUTS,
];

const inputs = (): string => digestOf(ROOT, INPUTS);
const outputs = (): string => digestOf(ROOT, ['dist']);

function isUpToDate(): boolean {
  if (!fs.existsSync(STAMP)) return false;
  const last = JSON.parse(fs.readFileSync(STAMP, 'utf8')) as { inputs: string; outputs: string };
  return last.inputs === inputs() && last.outputs === outputs();
}

/**
 * Ensures that dist/ contains the package of the current sources: builds it if an input or dist/ itself has changed
 * since the last build. Throws a BuildError, and leaves dist/ unchanged, if the sources are invalid.
 */
export async function ensurePackage(): Promise<'built' | 'unchanged'> {
  if (isUpToDate()) return 'unchanged';
  const digest = inputs();
  // Loaded on demand: the compiler takes half a second, which is unnecessary when nothing is built.
  const { buildPackage } = await import('./build-package');
  buildPackage(ROOT);
  fs.mkdirSync(path.dirname(STAMP), { recursive: true });
  fs.writeFileSync(STAMP, JSON.stringify({ inputs: digest, outputs: outputs() }));
  return 'built';
}
