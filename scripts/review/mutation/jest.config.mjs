import { base, run } from '../../../jest.config.mjs';

/**
 * Unit tests only: a mutated source is not in the package the stories run. Without the long property tests, which nearly
 * every mutant would have to go through: what they alone notice counts as not noticed.
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
