import type { AppPackage } from '../../shared/package/app-package';

/** Where the package breaks a rule, and what has to be otherwise there. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** One thing the platform or its review asks of a package. */
export interface Rule {
  readonly name: string;
  /** The document that asks for it: a page of the App SDK's documentation, a check of fw-review, or ours. */
  readonly from: string;
  find(appPackage: AppPackage): readonly Finding[];
}

/** The findings of those `items` that `isBroken` names. */
export function findBroken<Item>(
  items: readonly Item[],
  isBroken: (item: Item) => boolean,
  tell: (item: Item) => Finding,
): Finding[] {
  return items.filter(isBroken).map(tell);
}

/** One finding at `where`, when there is anything to say. */
export function findAt(where: string, what: string | false | undefined): Finding[] {
  return what ? [{ where, what }] : [];
}
