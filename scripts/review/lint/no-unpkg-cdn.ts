import type { Rule } from 'eslint';

/** Approximates Freshworks' rule of the same name: nothing may be loaded from unpkg. */
export const noUnpkgCdn: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unpkg: 'Freshworks refuses unpkg.com: load browser libraries from cdn.jsdelivr.net.' },
  },
  create(context) {
    return {
      Literal(node) {
        if (/\bunpkg\.com\b/.test(String(node.value))) context.report({ node, messageId: 'unpkg' });
      },
      TemplateElement(node) {
        if (/\bunpkg\.com\b/.test(node.value.raw)) context.report({ node, messageId: 'unpkg' });
      },
    };
  },
};
