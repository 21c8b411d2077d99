import { CONTACT_KINDS, idOf, type RecordedContact, type WaitingContact } from '../contacts/contact';
import { KEY_OF } from '../platform/keys';
import type { RunStore } from '../platform/run-store';
import { AppError, ERROR_CODES } from '../values/app-error';
import { LIMITS } from '../values/limits';
import { readField } from '../values/read-field';
import type { OwnSlice } from '../values/slice';
import { dueAtOf } from './waiting-contacts';
import type { NeededName, OutboxState, WaitingKey, WaitReason } from './outbox-state';

/** A contact that needs something no run can get yet; `need`: the name that is missing. */
export interface KeptContact {
  readonly waiting: WaitingContact;
  readonly need: Pick<NeededName, 'kind' | 'id'> | null;
}

/** What keeping contacts needs of a run. */
export interface KeepingRun {
  readonly store: Pick<RunStore, 'getNamed' | 'set'>;
  readonly outbox: OwnSlice<OutboxState>;
}

/** The value under `waiting:<n>`. */
interface StoredContacts {
  readonly v: 1;
  readonly reason: WaitReason;
  /** A contact's parts with points between them; contacts with commas. Numbers in base 36, nothing where none is known. */
  readonly contacts: string;
  readonly count: number;
}

const NEEDS = ['group', 'source'] as const;
/** Places among a packed contact's parts. */
const [AUTHOR, PLACE, NEED] = [7, 8, 10] as const;

function pack({ waiting, need }: KeptContact): string {
  const { contact, since, place } = waiting;
  const { contactId, kind, ticketId, occurredAt, source, groupId, authorId } = contact;
  const seconds = [Math.round(occurredAt / 1000), Math.round((since - occurredAt) / 1000)];
  const numbers = [
    idOf(contactId),
    ticketId,
    ...seconds,
    source,
    groupId,
    authorId,
    place?.source,
    place?.groupId,
  ];
  const words = numbers.map((number) => number?.toString(36) ?? '');
  const needed = need === null ? '' : String(NEEDS.indexOf(need.kind));
  return [CONTACT_KINDS.indexOf(kind), ...words, needed].join('.');
}

/** The numbers of a packed contact by their places; null: not known. */
type Reader = (place: number) => number | null;

function contactOf(read: Reader): RecordedContact {
  const kind = CONTACT_KINDS[read(0) ?? 0] ?? 'ticket';
  const authorId = read(AUTHOR);
  return {
    contactId: `${kind === 'left_out' ? 'ticket' : kind}:${read(1)}`,
    ...{ kind, ticketId: Number(read(2)), occurredAt: Number(read(3)) * 1000 },
    ...{ source: read(5), groupId: read(6) },
    ...(authorId === null ? {} : { authorId }),
  };
}

function unpack(text: string): KeptContact {
  const words = text.split('.');
  const read: Reader = (at) => {
    const number = parseInt(String(words[at]), 36);
    return Number.isNaN(number) ? null : number;
  };
  const contact = contactOf(read);
  const [source, groupId, needed] = [read(PLACE), read(PLACE + 1), read(NEED)];
  const place = source === null ? {} : { place: { source, groupId } };
  const kind = needed === null ? undefined : NEEDS[needed];
  const id = kind === 'group' ? groupId : source;
  return {
    waiting: { contact, recordIds: [], since: contact.occurredAt + Number(read(4)) * 1000, ...place },
    need: kind === undefined || id === null ? null : { kind, id },
  };
}

function contactsOf({ keys }: NeededName): number {
  return keys.reduce((sum, [, contacts]) => sum + contacts, 0);
}

/** The queue in which a contact will be, by the part of its name that is there. */
function queueOf({ kind }: NeededName, { place, contact }: WaitingContact): NeededName['queues'][number] {
  const other = kind === 'group' ? place?.source : place?.groupId;
  return [other ?? 0, contact.kind === 'reply' ? 'replies' : 'tickets'];
}

/** Adds a contact in a key to what the state says of the name it needs. */
function withContact(before: NeededName, number: number, waiting: WaitingContact): NeededName {
  const queue = queueOf(before, waiting);
  const isKnown = before.queues.some(([other, kind]) => other === queue[0] && kind === queue[1]);
  const [, contacts = 0] = before.keys.find(([each]) => each === number) ?? [];
  return {
    ...before,
    oldestDueAt: Math.min(before.oldestDueAt, dueAtOf(waiting)),
    queues: isKnown ? before.queues : [...before.queues, queue].slice(0, LIMITS.neededQueues),
    keys: [...before.keys.filter(([each]) => each !== number), [number, contacts + 1]],
  };
}

/** The names that are missing once a key has these contacts, those of most contacts first. */
function needsWith(
  before: readonly NeededName[],
  number: number,
  contacts: readonly KeptContact[],
): readonly NeededName[] {
  const needs = new Map<string, NeededName>();
  for (const each of before) {
    const keys = each.keys.filter(([key]) => key !== number);
    if (keys.length > 0) needs.set(`${each.kind} ${each.id}`, { ...each, keys });
  }
  for (const { waiting, need } of contacts) {
    if (need === null) continue;
    const key = `${need.kind} ${need.id}`;
    const nobody = { ...need, oldestDueAt: Infinity, queues: [], keys: [] };
    needs.set(key, withContact(needs.get(key) ?? nobody, number, waiting));
  }
  const all = [...needs.values()].sort((a, b) => contactsOf(b) - contactsOf(a));
  return all.slice(0, LIMITS.neededNames);
}

/** What the state says of these contacts. */
function entryOf(
  { number, reason, also }: Pick<WaitingKey, 'number' | 'reason' | 'also'>,
  contacts: readonly KeptContact[],
): WaitingKey {
  const times = contacts.map(({ waiting }) => (reason === 'facts' ? waiting.since : dueAtOf(waiting)));
  const happenedAt = Math.min(...contacts.map(({ waiting }) => waiting.contact.occurredAt));
  return { number, reason, also, contacts: contacts.length, oldestAt: Math.min(...times), happenedAt };
}

/**
 * The contacts of a key that the state names; none when the store lost it, which is reported. Throws on a value that cannot
 * be read. @ops 1, 2 when it is lost
 */
export async function readWaitingKey(
  { store }: Pick<KeepingRun, 'store'>,
  { number, contacts }: Pick<WaitingKey, 'number' | 'contacts'>,
): Promise<readonly KeptContact[]> {
  const value = await store.getNamed(KEY_OF.waiting(number), contacts);
  if (value === undefined) return [];
  const text = readField(value, 'contacts');
  if (readField(value, 'v') !== 1)
    throw new AppError(ERROR_CODES.recordUnreadable, 'Waiting contacts cannot be read');
  // The platform's store returns an empty text as null.
  return typeof text === 'string' && text !== '' ? text.split(',').map(unpack) : [];
}

/**
 * Writes the contacts of a key, each once, and what the state says of them; one without contacts is no longer named. Whoever
 * calls saves the state. @ops 1
 */
export async function writeWaitingKey(
  { store, outbox }: KeepingRun,
  key: Pick<WaitingKey, 'number' | 'reason' | 'also'>,
  contacts: readonly KeptContact[],
): Promise<void> {
  const byId = new Map(contacts.map((each) => [each.waiting.contact.contactId, each]));
  const kept = [...byId.values()];
  const value: StoredContacts = {
    ...{ v: 1, reason: key.reason, count: kept.length },
    contacts: kept.map(pack).join(','),
  };
  await store.set(KEY_OF.waiting(key.number), value);
  const { waiting } = outbox.value;
  const others = waiting.keys.filter(({ number }) => number !== key.number);
  const next = Math.max(waiting.next, key.number + 1);
  const keys = kept.length === 0 ? others : [...others, entryOf(key, kept)];
  const needs = needsWith(waiting.needs, key.number, kept);
  outbox.change({ waiting: { ...waiting, next, keys, needs } });
}

/**
 * The contacts that were kept last with a place: a stale listing shows their records once more, and events come twice; their
 * places must stay. @ops 1 a reason
 */
export async function readKeptLast(run: KeepingRun): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const reason of ['names', 'sending'] as const) {
    const those = run.outbox.value.waiting.keys.filter((key) => key.reason === reason);
    const newest = those.sort((a, b) => b.number - a.number)[0];
    const kept = newest === undefined ? [] : await readWaitingKey(run, newest);
    for (const { waiting } of kept) ids.add(waiting.contact.contactId);
  }
  return ids;
}

/** The key to which contacts that wait for this reason are added: the newest with room, or a new one. */
function keyToAddTo({ waiting }: OutboxState, reason: WaitReason): WaitingKey {
  const open = waiting.keys.filter((key) => key.reason === reason && key.contacts < LIMITS.waitingPerKey);
  const newest = [...open].sort((a, b) => b.number - a.number)[0];
  const none = { contacts: 0, oldestAt: Infinity, happenedAt: Infinity, also: [] };
  return newest ?? { number: waiting.next, reason, ...none };
}

/**
 * Adds contacts that wait for one reason, as many as their key has room for; returns those it took and the key's number.
 * Whoever calls saves the state before the contacts' records go. @ops 1, 2 when the key has contacts
 */
export async function addWaiting(
  run: KeepingRun,
  reason: WaitReason,
  contacts: readonly KeptContact[],
  also: readonly number[] = [],
): Promise<{ readonly number: number; readonly taken: readonly KeptContact[] }> {
  const key = keyToAddTo(run.outbox.value, reason);
  const before = key.contacts === 0 ? [] : await readWaitingKey(run, key);
  const taken = contacts.slice(0, Math.max(0, LIMITS.waitingPerKey - before.length));
  const links = new Set([...key.also, ...also.filter((number) => number !== key.number)]);
  await writeWaitingKey(run, { ...key, also: [...links] }, [...before, ...taken]);
  return { number: key.number, taken };
}
