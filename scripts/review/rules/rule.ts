import type { AppPackage } from '../../shared/package/app-package';

/** A place that breaks a rule, and the required change. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** One requirement of the platform or its review. */
export interface Rule {
  readonly name: string;
  /** The document with the requirement: a page of the App SDK's documentation, a check of fw-review, or ours. */
  readonly from: string;
  find(appPackage: AppPackage): readonly Finding[];
}

/** The findings of those `items` that `isBroken` selects. */
export function findBroken<Item>(
  items: readonly Item[],
  isBroken: (item: Item) => boolean,
  tell: (item: Item) => Finding,
): Finding[] {
  return items.filter(isBroken).map(tell);
}

/** One finding at `where`, if there is a problem. */
export function findAt(where: string, what: string | false | undefined): Finding[] {
  return what ? [{ where, what }] : [];
}
