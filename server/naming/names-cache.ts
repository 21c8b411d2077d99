import { askGroupName, askNames, type AccountNames } from '../freshdesk/names';
import type { FreshdeskAnswer, FreshdeskGet } from '../freshdesk/client';
import { KEYS } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { jsonBytes } from '../values/json-bytes';

/** The value under `names`. */
interface NamesRecord {
  readonly v: 1;
  readonly readAt: number;
  readonly groups: readonly (readonly [number, string])[];
  readonly sources: readonly (readonly [number, string])[];
  /** Groups that exist no more, as Freshdesk said since the names were read. */
  readonly gone?: readonly number[];
}

/** The account's names during one run: read once an hour, and once more in a run that meets an id it does not know. */
export interface NamesCache {
  /** A group's name, null when the group no longer exists; the problem when Freshdesk did not answer. */
  groupName(groupId: number): Promise<FreshdeskAnswer<string | null>>;
  /** The account's label of a source, null when it has none. */
  sourceLabel(source: number): Promise<FreshdeskAnswer<string | null>>;
  /**
   * Asks for all names unless this run has, so that the page shows what was renamed. One call.
   * @ops 1
   */
  askAgain(): Promise<void>;
  /**
   * Stores which groups this run found to be gone, so that the next ones do not ask for them until the names are read anew.
   * @ops 1; 0 when it found none
   */
  keepGone(): Promise<void>;
}

/** Names, when they were read (ms), and groups that are gone. */
interface StoredNames extends AccountNames {
  readonly readAt: number;
  readonly gone: ReadonlySet<number>;
}

const EMPTY: StoredNames = { readAt: 0, groups: new Map(), sources: new Map(), gone: new Set() };

/** The stored names, however old; null when there are none. */
export function readNames(stored: unknown): StoredNames | null {
  const record = stored as Partial<NamesRecord> | null | undefined;
  if (record?.v !== 1) return null;
  const { readAt = 0, groups = [], sources = [], gone = [] } = record;
  return { readAt, groups: new Map(groups), sources: new Map(sources), gone: new Set(gone) };
}

/** What a run has read of the names so far. */
interface LoadedNames {
  readonly store: KeyValueStore;
  readonly get: FreshdeskGet;
  readonly now: number;
  names: StoredNames | null;
  /** This run's answer, also a failed one: asking again for each contact would use up its time. */
  asked: FreshdeskAnswer<AccountNames> | null;
  readonly askedGroups: Map<number, FreshdeskAnswer<string | null>>;
}

async function refresh(cache: LoadedNames): Promise<FreshdeskAnswer<AccountNames>> {
  if (cache.asked !== null) return cache.asked;
  const answer = await askNames(cache.get);
  cache.asked = answer;
  if (!answer.ok) return answer;
  cache.names = { ...answer.value, readAt: cache.now, gone: EMPTY.gone };
  await storeNames(cache, cache.names);
  return answer;
}

/** Names that do not fit into one value are asked for in every run instead. */
async function storeNames(cache: LoadedNames, { readAt, groups, sources, gone }: StoredNames): Promise<void> {
  const lists = { groups: [...groups], sources: [...sources], gone: [...gone] };
  const record: NamesRecord = { v: 1, readAt, ...lists };
  if (jsonBytes(record) < LIMITS.keyValueBytes) await cache.store.set(KEYS.names, record);
}

/** The names stored within the last hour. @ops 1 the first time */
async function load(cache: LoadedNames): Promise<StoredNames> {
  if (cache.names === null) {
    const stored = readNames(await cache.store.get(KEYS.names));
    const isFresh = stored !== null && Math.abs(cache.now - stored.readAt) < LIMITS.namesMs;
    cache.names = isFresh ? stored : EMPTY;
  }
  return cache.names;
}

/** The name of an id; an id that is not known is looked up in fresh names. Null: it has none. */
async function find(
  cache: LoadedNames,
  kind: keyof AccountNames,
  id: number,
): Promise<FreshdeskAnswer<string | null>> {
  const known = (await load(cache))[kind].get(id);
  if (known !== undefined) return { ok: true, value: known, serverTime: null };
  const fresh = await refresh(cache);
  return fresh.ok ? { ok: true, value: fresh.value[kind].get(id) ?? null, serverTime: null } : fresh;
}

/**
 * A cache that is loaded on first use. At most one Freshdesk call an hour, and one for an unknown id.
 * @ops 1, and 1 more when names are asked for
 */
export function createNamesCache(store: KeyValueStore, get: FreshdeskGet, now: number): NamesCache {
  const cache: LoadedNames = { store, get, now, names: null, asked: null, askedGroups: new Map() };
  return {
    async groupName(groupId) {
      if ((await load(cache)).gone.has(groupId)) return { ok: true, value: null, serverTime: null };
      const found = await find(cache, 'groups', groupId);
      if (!found.ok || found.value !== null) return found;
      const asked = cache.askedGroups.get(groupId) ?? (await askGroupName(get, groupId));
      cache.askedGroups.set(groupId, asked);
      return asked;
    },
    sourceLabel: (source) => find(cache, 'sources', source),
    async askAgain() {
      await refresh(cache);
    },
    async keepGone() {
      const { names, askedGroups } = cache;
      const gone = [...askedGroups].flatMap(([id, asked]) => (asked.ok && asked.value === null ? [id] : []));
      if (names === null || gone.length === 0) return;
      await storeNames(cache, { ...names, gone: new Set([...names.gone, ...gone]) });
    },
  };
}
