/** `npm run test:package`: the package's own unit tests, as `fdk pack` runs them. */
import path from 'node:path';
import { runCommand } from '../shared/command';
import { ensurePackage } from './ensure-package';
import { runUnitTests } from './run-unit-tests';

const TEST_PACKAGE = {
  name: 'npm run test:package',
  about: 'Builds dist/ and runs the package’s own unit tests in a copy, as `fdk pack` does.',
  options: {},
} as const;

void runCommand(TEST_PACKAGE, async () => {
  await ensurePackage();
  const { status, output } = runUnitTests(path.resolve(__dirname, '../..'));
  console.log(output);
  process.exitCode = status ?? 1;
});
