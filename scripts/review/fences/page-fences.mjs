/*
 * The fences inside app/scripts: shell → sections → dom and language. ESLint keeps only the last setting of a rule, so each
 * room repeats what the whole page is refused.
 */

const upTo = (...rooms) => `^(?:\\.\\./)+(?:${rooms.join('|')})/`;

const FROM_SHELL = {
  regex: upTo('shell'),
  message: 'The shell puts the sections together: what a section needs of it comes with its parts.',
};

const FROM_ANOTHER_SECTION = {
  regex: '^\\.\\./[^./][^/]*/|/sections/',
  message:
    'Sections do not know each other, so that one can change without the others: what two of them need stands beside their folders.',
};

const FROM_A_SECTION = {
  regex: '^\\./[^/]+/',
  message: 'What the sections share knows none of them: it would bring that one into all others.',
};

const FROM_DOM = {
  regex: upTo('shell', 'sections', 'language'),
  message: 'dom/ makes elements and knows no text and no section: what it shows is an argument.',
};

const FROM_LANGUAGE = {
  regex: upTo('shell', 'sections', 'dom'),
  message: 'language/ makes texts and knows no element and no section: what it says is an argument.',
};

const ROOMS = [
  ['app/**/*.ts', []],
  ['app/scripts/sections/*.ts', [FROM_SHELL, FROM_A_SECTION]],
  ['app/scripts/sections/*/**/*.ts', [FROM_SHELL, FROM_ANOTHER_SECTION]],
  ['app/scripts/dom/**/*.ts', [FROM_DOM]],
  ['app/scripts/language/**/*.ts', [FROM_LANGUAGE]],
];

/** The configuration of these fences; `refused` is what no script of the page may import, `ignores` are the tests. */
export function pageFences(refused, ignores) {
  return ROOMS.map(([room, patterns]) => ({
    files: [room],
    ignores,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...refused, ...patterns] }],
    },
  }));
}
