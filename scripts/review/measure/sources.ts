import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A source file of the measured folder. */
export interface Source {
  /** The path from the folder, with forward slashes. */
  readonly name: string;
  /** Its sub-folder; empty for a file beside the rooms. */
  readonly room: string;
  readonly tree: ts.SourceFile;
  readonly lines: number;
}

/** Parses a source. */
export function parseSource(name: string, text: string): Source {
  const room = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { name, room, tree: ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true), lines };
}

/** The TypeScript files below the folder, without tests and copies of packages. */
export function readSources(folder: string): readonly Source[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('node_modules/'))
    .sort()
    .map((name) => parseSource(name, fs.readFileSync(path.join(folder, name), 'utf8')));
}

/** Every node of the tree, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}
