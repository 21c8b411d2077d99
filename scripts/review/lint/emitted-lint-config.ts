import js from '@eslint/js';
import type { Linter } from 'eslint';
import { freshworksRules } from './freshworks-rules';

/**
 * The rules that `fdk validate` (FDK 10.1) applies to the JavaScript of a package, under the names in its log. All are
 * errors here, because the review accepts no warnings.
 */
const FDK_CORE_RULES: Linter.RulesRecord = {
  // Freshworks' page on validation lists more of these than the log does, e.g. no-setter-return.
  ...js.configs.recommended.rules,
  complexity: ['error', 7],
  'constructor-super': 'error',
  eqeqeq: 'error',
  'for-direction': 'error',
  'getter-return': 'error',
  'handle-callback-err': ['error', '^.*(e|E)rr'],
  'max-nested-callbacks': ['error', 4],
  'no-alert': 'error',
  'no-async-promise-executor': 'error',
  'no-caller': 'error',
  'no-case-declarations': 'error',
  'no-class-assign': 'error',
  'no-cond-assign': 'error',
  'no-constant-condition': 'error',
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-dupe-args': 'error',
  'no-dupe-class-members': 'error',
  'no-dupe-else-if': 'error',
  'no-dupe-keys': 'error',
  'no-duplicate-case': 'error',
  'no-duplicate-imports': 'error',
  'no-empty': 'error',
  'no-empty-function': 'error',
  'no-empty-pattern': 'error',
  'no-eq-null': 'error',
  'no-eval': 'error',
  'no-extra-boolean-cast': 'error',
  'no-extra-semi': 'error',
  'no-fallthrough': 'error',
  'no-global-assign': 'error',
  'no-inner-declarations': 'error',
  'no-irregular-whitespace': 'error',
  'no-misleading-character-class': 'error',
  'no-process-env': 'error',
  'no-prototype-builtins': 'error',
  'no-redeclare': 'error',
  'no-regex-spaces': 'error',
  'no-self-assign': 'error',
  'no-shadow-restricted-names': 'error',
  'no-sparse-arrays': 'error',
  // In `typeof` too: names that the platform lacks do not belong in the package.
  'no-undef': ['error', { typeof: true }],
  'no-unexpected-multiline': 'error',
  'no-unreachable': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  // A leading underscore is no exception there: unused parameters must be removed.
  'no-unused-vars': ['error', { vars: 'all', args: 'all', caughtErrors: 'all' }],
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'no-var': 'error',
  'no-with': 'error',
  'prefer-const': 'error',
  'require-await': 'error',
  'require-yield': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
};

/** Freshworks' own. What `no-proxy-requests` refuses is undocumented: only the FDK itself shows it. */
const FRESHWORKS_RULES: Linter.RulesRecord = {
  'freshworks/no-deprecated-apis': 'error',
  'freshworks/no-logging-rejections': 'error',
  'freshworks/no-unhandled-promise': 'error',
  'freshworks/no-unpkg-cdn': 'error',
};

/** The globals of the platform's server context; anything else is undefined there. */
const SERVER_GLOBALS: Linter.Globals = {
  exports: 'writable',
  require: 'readonly',
  console: 'readonly',
  renderData: 'readonly',
  $db: 'readonly',
  $request: 'readonly',
  $schedule: 'readonly',
  // ESLint adds these to CommonJS files; the platform does not.
  module: 'off',
  global: 'off',
  // It would give access to every name that is missing.
  globalThis: 'off',
};

const BROWSER_GLOBALS: Linter.Globals = {
  app: 'readonly',
  console: 'readonly',
  document: 'readonly',
  location: 'readonly',
  navigator: 'readonly',
  window: 'readonly',
};

/** ESLint's configuration for the files of dist/; `dependencies` are the packages declared in manifest.json. */
export function createEmittedLintConfig(dependencies: readonly string[]): Linter.Config[] {
  return [
    {
      files: ['dist/**/*.js'],
      plugins: { freshworks: freshworksRules },
      // Waivers in the sources name rules that are unknown or silent here.
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: { ...FDK_CORE_RULES, ...FRESHWORKS_RULES },
    },
    {
      files: ['dist/server/**/*.js'],
      languageOptions: { ecmaVersion: 2020, sourceType: 'commonjs', globals: SERVER_GLOBALS },
      rules: { 'freshworks/no-dependency-mismatch': ['error', dependencies] },
    },
    {
      files: ['dist/app/**/*.js'],
      languageOptions: { ecmaVersion: 2020, sourceType: 'module', globals: BROWSER_GLOBALS },
      rules: {
        'freshworks/no-cross-scope-assign': 'error',
        'freshworks/no-non-client-request-model': 'error',
      },
    },
    {
      files: ['dist/config/assets/**/*.js'],
      languageOptions: {
        ecmaVersion: 2020,
        sourceType: 'script',
        globals: { ...BROWSER_GLOBALS, utils: 'readonly' },
      },
      rules: { 'freshworks/no-non-client-request-model': 'error' },
    },
  ];
}
