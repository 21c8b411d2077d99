/**
 * The whole check, as CI runs it: every step in turn, stopping at the first that fails. Its last line always counts
 * the tests, `N passed, N failed`; a step that fails before the tests counts as one failure.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const RESULTS = path.join(ROOT, 'build/test-results.json');

const STEPS = ['format:check', 'build', 'lint', 'unused', 'check:package', 'types'];
const TESTS = ['test:unit', '--', '--json', `--outputFile=${RESULTS}`];

interface TestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

function run(script: readonly string[]): number {
  console.log(`\n> ${script[0]}`);
  const { status } = spawnSync('npm', ['run', '--silent', ...script], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

/** A test file that could not be run at all counts as one failure. */
function countTests(): string {
  if (!fs.existsSync(RESULTS)) return '0 passed, 1 failed';
  const results = JSON.parse(fs.readFileSync(RESULTS, 'utf8')) as TestResults;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
  return `${results.numPassedTests} passed, ${failed} failed${skipped}`;
}

fs.mkdirSync(path.dirname(RESULTS), { recursive: true });
fs.rmSync(RESULTS, { force: true });

const broken = STEPS.find((step) => run([step]) !== 0);
if (broken) console.error(`\nStopped: ${broken} failed. Alone: npm run ${broken}`);
process.exitCode = broken ? 1 : run(TESTS);
console.log(`\n${countTests()}`);
