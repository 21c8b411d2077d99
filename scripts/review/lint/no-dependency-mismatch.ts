import type { Rule } from 'eslint';
import type { CallExpression } from 'estree';
import { packageOf } from '../../shared/package/parse-code';

function isRequire({ callee }: CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'require';
}

/**
 * Approximates Freshworks' rule of the same name: server code may require its own files and the packages declared in
 * manifest.json. The option is the list of their names.
 */
export const noDependencyMismatch: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [{ type: 'array', items: { type: 'string' } }],
    defaultOptions: [[]],
    messages: {
      undeclared: '"{{name}}" is not in the dependencies of manifest.json: the platform will not install it.',
      computed:
        'The name of a required module must be written out, so that it can be checked before it runs.',
    },
  },
  create(context) {
    const declared = new Set<string>(context.options[0]);
    return {
      CallExpression(node) {
        if (!isRequire(node)) return;
        const [argument] = node.arguments;
        if (argument?.type !== 'Literal' || typeof argument.value !== 'string') {
          context.report({ node, messageId: 'computed' });
          return;
        }
        const name = packageOf(argument.value);
        if (name.startsWith('.') || declared.has(name)) return;
        context.report({ node, messageId: 'undeclared', data: { name } });
      },
    };
  },
};
