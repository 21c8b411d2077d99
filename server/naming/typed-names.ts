import { cleanName, MAX_QUEUE_NAME_LENGTH } from '../contacts/queue';
import { OWN_SOURCES } from '../contacts/sources';
import type { Naming } from '../page-contract';
import { LIMITS } from '../values/limits';
import { readField, readId } from '../values/read-field';
import type { KnownName, NameOf } from './known-names';

const FIELD = /^name_(group|source)_([1-9]\d{0,15})$/;

/** The fields that say what a name is of. */
const ABOUT: readonly string[] = ['kind', 'id'];

/** The code of a request that no page of this version makes, and of a name that no queue can have. */
type Problem = 'bad_request' | 'name_invalid';

function parseNameOf(said: unknown): NameOf | null {
  const kind = readField(said, 'kind');
  const id = readId(readField(said, 'id'));
  if (id === null) return null;
  if (kind === 'group') return { kind, id };
  // Freshdesk's own sources have names that are fixed.
  return kind === 'source' && !OWN_SOURCES.has(id) ? { kind, id } : null;
}

function parseName(of: NameOf, typed: string): Naming | Problem {
  const name = cleanName(typed);
  return name === '' || name.length > MAX_QUEUE_NAME_LENGTH ? 'name_invalid' : { ...of, name };
}

/** What may be said instead of a name, and of what. */
const INSTEAD: Readonly<Record<string, NameOf['kind']>> = { gone: 'group', noLabel: 'source' };

/** Reads what a person says of a group or a source of the account's own; the code of why it cannot be taken. */
function parseNaming(said: unknown): Naming | Problem {
  const of = parseNameOf(said);
  const fields = Object.keys(Object(said) as object).filter((key) => !ABOUT.includes(key));
  if (of === null || fields.length !== 1) return 'bad_request';
  const what = String(fields[0]);
  const value = readField(said, what);
  if (what === 'name' && typeof value === 'string') return parseName(of, value);
  const isSaid = value === true && INSTEAD[what] === of.kind;
  return isSaid ? ({ ...of, [what]: true } as unknown as Naming) : 'bad_request';
}

/** Names that people gave, as they are stored under `orders`; all of them or, with the code of why, none. */
export interface TypedNames {
  readonly names: readonly Naming[];
  readonly orders: Readonly<Record<string, object>>;
  readonly problem: Problem | null;
}

const NO_NAMES = { names: [], orders: {} } as const;

/** Reads a request with one name, or with many under `names`, typed `now` (ms). Saying the same again sets the same fields. */
export function parseTypedNames(request: unknown, now: number): TypedNames {
  const many = readField(request, 'names');
  const said: readonly unknown[] =
    Array.isArray(many) && Object.keys(request as object).length === 1 ? many : [request];
  if (said.length === 0 || said.length > LIMITS.namesAtOnce) return { ...NO_NAMES, problem: 'bad_request' };
  const names: Naming[] = [];
  for (const each of said) {
    const naming = parseNaming(each);
    if (typeof naming === 'string') return { ...NO_NAMES, problem: naming };
    names.push(naming);
  }
  const orders = names.map(({ kind, id, ...what }) => [`name_${kind}_${id}`, { ...what, at: now }] as const);
  return { names, orders: Object.fromEntries(orders), problem: null };
}

/** The name that a field of `orders` keeps; null: it keeps none. */
export function readTypedName(field: string, value: unknown): KnownName | null {
  const [, kind, id] = FIELD.exec(field) ?? [];
  if (id === undefined) return null;
  const { at, ...what } = Object(value) as Readonly<Record<string, unknown>>;
  const naming = parseNaming({ ...what, kind, id: Number(id) });
  if (typeof naming === 'string' || typeof at !== 'number') return null;
  return { kind: naming.kind, id: naming.id, name: 'name' in naming ? naming.name : null, at, how: 'typed' };
}
