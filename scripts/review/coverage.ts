/**
 * Coverage of server/ by source; with `--simulation`, of the package by simulated events (scripts/review/simulation/).
 * Stories run the built package in separate contexts, where jest counts nothing; so they
 * get a package compiled from instrumented sources, like those of the unit tests.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { declareProcess } from './coverage/declare-process';
import { instrument } from './coverage/instrument.mjs';
import { measureSimulation } from './simulation/measure-simulation';

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

function measureSources(): void {
  fs.rmSync(PACKAGE, { recursive: true, force: true });
  fs.cpSync(path.join(ROOT, 'dist'), PACKAGE, { recursive: true });
  for (const name of listSources()) writeModule(name);
  declareProcess(PACKAGE);

  const args = ['jest', '--config', 'scripts/review/coverage/jest.config.mjs', ...process.argv.slice(2)];
  const { status } = spawnSync('npx', args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, STORY_PACKAGE: PACKAGE },
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}

if (process.argv.includes('--simulation')) void measureSimulation(ROOT);
else measureSources();
