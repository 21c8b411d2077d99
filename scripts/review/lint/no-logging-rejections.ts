import type { Rule } from 'eslint';
import type { CallExpression, Expression, Node, Statement } from 'estree';

function isConsoleMember(node: Node): boolean {
  return (
    node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === 'console'
  );
}

function isConsoleCall(node: Node): boolean {
  return node.type === 'CallExpression' && isConsoleMember(node.callee);
}

function onlyLogs(statements: readonly Statement[]): boolean {
  const isLog = (statement: Statement): boolean =>
    statement.type === 'ExpressionStatement' && isConsoleCall(statement.expression);
  return statements.length > 0 && statements.every(isLog);
}

function isLoggingCallback(node: Expression | CallExpression['arguments'][number]): boolean {
  if (isConsoleMember(node)) return true;
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression') return false;
  return node.body.type === 'BlockStatement' ? onlyLogs(node.body.body) : isConsoleCall(node.body);
}

function rejectionCallback({
  callee,
  arguments: args,
}: CallExpression): CallExpression['arguments'][number] | undefined {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  if (callee.property.name === 'catch') return args[0];
  return callee.property.name === 'then' ? args[1] : undefined;
}

/** Approximates Freshworks' rule of the same name: a rejection must not only be logged. */
export const noLoggingRejections: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { logged: 'This failure is only logged: handle it, hand it on, or tell the user what to do.' },
  },
  create(context) {
    return {
      CatchClause(node) {
        if (onlyLogs(node.body.body)) context.report({ node, messageId: 'logged' });
      },
      CallExpression(node) {
        const callback = rejectionCallback(node);
        if (callback && isLoggingCallback(callback)) context.report({ node: callback, messageId: 'logged' });
      },
    };
  },
};
