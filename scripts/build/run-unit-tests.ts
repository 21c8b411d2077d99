import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createAppPackage, readPackageFiles, tableAt } from '../shared/package/app-package';

/** How `npm run fdk-unit-test` ended, and what it printed. */
export interface UnitTestRun {
  readonly status: number | null;
  readonly output: string;
}

/** Links packages of this repository, with their commands, into the folder. */
function linkPackages(root: string, names: readonly string[], folder: string): void {
  for (const name of names) {
    const target = path.join(folder, 'node_modules', name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.symlinkSync(path.join(root, 'node_modules', name), target, 'dir');
  }
  const commands = path.join(folder, 'node_modules/.bin');
  fs.mkdirSync(commands);
  fs.symlinkSync(path.join(root, 'node_modules/.bin/vitest'), path.join(commands, 'vitest'));
}

/**
 * Runs the package's own unit tests as `fdk pack` does, in a copy of dist/ that has nothing but what the package names: its
 * files, and the packages of its package.json.
 */
export function runUnitTests(root: string, dist = path.join(root, 'dist')): UnitTestRun {
  const files = readPackageFiles(dist);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unit-tests-'));
  try {
    for (const [name, content] of files) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
    const named = tableAt(createAppPackage(files).json('package.json'), 'devDependencies');
    linkPackages(root, Object.keys(named), folder);
    const { status, stdout, stderr } = spawnSync('npm', ['run', 'fdk-unit-test'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      shell: process.platform === 'win32',
    });
    return { status, output: `${stdout}${stderr}` };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
