import ts from 'typescript';
import { nodesOf, type Source } from './sources';

/** The ways to write the state of a run. */
export const WRITES = ['x.state = …', '.set(KEYS.state, …)', '.change(…)'] as const;

/** A way to write the state of a run. */
export type Write = (typeof WRITES)[number];

/** A place that writes the state of a run. */
export interface StateWrite {
  readonly write: Write;
  readonly source: Source;
}

const isProperty = (node: ts.Node, name: string): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === name;

const isAssignment = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  isProperty(node.left, 'state');

const isStore = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  isProperty(node.expression, 'set') &&
  node.arguments[0]?.getText() === 'KEYS.state';

const isChange = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && isProperty(node.expression, 'change');

const IS_WRITE: Readonly<Record<Write, (node: ts.Node) => boolean>> = {
  'x.state = …': isAssignment,
  '.set(KEYS.state, …)': isStore,
  '.change(…)': isChange,
};

/** All places that write the state of a run. */
export function listStateWrites(sources: readonly Source[]): readonly StateWrite[] {
  return sources.flatMap((source) =>
    [...nodesOf(source.tree)].flatMap((node) =>
      WRITES.filter((write) => IS_WRITE[write](node)).map((write) => ({ write, source })),
    ),
  );
}
