import ts from 'typescript';

/** A handler in server.js. */
export interface HandlerEntry {
  readonly name: string;
  readonly line: number;
  /** Undefined if the platform's parser may not read it: a computed key, a spread, a shorthand. */
  readonly written: 'function' | 'arrow' | undefined;
  readonly code: string;
}

const parse = (code: string): ts.SourceFile =>
  ts.createSourceFile('code.js', code, ts.ScriptTarget.ES2020, true, ts.ScriptKind.JS);

/** Every node of the code, parents before children. */
function allNodes(file: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const lineOf = (file: ts.SourceFile, node: ts.Node): number =>
  file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;

/** The object of a statement `exports = { … }` at the top of the file. */
function exportsOf(statement: ts.Statement): ts.ObjectLiteralExpression | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { left, right } = statement.expression;
  const isExports = ts.isIdentifier(left) && left.text === 'exports';
  return isExports && ts.isObjectLiteralExpression(right) ? right : undefined;
}

function howWritten(property: ts.ObjectLiteralElementLike): HandlerEntry['written'] {
  if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return undefined;
  if (ts.isFunctionExpression(property.initializer)) return 'function';
  return ts.isArrowFunction(property.initializer) ? 'arrow' : undefined;
}

/** The entries of `exports = { … }`, or undefined unless there is exactly one such statement. */
export function parseHandlers(code: string): HandlerEntry[] | undefined {
  const file = parse(code);
  const [table, second] = file.statements.map(exportsOf).filter((found) => found !== undefined);
  if (!table || second) return undefined;
  return table.properties.map((property) => ({
    name: property.name?.getText(file) ?? property.getText(file),
    line: lineOf(file, property),
    written: howWritten(property),
    code: `({ ${property.getText(file)} });`,
  }));
}

function callArgument(node: ts.Node, isCallee: (callee: string) => boolean): string | undefined {
  if (!ts.isCallExpression(node) || !isCallee(node.expression.getText())) return undefined;
  const [first] = node.arguments;
  return first && ts.isStringLiteralLike(first) ? first.text : undefined;
}

/** The literal first arguments of all calls whose callee `isCallee` accepts. */
function listArguments(code: string, isCallee: (callee: string) => boolean): string[] {
  return allNodes(parse(code))
    .map((node) => callArgument(node, isCallee))
    .filter((argument) => argument !== undefined);
}

/** The modules that the code requires. */
export function listRequires(code: string): string[] {
  return listArguments(code, (callee) => callee === 'require');
}

/** The names of the request templates that the code invokes. */
export function listInvokedTemplates(code: string): string[] {
  return listArguments(code, (callee) => callee.endsWith('.invokeTemplate'));
}

/** The string literals in the code. */
export function listTexts(code: string): string[] {
  return allNodes(parse(code))
    .filter((node) => ts.isStringLiteralLike(node))
    .map(({ text }) => text);
}

/** The property names of all object literals in the code. */
export function listProperties(code: string): string[] {
  return allNodes(parse(code))
    .filter((node) => ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node))
    .map(({ name }) => name.getText());
}

const isConsoleCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.getText().startsWith('console.');

/** The lines that pass one of these variables to the console. */
export function listLogged(code: string, variables: readonly string[]): number[] {
  const file = parse(code);
  return allNodes(file)
    .filter((node) => ts.isIdentifier(node) && variables.includes(node.text))
    .filter((node) => ts.findAncestor(node, isConsoleCall) !== undefined)
    .map((node) => lineOf(file, node));
}

/** Duplicate keys of a JSON object: parsers silently use the last one. */
export function listDoubledKeys(json: string): string[] {
  const objects = allNodes(parse(`(${json});`)).filter((node) => ts.isObjectLiteralExpression(node));
  return objects.flatMap(({ properties }) => {
    const names = properties.map(({ name }) => name?.getText() ?? '');
    return names.filter((name, index) => names.indexOf(name) < index);
  });
}

/** The names of the functions declared at the top of the file. */
export function listTopFunctions(code: string): string[] {
  return parse(code)
    .statements.filter((statement) => ts.isFunctionDeclaration(statement))
    .map((declaration) => declaration.name?.text ?? '');
}

/** The modules that a page's script needs before it starts. */
export function staticImports(code: string): string[] {
  return parse(code)
    .statements.filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .map((statement) => statement.moduleSpecifier)
    .filter((specifier) => specifier !== undefined && ts.isStringLiteral(specifier))
    .map((specifier) => specifier.text);
}

/** The modules that a page's script imports, statically or dynamically. */
export function listImports(code: string): string[] {
  return [...staticImports(code), ...listArguments(code, (callee) => callee === 'import')];
}

/** The number of imports and requires with a computed module, which cannot be checked. */
export function countComputedImports(code: string): number {
  return allNodes(parse(code))
    .filter((node) => ts.isCallExpression(node) && /^(?:import|require)$/.test(node.expression.getText()))
    .filter((node) => callArgument(node, () => true) === undefined).length;
}

/** The package of a module: `date-fns` of `date-fns/addMinutes`, `@a/b` of `@a/b/c`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
