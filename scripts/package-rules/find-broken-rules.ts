import type { AppPackage } from './app-package';
import { RULE_FAMILIES } from './rule-families';

/** A rule that is broken, and where. */
export interface BrokenRule {
  /** `family: name`. */
  readonly rule: string;
  /** `where what (rule; document)`. */
  readonly sentence: string;
}

/** Everything in which the package breaks a rule, family by family. */
export function findBrokenRules(appPackage: AppPackage): BrokenRule[] {
  return Object.entries(RULE_FAMILIES).flatMap(([family, rules]) =>
    rules.flatMap(({ name, from, find }) =>
      find(appPackage).map(({ where, what }) => ({
        rule: `${family}: ${name}`,
        sentence: `${where}: ${what} (rule "${family}: ${name}" of ${from})`,
      })),
    ),
  );
}

/** How many rules there are. */
export function countRules(): number {
  return Object.values(RULE_FAMILIES).reduce((sum, rules) => sum + rules.length, 0);
}
