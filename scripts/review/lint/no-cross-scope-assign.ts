import type { Rule } from 'eslint';

/**
 * Approximates Freshworks' rule of the same name: a page's function assigns only its own variables, so that nothing
 * changes for another function that is waiting.
 */
export const noCrossScopeAssign: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      assigned:
        '"{{name}}" is declared in one function and assigned in another: keep it in an object instead.',
    },
  },
  create(context) {
    return {
      'AssignmentExpression > Identifier.left'(node: Rule.Node & { name: string }) {
        const scope = context.sourceCode.getScope(node);
        const variable = scope.references.find(({ identifier }) => identifier === node)?.resolved;
        if (!variable || variable.scope.variableScope === scope.variableScope) return;
        context.report({ node, messageId: 'assigned', data: { name: node.name } });
      },
    };
  },
};
