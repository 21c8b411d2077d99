import type { FreshdeskAnswer, FreshdeskGet, FreshdeskProblem } from '../freshdesk/client';
import { askGroupName, askNames, type AccountNames } from '../freshdesk/names';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { LIMITS } from '../values/limits';
import {
  keyOf,
  readNames,
  storeNames,
  withNames,
  type KnownName,
  type KnownNames,
  type NameOf,
} from './known-names';

/** The result of looking for a name. */
export type FoundName =
  /** Null: the group is gone, or the source has no label. */
  | { readonly kind: 'known'; readonly name: string | null }
  /** Not learned yet, and there is no Freshdesk key to ask with. */
  | { readonly kind: 'unnamed' }
  /** Freshdesk did not answer. */
  | { readonly kind: 'no answer'; readonly problem: FreshdeskProblem };

/**
 * The names of groups and of the account's own sources during one run. With a Freshdesk key they are asked for once an hour,
 * and once more in a run that meets an id it does not know; without one they are what was learned. Never forgotten.
 */
export interface NamesCache {
  groupName(groupId: number): Promise<FoundName>;
  sourceLabel(source: number): Promise<FoundName>;
  /**
   * Adds names that Freshdesk's events, ticket pages or people told; the newest stays, and a time ahead counts as now.
   * @ops 2 at most
   */
  learn(names: readonly KnownName[]): Promise<void>;
  /** All known names. @ops 1 at most */
  all(): Promise<KnownNames>;
  /** How many names this run has learned that were not known or were others, by the way it did. */
  learned(): Readonly<Record<string, number>>;
  /**
   * Asks for all names unless this run has, so that the page shows what was renamed. One call; none without a Freshdesk key.
   * @ops 2 at most
   */
  askAgain(): Promise<void>;
  /**
   * Stores which groups this run found to be gone, so that the next ones do not ask for them until the names are read anew.
   * @ops 1; 0 when it found none
   */
  keepGone(): Promise<void>;
}

const UNNAMED = { kind: 'unnamed' } as const;

/** What a run has read of the names so far. */
interface LoadedNames {
  readonly store: KeyValueStore;
  readonly now: number;
  known: KnownNames | null;
  /** This run's answer, also a failed one: asking again for each contact would use up its time. */
  asked: FreshdeskAnswer<AccountNames> | null;
  readonly askedGroups: Map<number, FreshdeskAnswer<string | null>>;
  readonly learned: Record<string, number>;
}

async function load(cache: LoadedNames): Promise<KnownNames> {
  cache.known ??= readNames(await cache.store.get(KEYS.names));
  return cache.known;
}

async function learn(cache: LoadedNames, names: readonly KnownName[]): Promise<void> {
  const known = await load(cache);
  const bounded = names.map((each) => ({ ...each, at: Math.min(each.at, cache.now) }));
  const all = withNames(known, bounded);
  if ([...all].every(([key, each]) => known.get(key) === each)) return;
  cache.known = all;
  await cache.store.set(KEYS.names, storeNames(all));
  for (const [key, { name, how }] of all) {
    if (known.get(key)?.name !== name) cache.learned[how] = (cache.learned[how] ?? 0) + 1;
  }
}

async function refresh(cache: LoadedNames, get: FreshdeskGet): Promise<FreshdeskAnswer<AccountNames>> {
  if (cache.asked !== null) return cache.asked;
  const answer = await askNames(get);
  cache.asked = answer;
  if (!answer.ok) return answer;
  const read = { at: cache.now, how: 'read' } as const;
  const { groups, sources } = answer.value;
  await learn(cache, [
    ...[...groups].map(([id, name]) => ({ kind: 'group', id, name, ...read }) as const),
    ...[...sources].map(([id, name]) => ({ kind: 'source', id, name, ...read }) as const),
  ]);
  return answer;
}

/** A group that the list of names does not have: some groups are only shown by themselves. */
async function askGroup(cache: LoadedNames, get: FreshdeskGet, id: number): Promise<FoundName> {
  const asked = cache.askedGroups.get(id) ?? (await askGroupName(get, id));
  cache.askedGroups.set(id, asked);
  if (!asked.ok) return { kind: 'no answer', problem: asked.problem };
  const { value: name } = asked;
  if (name) await learn(cache, [{ kind: 'group', id, name, at: cache.now, how: 'read' }]);
  return { kind: 'known', name };
}

const LIST_OF = { group: 'groups', source: 'sources' } as const;

/** What Freshdesk says now: its list of names, and of a group that is not in it the group itself. */
async function ask(cache: LoadedNames, get: FreshdeskGet, of: NameOf): Promise<FoundName> {
  const fresh = await refresh(cache, get);
  if (!fresh.ok) return { kind: 'no answer', problem: fresh.problem };
  const name = fresh.value[LIST_OF[of.kind]].get(of.id) ?? null;
  return of.kind === 'group' && name === null ? await askGroup(cache, get, of.id) : { kind: 'known', name };
}

async function find(cache: LoadedNames, get: FreshdeskGet | null, of: NameOf): Promise<FoundName> {
  const known = (await load(cache)).get(keyOf(of));
  if (get === null) return known === undefined ? UNNAMED : { kind: 'known', name: known.name };
  // With a key, Freshdesk alone decides that a group is gone.
  if (known === undefined || (known.name === null && known.how !== 'read')) return await ask(cache, get, of);
  const isFresh = Math.abs(cache.now - known.at) < LIMITS.namesMs;
  return isFresh ? { kind: 'known', name: known.name } : await ask(cache, get, of);
}

/**
 * A cache that is loaded on first use; `get` is null without a Freshdesk key. At most one Freshdesk call an hour, and for an
 * unknown id one, or two.
 */
export function createNamesCache(store: KeyValueStore, get: FreshdeskGet | null, now: number): NamesCache {
  const cache: LoadedNames = { store, now, known: null, asked: null, askedGroups: new Map(), learned: {} };
  return {
    groupName: (id) => find(cache, get, { kind: 'group', id }),
    sourceLabel: (id) => find(cache, get, { kind: 'source', id }),
    learn: (names) => learn(cache, names),
    all: () => load(cache),
    learned: () => cache.learned,
    async askAgain() {
      if (get !== null) await refresh(cache, get);
    },
    async keepGone() {
      const gone = [...cache.askedGroups].filter(([, asked]) => asked.ok && asked.value === null);
      const read = { kind: 'group', name: null, at: cache.now, how: 'read' } as const;
      if (gone.length > 0)
        await learn(
          cache,
          gone.map(([id]) => ({ id, ...read })),
        );
    },
  };
}
