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
}

/** The account's names during one run: read once an hour, and once more in a run that meets an id it does not know. */
export interface NamesCache {
  /** A group's name, null when the group exists no more; a problem when Freshdesk had to be asked and did not answer. */
  groupName(groupId: number): Promise<FreshdeskAnswer<string | null>>;
  /** The account's label of a source, null when it has none. */
  sourceLabel(source: number): Promise<FreshdeskAnswer<string | null>>;
  /** Asks for all names unless this run has, so that the page sees what was renamed. One operation and one call. */
  askAgain(): Promise<void>;
}

const EMPTY: AccountNames = { groups: new Map(), sources: new Map() };

/** The names as they were read last, however long ago; null when they never were. */
export function readNames(stored: unknown): (AccountNames & { readonly readAt: number }) | null {
  const record = stored as Partial<NamesRecord> | null | undefined;
  if (record?.v !== 1) return null;
  const { readAt = 0, groups = [], sources = [] } = record;
  return { readAt, groups: new Map(groups), sources: new Map(sources) };
}

function believedNames(stored: unknown, now: number): AccountNames | null {
  const names = readNames(stored);
  return names !== null && now - names.readAt < LIMITS.namesMs ? names : null;
}

function writeRecord(names: AccountNames, now: number): NamesRecord {
  return { v: 1, readAt: now, groups: [...names.groups], sources: [...names.sources] };
}

function answered<T>(value: T): FreshdeskAnswer<T> {
  return { ok: true, value, serverTime: null };
}

/** What a book has read so far. */
interface LoadedNames {
  readonly store: KeyValueStore;
  readonly get: FreshdeskGet;
  readonly now: number;
  names: AccountNames | null;
  asked: boolean;
  /** Freshdesk did not answer in this run: asking for each contact anew would use up its time. */
  failed: FreshdeskAnswer<never> | null;
  readonly askedGroups: Map<number, FreshdeskAnswer<string | null>>;
}

async function open(book: LoadedNames): Promise<AccountNames> {
  if (book.names !== null) return book.names;
  const names = believedNames(await book.store.get(KEYS.names), book.now) ?? EMPTY;
  book.names = names;
  return names;
}

async function refresh(book: LoadedNames): Promise<FreshdeskAnswer<AccountNames>> {
  if (book.asked) return answered(await open(book));
  if (book.failed !== null) return book.failed;
  const answer = await askNames(book.get);
  if (!answer.ok) {
    book.failed = answer;
    return answer;
  }
  book.asked = true;
  book.names = answer.value;
  const record = writeRecord(answer.value, book.now);
  // An account with so many groups that they fill no value is asked in every run instead.
  if (jsonBytes(record) < LIMITS.keyValueBytes) await book.store.set(KEYS.names, record);
  return answer;
}

async function askGroup(book: LoadedNames, groupId: number): Promise<FreshdeskAnswer<string | null>> {
  const known = book.askedGroups.get(groupId);
  if (known !== undefined) return known;
  const answer = await askGroupName(book.get, groupId);
  book.askedGroups.set(groupId, answer);
  return answer;
}

async function groupName(book: LoadedNames, groupId: number): Promise<FreshdeskAnswer<string | null>> {
  const known = (await open(book)).groups.get(groupId);
  if (known !== undefined) return answered(known);
  const fresh = await refresh(book);
  if (!fresh.ok) return fresh;
  const name = fresh.value.groups.get(groupId);
  return name === undefined ? askGroup(book, groupId) : answered(name);
}

async function sourceLabel(book: LoadedNames, source: number): Promise<FreshdeskAnswer<string | null>> {
  const known = (await open(book)).sources.get(source);
  if (known !== undefined) return answered(known);
  const fresh = await refresh(book);
  return fresh.ok ? answered(fresh.value.sources.get(source) ?? null) : fresh;
}

/**
 * A book that is opened by the first question. Then one operation, another one when names were asked anew; one Freshdesk
 * call an hour, one an unknown id.
 */
export function createNamesCache(store: KeyValueStore, get: FreshdeskGet, now: number): NamesCache {
  const book: LoadedNames = {
    store,
    get,
    now,
    names: null,
    asked: false,
    failed: null,
    askedGroups: new Map(),
  };
  return {
    groupName: (groupId) => groupName(book, groupId),
    sourceLabel: (source) => sourceLabel(book, source),
    askAgain: async () => {
      await refresh(book);
    },
  };
}
