import { measureFunctions } from './functions';
import { findCircles, isAgainstDirection, listImports } from './imports';
import { formatServerMeasures } from './print-figures';
import { parseSource } from './sources';
import { listStateWrites } from './state-writes';

describe('functions', () => {
  it.each([
    ['function a() {\n  return 1;\n}', 'a', 3],
    ['const a = (b: number) =>\n  b;', 'a', 2],
    ['const a = function () {};', 'a', 1],
    ['class A { private a = () => 1; }', 'a', 1],
    ['class A { a() {\n} }', 'a', 2],
    ['const x = { a() {} };', 'a', 1],
    ['const x = { a: () => 1 };', '', 1],
    ['[1].map((a) => a);', '', 1],
  ])('%j has one named %j of %d lines', (code, name, lines) => {
    expect(measureFunctions([parseSource('a.ts', code)])).toEqual([
      expect.objectContaining({ name, lines, file: 'a.ts' }),
    ]);
  });

  it.each([
    ['return 1;', 1],
    ['if (a) b(); else c();', 2],
    ['if (a) b(); else if (c) d();', 3],
    ['return a && b || c;', 3],
    ['return a ?? b;', 2],
    ['a ??= b; a ||= c;', 3],
    ['return a?.b.c?.[0]?.();', 4],
    ['return a ? b : c;', 2],
    ['const { x = 1, y: [z = 2] } = a;', 3],
    ['for (const x of a) while (x) do b(); while (c);', 4],
    ['for (;;) b(); for (const x in a) c();', 3],
    ['switch (a) { case 1: case 2: b(); break; default: c(); }', 3],
    ['try { a(); } catch { b(); } finally { c(); }', 2],
    ['return a.map((x) => x && b);', 1],
  ])('%j has the complexity %d', (body, complexity) => {
    const [outer] = measureFunctions([parseSource('a.ts', `function a() { ${body} }`)]);

    expect(outer?.complexity).toBe(complexity);
  });

  it('counts a default of a parameter', () => {
    const [only] = measureFunctions([parseSource('a.ts', 'const a = (b = 1, { c = 2 } = {}) => b + c;')]);

    expect(only?.complexity).toBe(4);
  });
});

describe('imports', () => {
  const SOURCES = [
    parseSource('sending/a.ts', "import { b } from '../naming/b'; import type { R } from '../run/r';"),
    parseSource('naming/b.ts', "import fs from 'node:fs'; import('./c.ts'); export * from './c';"),
    parseSource('naming/c.ts', "type A = import('../sending/a').A;"),
    parseSource('run/r.ts', "import { s } from '../scan/s'; import { d } from '../delivery/d';"),
    parseSource('scan/s.ts', "import { h } from '../history/h';"),
    parseSource('history/h.ts', "import type { D } from '../delivery/d';"),
    parseSource('delivery/d.d.ts', ''),
  ];

  it('are found in every form, each pair of files once', () => {
    expect(listImports(SOURCES).map(({ from, to }) => `${from.name} ${to.name}`)).toEqual([
      'sending/a.ts naming/b.ts',
      'sending/a.ts run/r.ts',
      'naming/b.ts naming/c.ts',
      'naming/c.ts sending/a.ts',
      'run/r.ts scan/s.ts',
      'run/r.ts delivery/d.d.ts',
      'scan/s.ts history/h.ts',
      'history/h.ts delivery/d.d.ts',
    ]);
  });

  it('are against the direction when they lead up or to a neighbour', () => {
    const against = listImports(SOURCES).filter(isAgainstDirection);

    expect(against.map(({ from, to }) => `${from.room} ${to.room}`)).toEqual([
      'sending run',
      'naming sending',
      'scan history',
    ]);
  });

  it('make circles, each found once', () => {
    expect(
      findCircles([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
        ['e', 'f'],
        ['f', 'e'],
      ]),
    ).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ]);
  });
});

it('finds each place that writes the state', () => {
  const code = `run.state = { ...run.state }; const state = run.state; state.mode = 'a';
    await store.set(KEYS.state, state); await store.set(KEYS.lease, 1); slices.sending.change((a) => a);`;

  expect(listStateWrites([parseSource('run/a.ts', code)]).map(({ write }) => write)).toEqual([
    'x.state = …',
    '.set(KEYS.state, …)',
    '.change(…)',
  ]);
});

it('prints the figures, and each import against the direction', () => {
  const figures = formatServerMeasures([
    parseSource('sending/a.ts', "import { r } from '../run/r';\nexport const a = () => r;\n"),
    parseSource('run/r.ts', 'export const r = (run: Run) => {\n  run.state = 1;\n};\n'),
  ]);

  expect(figures).toMatch(/ lines +│ +5 /);
  expect(figures).toMatch(/biggest room, % of lines +│ +60 │ run\/, 1 files/);
  expect(figures).toMatch(/lines of a function, most +│ +3 │ r, run\/r.ts/);
  expect(figures).toMatch(/imports against the direction +│ +1 │ sending → run 1/);
  expect(figures).toMatch(/places: x.state = … +│ +1 │ 1 files: run 1/);
  expect(figures).toMatch(/\nsending\/a.ts → run\/r.ts$/);
});
