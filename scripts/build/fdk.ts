/**
 * Runs an FDK command, `validate` or `run`, on dist/ with the given arguments. The FDK is not on npm; if it is missing,
 * prints how to get it.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { runCommand } from '../shared/command';
import { hasFdk } from '../shared/has-fdk';
import { ensurePackage } from './ensure-package';

const DIST = path.resolve(__dirname, '../../dist');

const MISSING = `The FDK is not installed here, so this was not run.
It needs Node 24.11 and comes from Freshworks' own address:
  npm i -g https://cdn.freshdev.io/fdk/latest-v24.tgz
`;

const FDK = {
  name: 'npm run fdk:validate, npm run fdk:run',
  about: 'Builds dist/ and runs the FDK’s command there, with the arguments that follow.',
  options: {},
} as const;

void runCommand(FDK, async (args) => {
  if (!hasFdk()) throw new Error(MISSING);
  await ensurePackage();
  const { status } = spawnSync('fdk', args, {
    cwd: DIST,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
});
