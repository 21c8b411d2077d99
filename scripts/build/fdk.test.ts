import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fdk-'));
  // Contains Node but no FDK.
  fs.symlinkSync(process.execPath, path.join(folder, 'node'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function runFdkScript(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts/build/fdk.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PATH: folder },
  });
}

it('says how to get the FDK where it is missing, and fails', () => {
  const { status, stderr } = runFdkScript('validate');

  expect(stderr).toContain('npm i -g https://cdn.freshdev.io/fdk/latest-v24.tgz');
  expect(status).toBe(1);
});

it('runs the FDK in dist/ and ends as it ended', () => {
  const echo = '#!/usr/bin/env node\nif (process.argv[2] === "version") process.exit(0);\n';
  const fake = `${echo}console.log(process.cwd(), process.argv.slice(2).join(" "));\nprocess.exit(7);\n`;
  fs.writeFileSync(path.join(folder, 'fdk'), fake, { mode: 0o755 });

  const { status, stdout } = runFdkScript('validate');

  expect(stdout.trim()).toBe(`${path.join(ROOT, 'dist')} validate`);
  expect(status).toBe(7);
});
