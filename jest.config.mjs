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

/** Tests of scripts that start the sandbox, or read the package in dist/: folders, and single files. */
const SCRIPTS_WITH_PACKAGE = [
  ...['bench', 'history', 'review/licences', 'review/lint/emitted-lint-config.test.ts'],
  ...[
    'build/fdk.test.ts',
    'build/unit-tests.test.ts',
    'build/page-weight.test.ts',
    'docs/commands.test.ts',
    'review/check-package.test.ts',
  ],
].map((place) => `<rootDir>/scripts/${place}`);

const testsIn = (place) => (place.endsWith('.ts') ? place : `${place}/**/*.test.ts`);

/** A project for `--selectProjects`: the tests in these folders and files, without those in `except`. */
const project = (displayName, places, except = []) => ({
  ...base,
  displayName,
  testMatch: places.map(testsIn),
  testPathIgnorePatterns: ['/node_modules/', ...except],
});

const UNIT = ['server', 'app', 'scripts', 'test/install-page'].map((folder) => `<rootDir>/${folder}`);

/** @type {import('jest').Config} */
export default {
  ...run,
  testSequencer: '<rootDir>/scripts/review/long-tests-first.cjs',
  projects: [
    project('unit', UNIT, SCRIPTS_WITH_PACKAGE),
    project('stories', ['<rootDir>/test/stories', '<rootDir>/test/chaos']),
    project('sandbox', ['<rootDir>/sandbox', ...SCRIPTS_WITH_PACKAGE]),
    project('browser', ['<rootDir>/test/browser']),
  ],
};
