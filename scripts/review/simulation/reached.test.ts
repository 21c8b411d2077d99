import { addCounters, reachedOf, type FileCounters } from './reached';

const counters = (s: readonly number[], f: readonly number[], b: readonly number[]): FileCounters => ({
  path: 'server/a.js',
  // The first two statements are on one line.
  statementMap: { 0: { start: { line: 1 } }, 1: { start: { line: 1 } }, 2: { start: { line: 2 } } },
  s: Object.fromEntries(s.entries()),
  f: Object.fromEntries(f.entries()),
  b: { 0: b },
});

it('counts what was reached, and a line once', () => {
  expect(reachedOf([counters([1, 0, 0], [2, 0], [1, 0])])).toEqual({
    statements: { reached: 1, all: 3 },
    branches: { reached: 1, all: 2 },
    functions: { reached: 1, all: 2 },
    lines: { reached: 1, all: 2 },
  });
});

it('adds what two runs reached, file by file', () => {
  const added = addCounters(
    { a: counters([1, 0, 0], [0, 0], [1, 0]) },
    { a: counters([0, 0, 3], [1, 0], [0, 2]), b: counters([0, 0, 0], [0, 0], [0, 0]) },
  );

  expect(added['a']).toEqual(counters([1, 0, 3], [1, 0], [1, 2]));
  expect(Object.keys(added)).toEqual(['a', 'b']);
});
