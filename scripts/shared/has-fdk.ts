import { spawnSync } from 'node:child_process';

/** Whether the FDK's command is installed here. */
export function hasFdk(): boolean {
  return spawnSync('fdk', ['version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
}
