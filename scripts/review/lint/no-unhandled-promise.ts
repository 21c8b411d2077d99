import type { Rule } from 'eslint';
import type { CallExpression, Expression, Node, Super } from 'estree';

/** Objects of the platform whose calls all return promises. */
const PROMISE_OBJECTS = new Set(['$db', '$schedule', '$request', '$job']);
const CLIENT_PARTS = new Set(['request', 'data', 'db', 'interface', 'instance', 'iparams', 'job']);

type Callee = Expression | Super;

/** `a.b.c` as ['a', 'b', 'c']; calls in the path are skipped, so `$db.entity({}).get` starts with `$db`. */
function toPath(node: Callee): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'CallExpression') return toPath(node.callee);
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return [];
  return [...toPath(node.object), node.property.name];
}

function isPlatformCall(path: readonly string[]): boolean {
  const [first = '', second = ''] = path;
  return (
    PROMISE_OBJECTS.has(first) ||
    (first === 'client' && CLIENT_PARTS.has(second)) ||
    path.join('.') === 'app.initialized'
  );
}

/** `.catch(f)` and `.then(f, g)` handle a rejection; `.finally(f)` passes it on. */
function isHandled(call: CallExpression): boolean {
  const method = toPath(call.callee).at(-1);
  if (method === 'catch') return call.arguments.length > 0;
  if (method === 'then') return call.arguments.length > 1;
  if (method !== 'finally' || call.callee.type !== 'MemberExpression') return false;
  return call.callee.object.type === 'CallExpression' && isHandled(call.callee.object);
}

function isChain(call: CallExpression): boolean {
  return (
    call.callee.type === 'MemberExpression' && ['then', 'finally'].includes(toPath(call.callee).at(-1) ?? '')
  );
}

function isAsyncFunction(node: Expression | null | undefined): boolean {
  return (
    (node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression') && node.async === true
  );
}

function asyncName(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration') return node.async ? node.id?.name : undefined;
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
  return isAsyncFunction(node.init) ? node.id.name : undefined;
}

/**
 * Approximates Freshworks' rule of the same name: a statement that is only a call must not leave an unhandled promise.
 * Without types it knows the platform's objects, `.then` chains, `new Promise` and the file's own async functions.
 */
export const noUnhandledPromise: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unhandled: 'This promise may be rejected and nobody would know: await it or end it with .catch(…).',
    },
  },
  create(context) {
    const asyncNames = new Set<string>();
    const bareCalls: CallExpression[] = [];

    const remember = (node: Node): void => {
      const name = asyncName(node);
      if (name) asyncNames.add(name);
    };
    const isPromise = (call: CallExpression): boolean => {
      const path = toPath(call.callee);
      return isChain(call) || isPlatformCall(path) || (path.length === 1 && asyncNames.has(path[0] ?? ''));
    };

    return {
      FunctionDeclaration: remember,
      VariableDeclarator: remember,
      ExpressionStatement({ expression }) {
        if (expression.type === 'NewExpression' && toPath(expression.callee)[0] === 'Promise') {
          context.report({ node: expression, messageId: 'unhandled' });
        }
        if (expression.type === 'CallExpression') bareCalls.push(expression);
      },
      'Program:exit'() {
        const unhandled = bareCalls.filter((call) => !isHandled(call) && isPromise(call));
        for (const node of unhandled) context.report({ node, messageId: 'unhandled' });
      },
    };
  },
};
