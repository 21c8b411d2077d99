import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/*
 * What may stand in a file; .dependency-cruiser.mjs says what it may import. ESLint keeps only the last setting of a rule, so
 * each folder gets its whole list here.
 */

const ABSENT = [
  ...[
    'process',
    'Buffer',
    'URL',
    'URLSearchParams',
    'global',
    'fetch',
    'performance',
    'crypto',
    'structuredClone',
  ],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'],
  ...['queueMicrotask', 'AbortController', 'TextEncoder', 'TextDecoder'],
].map((name) => ({
  name,
  message: 'The platform runs server code in a bare context that does not have it.',
}));

const PLATFORM_ONLY = ['$db', '$schedule', '$request', '$job', 'renderData', 'console'].map((name) => ({
  name,
  message: 'Only server/platform names the globals of the platform; everything else is given a port.',
}));

const EMITTED = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'No default exports: a name that is written once is found everywhere.',
  },
  {
    selector: "ImportDeclaration[importKind!='type'] > ImportDefaultSpecifier",
    message:
      'Named imports only: a default import makes the compiler emit a helper with `var`, which Freshworks refuses.',
  },
  {
    selector: "ExportAllDeclaration, ExportNamedDeclaration[source][exportKind!='type']",
    message:
      'No re-exports: the compiler emits `var` for them, which Freshworks refuses. Import from where it is written.',
  },
  {
    selector:
      "Program > VariableDeclaration[kind='let'], ExportNamedDeclaration > VariableDeclaration[kind='let']",
    message: 'The platform keeps no memory between two invocations: what must last is stored.',
  },
  {
    selector:
      'TSEnumDeclaration, PropertyDefinition > PrivateIdentifier, MethodDefinition > PrivateIdentifier',
    message:
      'The compiler emits `var` or a helper for it, which Freshworks refuses. Use an `as const` table or a closure.',
  },
  {
    selector:
      "BinaryExpression[operator='instanceof'][right.name=/^([A-Z][a-z]+|URI)?Error$/]:not([right.name='AppError'])",
    message:
      'Errors of axios and of the platform come from another realm, where instanceof is false: look at isAxiosError or at the shape.',
  },
];

const TIME = 'Handlers read the clock; here time is an argument, so that every decision can be told again.';

const PURE = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: TIME },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: TIME },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Handlers make ids; here they are arguments, so that every decision can be told again.',
  },
];

const LIMITS = {
  complexity: ['error', 7],
  'max-nested-callbacks': ['error', 4],
  eqeqeq: 'error',
  'prefer-const': 'error',
  'no-var': 'error',
};

const TYPED = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const SEED = {
  regex: '^fast-check$',
  message: 'Import fc from test/property: its seed is fixed, so that a test run can be told again.',
};

const TESTS = ['**/*.test.ts', 'test/**/*.ts'];

export default tseslint.config(
  // server.js is linted as it is emitted, with the names the platform gives it (npm run check:package).
  { ignores: ['dist/', 'build/', 'coverage/', 'node_modules/', 'server/server.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: LIMITS },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: TYPED,
  },
  {
    files: ['server/**/*.ts'],
    ignores: TESTS,
    extends: [tseslint.configs.recommendedTypeChecked],
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': ['error', ...ABSENT, ...PLATFORM_ONLY],
      'no-restricted-syntax': ['error', ...EMITTED, ...PURE],
      // The review excuses no unused parameter, whatever its name.
      '@typescript-eslint/no-unused-vars': ['error', { args: 'all' }],
      // It also refuses an async function that only hands on a promise, which the typed rule lets pass.
      '@typescript-eslint/require-await': 'off',
      'require-await': 'error',
      // Ports are plain objects made by factories; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Types only: it is as long as the page has functions and fields.
  { files: ['server/page-contract.d.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['server/handlers/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...EMITTED] },
  },
  {
    files: ['server/platform/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-globals': ['error', ...ABSENT] },
  },
  {
    files: ['**/*.d.ts'],
    // Ambient declarations: their names are used by other files.
    rules: { '@typescript-eslint/no-unused-vars': 'off', 'no-unused-vars': 'off' },
  },
  {
    files: ['config/assets/*.ts'],
    ignores: ['**/*.d.ts'],
    // A plain script: what the install page calls carries a waiver, by the rule's name in the package.
    rules: { '@typescript-eslint/no-unused-vars': 'off', 'no-unused-vars': 'error' },
  },
  {
    files: TESTS,
    rules: {
      'max-nested-callbacks': ['error', 6],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [SEED] }],
    },
  },
  {
    // CommonJS, like the package that it goes into.
    files: ['test/package/vitest.config.js'],
    languageOptions: { sourceType: 'commonjs' },
  },
  {
    files: ['test/property.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
);
