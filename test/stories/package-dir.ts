import fs from 'node:fs';
import path from 'node:path';

const DIST = path.resolve(__dirname, '../../dist');

/** The folder of the built package, or of the instrumented one for coverage; throws if it has not been built. */
export function packageDir(): string {
  const counting = process.env['STORY_PACKAGE'];
  if (counting !== undefined) return counting;
  if (!fs.existsSync(path.join(DIST, 'manifest.json'))) {
    throw new Error('dist/ is missing: the stories run the built package. Build it first: npm run build');
  }
  return DIST;
}
