import { base, run } from '../../../jest.config.mjs';

const [, swcOptions] = base.transform['^.+\\.ts$'];

/** The tests that run server code: its unit tests, and the stories with an instrumented package. */
/** @type {import('jest').Config} */
export default {
  ...base,
  ...run,
  rootDir: '../../..',
  testMatch: ['**/*.test.ts'],
  roots: ['<rootDir>/server', '<rootDir>/test/stories'],
  transform: { '^.+\\.ts$': ['<rootDir>/scripts/review/coverage/transformer.mjs', swcOptions] },
  setupFiles: ['<rootDir>/scripts/review/coverage/share-counters.ts'],
  collectCoverage: true,
  coverageProvider: 'babel',
  coverageReporters: ['text', 'json-summary', 'html'],
  coverageDirectory: 'build/coverage',
  coverageThreshold: { global: { lines: 95, branches: 90 } },
};
