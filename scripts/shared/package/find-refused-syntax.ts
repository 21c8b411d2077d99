import ts from 'typescript';

const isVar = (node: ts.Node): boolean =>
  ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0;

/** Helpers that the compiler adds to a file start with two underscores, e.g. `__importDefault` and `__awaiter`. */
const isHelper = (node: ts.Node): boolean =>
  ts.isIdentifier(node) && node.text.startsWith('__') && node.text !== '__esModule';

/**
 * Syntax in an emitted file that Freshworks' review would refuse, one sentence each: `var`, and helpers of the
 * compiler. Both result from syntax that ES2020 lacks or from re-exports (`export … from`), which the source must
 * avoid.
 */
export function findRefusedSyntax(fileName: string, code: string): string[] {
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.ES2020);
  const found: string[] = [];
  const report = (node: ts.Node, what: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${fileName}:${line + 1} contains ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (isVar(node)) report(node, '`var`');
    if (isHelper(node)) report(node, `the helper \`${node.getText(file)}\``);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
