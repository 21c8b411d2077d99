import type { AccountNames } from '../freshdesk/names';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';

/** The ways in which the app learns a name: asked of Freshdesk, from a group event, on a ticket page, from a person. */
const WAYS = ['read', 'event', 'page', 'typed'] as const;

/** A group, or a source of the account's own, by its id in Freshdesk. */
export interface NameOf {
  readonly kind: 'group' | 'source';
  readonly id: number;
}

/** A name as the app learned it. */
export interface KnownName extends NameOf {
  /** Null: the group is gone, or the source has no label. */
  readonly name: string | null;
  /** When it was changed, read, seen or typed (ms). */
  readonly at: number;
  readonly how: (typeof WAYS)[number];
}

/** All names that are known, by `keyOf`. */
export type KnownNames = ReadonlyMap<string, KnownName>;

/** A name in the store; second and way are left out where it was read when all names were. */
type StoredName = readonly [id: number, name: string | null, second?: number, way?: number];

/** The value under `names`. */
interface NamesRecord {
  readonly v: 1;
  /** When Freshdesk was last asked for all names (ms). */
  readonly readAt: number;
  readonly groups: readonly StoredName[];
  readonly sources: readonly StoredName[];
}

/** The key of a group or a source among known names. */
export function keyOf({ kind, id }: NameOf): string {
  return `${kind}:${id}`;
}

/** The stored names, however old; none where nothing is stored that can be read. */
export function readNames(stored: unknown): KnownNames {
  const record = stored as Partial<NamesRecord> | null | undefined;
  if (record?.v !== 1) return new Map();
  const { readAt = 0, groups = [], sources = [] } = record;
  const known = (kind: NameOf['kind'], [id, name, second, way = 0]: StoredName): KnownName => {
    const at = second === undefined ? readAt : second * 1000;
    return { kind, id, name, at, how: WAYS[way] ?? 'read' };
  };
  const all = [
    ...groups.map((each) => known('group', each)),
    ...sources.map((each) => known('source', each)),
  ];
  return new Map(all.map((each) => [keyOf(each), each]));
}

/** The names of groups and sources that have one. */
export function accountNames(known: KnownNames): AccountNames {
  const ofKind = (kind: NameOf['kind']): ReadonlyMap<number, string> =>
    new Map(
      [...known.values()].flatMap((each) =>
        each.kind === kind && each.name !== null ? [[each.id, each.name] as const] : [],
      ),
    );
  return { groups: ofKind('group'), sources: ofKind('source') };
}

/** The known names with these: of several for one group or source the newest stays, of equally old ones the last. */
export function withNames(known: KnownNames, learned: readonly KnownName[]): KnownNames {
  const all = new Map(known);
  for (const each of learned) {
    if (each.at >= (all.get(keyOf(each))?.at ?? -Infinity)) all.set(keyOf(each), each);
  }
  return all;
}

function stored({ id, name, at, how }: KnownName, readAt: number): StoredName {
  const way = WAYS.indexOf(how);
  return way === 0 && at === readAt ? [id, name] : [id, name, Math.floor(at / 1000), way];
}

/** The value under `names`: all that fit into one value, the newest first. */
export function storeNames(known: KnownNames): NamesRecord {
  const newest = [...known.values()].sort((a, b) => b.at - a.at);
  const readAt = newest.find(({ how }) => how === 'read')?.at ?? 0;
  const recordOf = (names: readonly KnownName[]): NamesRecord => {
    const ofKind = (kind: NameOf['kind']): readonly StoredName[] =>
      names.filter((each) => each.kind === kind).map((each) => stored(each, readAt));
    return { v: 1, readAt, groups: ofKind('group'), sources: ofKind('source') };
  };
  let kept = newest;
  while (jsonBytes(recordOf(kept)) >= LIMITS.keyValueBytes) {
    kept = kept.slice(0, Math.floor(kept.length * LIMITS.namesKeptShare));
  }
  return recordOf(kept);
}
