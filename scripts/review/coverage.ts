/**
 * Coverage of server/ by source. Stories run the built package in separate contexts, where jest counts nothing; so they
 * get a package compiled from instrumented sources, like those of the unit tests.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { instrument } from './coverage/instrument.mjs';

const ROOT = path.resolve(__dirname, '../..');
const PACKAGE = path.join(ROOT, 'build/counting-package');

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2020,
  module: ts.ModuleKind.CommonJS,
  isolatedModules: true,
};

const listSources = (): string[] =>
  fs
    .readdirSync(path.join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|d)\.ts$/.test(name));

function writeModule(name: string): void {
  const file = path.join(ROOT, 'server', name);
  const source = instrument(fs.readFileSync(file, 'utf8'), file, 'require("process")');
  const { outputText } = ts.transpileModule(source, { fileName: file, compilerOptions: OPTIONS });
  const target = path.join(PACKAGE, 'server/lib', name.replace(/\.ts$/, '.js'));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, outputText);
}

/** The sandbox lets server code require only packages of manifest.json; this package counts in the test's process. */
function declareProcess(): void {
  const file = path.join(PACKAGE, 'manifest.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  manifest.dependencies['process'] = '0.0.0';
  fs.writeFileSync(file, JSON.stringify(manifest));
}

fs.rmSync(PACKAGE, { recursive: true, force: true });
fs.cpSync(path.join(ROOT, 'dist'), PACKAGE, { recursive: true });
for (const name of listSources()) writeModule(name);
declareProcess();

const args = ['jest', '--config', 'scripts/review/coverage/jest.config.mjs', ...process.argv.slice(2)];
const { status } = spawnSync('npx', args, {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, STORY_PACKAGE: PACKAGE },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
