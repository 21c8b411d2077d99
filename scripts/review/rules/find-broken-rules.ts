import type { AppPackage } from '../../shared/package/app-package';
import { RULE_FAMILIES } from './rule-families';

/** A rule that is broken, and where. */
export interface BrokenRule {
  /** `family: name`. */
  readonly rule: string;
  /** `where what (rule; document)`. */
  readonly sentence: string;
}

/** Everything in which the package breaks a rule, family by family; only the rules `isAsked` names. */
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

/** How many rules there are. */
export function countRules(): number {
  return Object.values(RULE_FAMILIES).reduce((sum, rules) => sum + rules.length, 0);
}
