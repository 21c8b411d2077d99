/** `npm run test:package`: the package's own unit tests, as `fdk pack` runs them. */
import path from 'node:path';
import { runUnitTests } from './run-unit-tests';

const { status, output } = runUnitTests(path.resolve(__dirname, '../..'));
console.log(output);
process.exitCode = status ?? 1;
