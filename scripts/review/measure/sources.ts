import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A source file of the folder that is measured. */
export interface Source {
  /** The path from the folder, with forward slashes. */
  readonly name: string;
  /** The sub-folder it stands in, empty for a file beside the rooms. */
  readonly room: string;
  readonly tree: ts.SourceFile;
  readonly lines: number;
}

/** The source with this text. */
export function parseSource(name: string, text: string): Source {
  const room = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { name, room, tree: ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true), lines };
}

/** The TypeScript files below the folder, tests and the copies of packages left out. */
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
