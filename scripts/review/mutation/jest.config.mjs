import { base, run } from '../../../jest.config.mjs';

/**
 * Unit tests only: the package of the stories does not contain mutations. Without the long property tests, which would
 * run for nearly every mutant: mutants that only they detect count as survivors.
 */
/** @type {import('jest').Config} */
export default {
  ...base,
  ...run,
  rootDir: '../../..',
  testMatch: ['**/*.test.ts'],
  roots: ['<rootDir>/server'],
  testPathIgnorePatterns: ['\\.property\\.test\\.ts$'],
};
