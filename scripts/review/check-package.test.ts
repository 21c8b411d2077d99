import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { PackageFiles } from '../shared/package/app-package';
import { broken, set } from './breaking-packages/breakages';
import { validPackage } from './breaking-packages/valid-package';
import { writePackage } from './breaking-packages/write-package';

const ROOT = path.resolve(__dirname, '../..');

function check(files: PackageFiles): { status: number | null; stdout: string; stderr: string } {
  const folder = writePackage(files);
  try {
    const args = ['--import', 'tsx', 'scripts/review/check-package.ts', folder];
    // Without the FDK, which rejects a package as small as this.
    const env = { ...process.env, PATH: '' };
    return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

it('passes a valid package, and says what was not run', () => {
  const { status, stdout, stderr } = check(validPackage());

  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /^✔ \d+ rules, 0 findings\n✔ 7 of Freshworks' review scripts, 0 not passed\n- fdk validate was not run/,
  );
  expect(status).toBe(0);
});

it('names every finding of the rules and of the review scripts, and fails', () => {
  const { status, stderr } = check(broken(validPackage(), set('manifest.json', 'platform-version', '2.3')));

  expect(stderr).toContain('✖ manifest.json platform-version: has to be "3.0"');
  expect(stderr).toContain('(fw-review platform-version-upgrade.js)');
  expect(status).toBe(1);
});

it('asks for a build where there is no package', () => {
  const { status, stderr } = check(new Map());

  expect(stderr).toBe('There is no package to check: run npm run build first.\n');
  expect(status).toBe(1);
});
