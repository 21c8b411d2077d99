import fs from 'node:fs';
import path from 'node:path';

const DIST = path.resolve(__dirname, '../../dist');

/** The built package, as Freshworks gets it; throws when nobody has built it. */
export function packageDir(): string {
  if (!fs.existsSync(path.join(DIST, 'manifest.json'))) {
    throw new Error('dist/ is missing: the stories run the built package. Build it first: npm run build');
  }
  return DIST;
}
