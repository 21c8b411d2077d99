import type { Rule } from 'eslint';
import type { MemberExpression, Node } from 'estree';

const CALLED = new Set(['fetch', 'axios', 'XMLHttpRequest', 'WebSocket', 'EventSource']);
const OWNERS = new Set(['window', 'self', 'globalThis']);
const LIBRARIES = new Set(['axios', '$', 'jQuery', 'navigator']);
const METHODS = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'request',
  'create',
  'ajax',
  'getJSON',
  'sendBeacon',
]);

/** `post` of `axios.post`; null for computed names. */
function methodName({ property }: MemberExpression): string {
  return property.type === 'Identifier' ? property.name : '';
}

function isRequester(callee: Node): boolean {
  if (callee.type === 'Identifier') return CALLED.has(callee.name);
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const owner = callee.object.name;
  if (OWNERS.has(owner)) return CALLED.has(methodName(callee));
  return LIBRARIES.has(owner) && METHODS.has(methodName(callee));
}

/** Approximates Freshworks' rule of the same name: pages send requests only through `client.request`. */
export const noNonClientRequestModel: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      direct: 'Pages call the outside only by client.request.invoke or client.request.invokeTemplate.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        if (isRequester(node.callee)) context.report({ node, messageId: 'direct' });
      },
      NewExpression(node) {
        if (isRequester(node.callee)) context.report({ node, messageId: 'direct' });
      },
    };
  },
};
