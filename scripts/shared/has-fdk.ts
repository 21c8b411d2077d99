import { spawnSync } from 'node:child_process';

/** Whether the FDK command is installed. */
export function hasFdk(): boolean {
  return spawnSync('fdk', ['version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
}
