import fs from 'node:fs';
import path from 'node:path';

const DIST = path.resolve(__dirname, '../../dist');

/** The built package, as Freshworks gets it, or the one that counts coverage; throws when nobody has built it. */
export function packageDir(): string {
  const counting = process.env['STORY_PACKAGE'];
  if (counting !== undefined) return counting;
  if (!fs.existsSync(path.join(DIST, 'manifest.json'))) {
    throw new Error('dist/ is missing: the stories run the built package. Build it first: npm run build');
  }
  return DIST;
}
