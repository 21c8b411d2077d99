import type { AppPackage } from '../../shared/package/app-package';
import { CODE_RULES } from './code-rules';
import { DEPENDENCY_RULES } from './dependency-rules';
import { ENTITY_RULES } from './entity-rules';
import { EVENT_RULES } from './event-rules';
import { FILE_RULES } from './file-rules';
import { HANDLER_RULES } from './handler-rules';
import { ICON_RULES } from './icon-rules';
import { IPARAM_RULES } from './iparam-rules';
import { MANIFEST_RULES } from './manifest-rules';
import { PAGE_RULES } from './page-rules';
import type { Rule } from './rule';
import { TEMPLATE_RULES } from './template-rules';
import { TEMPLATE_USE_RULES } from './template-use-rules';
import { UNIT_TEST_RULES } from './unit-test-rules';

/** Every rule, by the part of the package it concerns. */
export const RULE_FAMILIES: Readonly<Record<string, readonly Rule[]>> = {
  manifest: MANIFEST_RULES,
  events: EVENT_RULES,
  handlers: HANDLER_RULES,
  iparams: IPARAM_RULES,
  requests: [...TEMPLATE_RULES, ...TEMPLATE_USE_RULES],
  entities: ENTITY_RULES,
  dependencies: DEPENDENCY_RULES,
  pages: PAGE_RULES,
  icon: ICON_RULES,
  files: FILE_RULES,
  code: CODE_RULES,
  'unit tests': UNIT_TEST_RULES,
};

/** A broken rule with its place. */
export interface BrokenRule {
  /** `family: name`. */
  readonly rule: string;
  /** `where what (rule; document)`. */
  readonly sentence: string;
}

/** All findings in the package, family by family; only of the rules that `isAsked` selects. */
export function findBrokenRules(
  appPackage: AppPackage,
  isAsked: (rule: string) => boolean = () => true,
): BrokenRule[] {
  return Object.entries(RULE_FAMILIES).flatMap(([family, rules]) =>
    rules
      .map(({ name, from, find }) => ({ rule: `${family}: ${name}`, from, find }))
      .filter(({ rule }) => isAsked(rule))
      .flatMap(({ rule, from, find }) =>
        find(appPackage).map(({ where, what }) => ({
          rule,
          sentence: `${where}: ${what} (rule "${rule}" of ${from})`,
        })),
      ),
  );
}

/** The number of rules. */
export function countRules(): number {
  return Object.values(RULE_FAMILIES).reduce((sum, rules) => sum + rules.length, 0);
}
