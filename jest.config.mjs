// Not TypeScript: jest on Node 20 reads a typed configuration only with one more compiler installed.

/** What every project shares. */
/** @type {import('jest').Config} */
export const base = {
  testEnvironment: 'node',
  roots: ['server', 'app', 'sandbox', 'test', 'scripts'].map((folder) => `<rootDir>/${folder}`),
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // dist/ holds a package.json of the same name.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/** What holds for a whole run. */
/** @type {import('jest').Config} */
export const run = {
  // The stories keep every core busy; jest would leave one idle.
  maxWorkers: '100%',
  // Nothing waits for real time, so a test that takes long is a slow machine and no failure.
  testTimeout: 300_000,
};

/** Tests of scripts that start the sandbox, or read the package in dist/. */
const SCRIPTS_WITH_PACKAGE = [
  '<rootDir>/scripts/{bench,history,licences}/**/*.test.ts',
  '<rootDir>/scripts/documents/commands.test.ts',
  '<rootDir>/scripts/{check-package,fdk,emitted-lint-config}.test.ts',
];

/** A project for `--selectProjects`. */
const project = (displayName, testMatch) => ({ ...base, displayName, testMatch });

const below = (folder) => `<rootDir>/${folder}/**/*.test.ts`;

/** @type {import('jest').Config} */
export default {
  ...run,
  testSequencer: '<rootDir>/scripts/long-tests-first.cjs',
  projects: [
    project('unit', [
      ...['server', 'app', 'scripts', 'test/install-page'].map(below),
      ...SCRIPTS_WITH_PACKAGE.map((each) => `!${each}`),
    ]),
    project('stories', ['test/stories', 'test/chaos'].map(below)),
    project('sandbox', [below('sandbox'), ...SCRIPTS_WITH_PACKAGE]),
    project('browser', [below('test/browser')]),
  ],
};
