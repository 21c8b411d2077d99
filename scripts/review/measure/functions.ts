import ts from 'typescript';
import { nodesOf, type Source } from './sources';

/** A function of a source. */
export interface MeasuredFunction {
  /** Empty for a function that is an argument or the value of a property. */
  readonly name: string;
  readonly file: string;
  readonly lines: number;
  /** As counted by ESLint's rule `complexity`. */
  readonly complexity: number;
}

type FunctionWithBody = ts.FunctionLikeDeclaration & { readonly body: ts.Node };

const hasBody = (node: ts.Node): node is FunctionWithBody =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

const BRANCHES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
]);

const SHORT_CIRCUITS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** `?.`; each use is a branch. */
const isOptionalStep = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node)) &&
  node.questionDotToken !== undefined;

const hasDefault = (node: ts.Node): boolean =>
  (ts.isParameter(node) || ts.isBindingElement(node)) && node.initializer !== undefined;

const isShortCircuit = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && SHORT_CIRCUITS.has(node.operatorToken.kind);

const isBranch = (node: ts.Node): boolean =>
  BRANCHES.has(node.kind) || isShortCircuit(node) || isOptionalStep(node) || hasDefault(node);

/** The branches below the node, without those of inner functions. */
function branchesIn(node: ts.Node): number {
  let found = 0;
  ts.forEachChild(node, (child) => {
    if (hasBody(child)) return;
    found += (isBranch(child) ? 1 : 0) + branchesIn(child);
  });
  return found;
}

/** The variable that an anonymous function is assigned to. */
function boundTo({ parent }: ts.Node): string {
  const isBinding = ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent);
  return isBinding ? parent.name.getText() : '';
}

function measure(file: string, tree: ts.SourceFile, node: FunctionWithBody): MeasuredFunction {
  const lineAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  return {
    name: node.name?.getText() ?? boundTo(node),
    file,
    lines: lineAt(node.getEnd()) - lineAt(node.getStart(tree)) + 1,
    complexity: 1 + branchesIn(node),
  };
}

/** Every function with a body, including anonymous ones. */
export function measureFunctions(sources: readonly Source[]): readonly MeasuredFunction[] {
  return sources.flatMap(({ name, tree }) =>
    [...nodesOf(tree)].filter(hasBody).map((node) => measure(name, tree, node)),
  );
}
