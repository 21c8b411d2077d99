/** Lints the JavaScript in dist/ as Freshworks' review does, because the review reads what is emitted, not what is written. */
import fs from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { createEmittedLintConfig } from './emitted-lint-config';

const ROOT = path.resolve(__dirname, '..');

const MANIFEST = path.join(ROOT, 'dist/manifest.json');

function readDependencies(): string[] {
  const manifest = JSON.parse(fs.readFileSync(MANIFEST, 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  return Object.keys(manifest.dependencies ?? {});
}

async function lintEmitted(): Promise<void> {
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    overrideConfig: createEmittedLintConfig(readDependencies()),
  });
  const results = await eslint.lintFiles(['dist/server/**/*.js', 'dist/app/**/*.js', 'dist/config/**/*.js']);
  const findings = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
  const formatter = await eslint.loadFormatter('stylish');
  console.log(findings === 0 ? `${results.length} emitted files are clean` : await formatter.format(results));
  process.exitCode = findings === 0 ? 0 : 1;
}

if (fs.existsSync(MANIFEST)) {
  void lintEmitted();
} else {
  console.error('There is no package to lint: run npm run build first.');
  process.exitCode = 1;
}
