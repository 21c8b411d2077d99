// Not TypeScript: jest on Node 20 reads a typed configuration only with one more compiler installed.
/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/server', '<rootDir>/app', '<rootDir>/sandbox', '<rootDir>/test', '<rootDir>/scripts'],
  testMatch: ['**/*.test.ts'],
  // The stories keep every core busy; jest would leave one idle.
  maxWorkers: '100%',
  // Nothing waits for real time, so a test that takes long is a slow machine and no failure.
  testTimeout: 300_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // dist/ holds a package.json of the same name.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  collectCoverageFrom: ['server/**/*.ts', '!server/**/*.test.ts', '!server/**/*.d.ts'],
  coverageDirectory: 'coverage',
};
