import type { Rule } from 'eslint';
import type { MemberExpression } from 'estree';

const REMOVED = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** True for `$request` and for `client.request` with any client name. */
function isRequestMethod({ object }: MemberExpression): boolean {
  if (object.type === 'Identifier') return object.name === '$request';
  return (
    object.type === 'MemberExpression' &&
    object.property.type === 'Identifier' &&
    object.property.name === 'request'
  );
}

/** Approximates Freshworks' rule of the same name: requests must be templates, which the review can read. */
export const noDeprecatedApis: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { removed: '`{{name}}` of the request method is no more: call a template by invokeTemplate.' },
  },
  create(context) {
    return {
      'CallExpression > MemberExpression.callee'(node: MemberExpression & Rule.Node) {
        if (node.property.type !== 'Identifier') return;
        const { name } = node.property;
        if (!REMOVED.has(name) || !isRequestMethod(node)) return;
        context.report({ node, messageId: 'removed', data: { name } });
      },
    };
  },
};
