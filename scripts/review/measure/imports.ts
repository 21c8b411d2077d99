import path from 'node:path';
import ts from 'typescript';
import rows from '../fences/server-rooms.json';
import { nodesOf, type Source } from './sources';

/** An import of one source by another. */
export interface Import {
  readonly from: Source;
  readonly to: Source;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  const isImportCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImportCall ? node.arguments[0] : undefined;
}

/** The relative imports of the source, as paths from the folder, including type imports. */
function targetsOf({ name, tree }: Source): readonly string[] {
  return [...nodesOf(tree)]
    .map(specifierOf)
    .filter((specifier) => specifier !== undefined && ts.isStringLiteral(specifier))
    .filter(({ text }) => text.startsWith('.'))
    .map(({ text }) => path.posix.join(path.posix.dirname(name), text));
}

/** The imports among the sources, each pair of files once. */
export function listImports(sources: readonly Source[]): readonly Import[] {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const find = (target: string): Source | undefined =>
    byName.get(target) ?? byName.get(`${target}.ts`) ?? byName.get(`${target}.d.ts`);
  return sources.flatMap((from) =>
    [...new Set(targetsOf(from).map(find))].flatMap((to) => (to === undefined ? [] : [{ from, to }])),
  );
}

const rowOf = (room: string): number => rows.findIndex(({ rooms }) => rooms.includes(room));

/** Whether the rooms of both are in the table of the fences. */
export const hasDirection = ({ from, to }: Import): boolean => rowOf(from.room) >= 0 && rowOf(to.room) >= 0;

/** Whether the import leads to a row above, or to another room of the same row, in the table of the fences. */
export const isAgainstDirection = (each: Import): boolean =>
  hasDirection(each) && each.from.room !== each.to.room && rowOf(each.to.room) <= rowOf(each.from.room);

/** Everything that is reachable from the start in one or more steps. */
function reachedFrom(start: string, steps: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set(steps.get(start));
  // A set may grow during iteration, which then includes the new items.
  for (const place of reached) for (const next of steps.get(place) ?? []) reached.add(next);
  return reached;
}

/** Groups whose members all reach each other, e.g. files by their imports; without single members. */
export function findCircles(steps: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of steps) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reached = new Map([...next.keys()].map((place) => [place, reachedFrom(place, next)]));
  const circleOf = (place: string): string[] =>
    [...(reached.get(place) ?? [])].filter((other) => reached.get(other)?.has(place)).sort();
  const circles = [...reached.keys()].map(circleOf).filter((circle) => circle.length > 1);
  return [...new Map(circles.map((circle) => [circle.join(' '), circle])).values()];
}
