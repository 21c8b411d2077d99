/**
 * The complete check, as CI runs it. The static steps run in parallel with the tests; only the one that reads dist/
 * waits for the build. Every step runs to its end, even if another one fails. The last line counts the tests, `N
 * passed, N failed`; a failing step counts as one failure.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const RESULTS = path.join(ROOT, 'build/test-results.json');

/** Run one after the other, on one core; the last one reads dist/. */
const STATIC_STEPS = ['lint', 'fences', 'types', 'format:check', 'unused', 'check:package'];
const TESTS = ['test:jest', '--', '--json', `--outputFile=${RESULTS}`];

interface TestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs a script and prints its output after its end, so that parallel steps do not mix their lines. */
async function runQuietly(step: string): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', step], { cwd: ROOT, shell: process.platform === 'win32' });
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += String(chunk);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const isGood = await hasEndedWell(child);
  console.log(`\n> ${step}: ${isGood ? 'passed' : `failed. Alone: npm run ${step}`}\n${said}`);
  return isGood;
}

function runTests(): Promise<boolean> {
  return hasEndedWell(
    spawn('npm', ['run', '--silent', ...TESTS], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    }),
  );
}

function hasEndedWell(child: ReturnType<typeof spawn>): Promise<boolean> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** The failed steps. The step that reads dist/ is skipped if the build failed. */
async function runStaticSteps(build: Promise<boolean>): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const step of STATIC_STEPS) {
    if (step === 'check:package' && !(await build)) continue;
    if (!(await runQuietly(step))) failed.push(step);
  }
  return failed;
}

/** A test file that could not be run counts as one failure. */
function countTests(failedSteps: number): string {
  if (!fs.existsSync(RESULTS)) return `0 passed, ${Math.max(failedSteps, 1)} failed`;
  const results = JSON.parse(fs.readFileSync(RESULTS, 'utf8')) as TestResults;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + failedSteps;
  const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
  return `${results.numPassedTests} passed, ${failed} failed${skipped}`;
}

async function main(): Promise<void> {
  fs.mkdirSync(path.dirname(RESULTS), { recursive: true });
  fs.rmSync(RESULTS, { force: true });
  const build = runQuietly('build');
  const staticSteps = runStaticSteps(build);
  const isBuilt = await build;
  const testsPassed = isBuilt && (await runTests());
  const failedSteps = [...(isBuilt ? [] : ['build']), ...(await staticSteps)];
  if (failedSteps.length > 0) console.error(`\nFailed: ${failedSteps.join(', ')}`);
  if (failedSteps.length > 0 || !testsPassed) process.exitCode = 1;
  console.log(`\n${countTests(failedSteps.length)}`);
}

void main();
