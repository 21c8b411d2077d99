import type { Queue } from '../contacts/queue';
import type { Named } from '../page-contract';
import { LIMITS } from '../values/limits';
import { keyOf, type KnownNames } from './known-names';

const IDENTIFIER = /^freshdesk:(none|\d+):(\d+):/;

/** The groups and sources that contacts were sent under, by `keyOf`: these queues keep their names. */
export function sentUnder(queues: readonly Queue[]): ReadonlySet<string> {
  const keys = queues.flatMap(({ identifier }) => {
    const [, group, source] = IDENTIFIER.exec(identifier) ?? [];
    return source === undefined ? [] : [`group:${group}`, `source:${source}`];
  });
  return new Set(keys);
}

/** The known names for the page, the newest first. */
export function namedList(known: KnownNames, queues: readonly Queue[]): readonly Named[] {
  const sent = sentUnder(queues);
  return [...known.values()]
    .sort((a, b) => b.at - a.at)
    .slice(0, LIMITS.namesShown)
    .map((each) => ({ ...each, isSent: sent.has(keyOf(each)) }));
}
