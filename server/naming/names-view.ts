import type { Queue } from '../contacts/queue';
import type { FunctionAnswer, NamesAnswer } from '../page-contract';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { readNames } from './known-names';
import { readQueueRegistry } from './queue-registry';

const IDENTIFIER = /^freshdesk:(none|\d+):(\d+):/;

/** The groups and sources that contacts were sent under, by `keyOf`: these queues keep their names. */
export function sentUnder(queues: readonly Queue[]): ReadonlySet<string> {
  const keys = queues.flatMap(({ identifier }) => {
    const [, group, source] = IDENTIFIER.exec(identifier) ?? [];
    return source === undefined ? [] : [`group:${group}`, `source:${source}`];
  });
  return new Set(keys);
}

/**
 * Names of groups and of the account's own sources, the newest first. @ops 1; where one was typed, 1 more for each 400 queues:
 * only a typed name can be changed, until contacts were sent under it
 */
export async function namesView(store: KeyValueStore): Promise<FunctionAnswer<NamesAnswer>> {
  const known = readNames(await store.get(KEYS.names));
  const isTyped = [...known.values()].some(({ how }) => how === 'typed');
  const sent = sentUnder(isTyped ? (await readQueueRegistry(store)).list() : []);
  const named = [...known].map(([key, each]) => ({ ...each, isSent: each.how !== 'typed' || sent.has(key) }));
  return { ok: true, named: named.sort((a, b) => b.at - a.at) };
}
