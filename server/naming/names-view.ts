import type { FunctionAnswer, NamesAnswer } from '../page-contract';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { readNames } from './known-names';
import { readQueueRegistry } from './queue-registry';

const IDENTIFIER = /^freshdesk:(none|\d+):(\d+):/;

/** Names of groups and of the account's own sources, the newest first. @ops 1, and 1 for each 400 queues */
export async function namesView(store: KeyValueStore): Promise<FunctionAnswer<NamesAnswer>> {
  const known = readNames(await store.get(KEYS.names));
  const sent = new Set<string>();
  for (const { identifier } of (await readQueueRegistry(store)).list()) {
    const [, group, source] = IDENTIFIER.exec(identifier) ?? [];
    sent.add(`group ${group}`).add(`source ${source}`);
  }
  const named = [...known.values()].map((each) => ({ ...each, isSent: sent.has(`${each.kind} ${each.id}`) }));
  return { ok: true, named: named.sort((a, b) => b.at - a.at) };
}
