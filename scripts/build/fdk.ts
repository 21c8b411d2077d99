/**
 * Runs an FDK command, `validate` or `run`, on dist/ with the given arguments. The FDK is not on npm; if it is missing,
 * prints how to get it.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { hasFdk } from '../shared/has-fdk';

const DIST = path.resolve(__dirname, '../../dist');

const MISSING = `The FDK is not installed here, so this was not run.
It needs Node 24.11 and comes from Freshworks' own address:
  npm i -g https://cdn.freshdev.io/fdk/latest-v24.tgz
`;

if (hasFdk()) {
  const { status } = spawnSync('fdk', process.argv.slice(2), {
    cwd: DIST,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
} else {
  console.error(MISSING);
  process.exitCode = 1;
}
