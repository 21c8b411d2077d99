import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasFdk } from '../shared/has-fdk';
import { parseJson, tableAt } from '../shared/package/app-package';

const SCRIPTS = path.resolve(
  __dirname,
  '../../node_modules/@freshworks/fw-dev-tools/skills/fw-review/scripts',
);

/** The script that calls the FDK. */
const NEEDS_FDK = 'fdk-errors-warnings.js';

/** The result of one of Freshworks' review scripts for a package. */
export interface ReviewResult {
  readonly script: string;
  readonly passed: boolean;
  readonly sentences: readonly string[];
}

/** The scripts that can run here. */
export function listReviewScripts(): readonly string[] {
  const scripts = fs.readdirSync(SCRIPTS).filter((name) => name.endsWith('.js') && name !== 'common.js');
  return hasFdk() ? scripts : scripts.filter((name) => name !== NEEDS_FDK);
}

function sentenceOf(detail: unknown): string {
  const { file, line, message } = tableAt(detail);
  return `${String(file)}${line === undefined ? '' : `:${String(line)}`}: ${String(message)}`;
}

function runScript(folder: string, script: string, packageDir: string): ReviewResult {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(folder, script), packageDir], {
    encoding: 'utf8',
  });
  const result = tableAt(parseJson(stdout));
  const details: readonly unknown[] = Array.isArray(result['details']) ? result['details'] : [];
  const passed = status === 0 && result['passed'] === true;
  const silent = passed ? [] : [String(result['summary'] ?? stderr)];
  return { script, passed, sentences: details.length > 0 ? details.map(sentenceOf) : silent };
}

/**
 * Runs Freshworks' published review scripts on the package's folder: all that can run here, or those named. Skips the
 * one that needs the FDK if that is not installed. They are CommonJS inside a package of type module, so they are run
 * from a copy.
 */
export function runReviewScripts(
  packageDir: string,
  scripts: readonly string[] = listReviewScripts(),
): ReviewResult[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fw-review-'));
  try {
    fs.cpSync(SCRIPTS, folder, { recursive: true });
    return scripts.map((script) => runScript(folder, script, packageDir));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
