import { idOf, type ContactKind, type WaitingContact } from '../contacts/contact';
import { KEY_OF } from '../platform/keys';
import type { RunStore } from '../platform/run-store';
import { AppError, ERROR_CODES } from '../values/app-error';
import { knownFields } from '../values/known-fields';
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

const PREFIX: Readonly<Record<ContactKind, string>> = {
  ticket: 'ticket',
  reply: 'reply',
  unknown: 'unknown',
  left_out: 'ticket',
};
const KINDS = ['ticket', 'reply', 'unknown', 'left_out'] as const;
const NEEDS = ['group', 'source'] as const;

/** The parts of a contact, in their order; `waited`: the seconds from when it happened until it was recorded. */
const PARTS = [
  ...(['kind', 'id', 'ticketId', 'second', 'waited'] as const),
  ...(['source', 'groupId', 'authorId', 'placeSource', 'placeGroup', 'need'] as const),
] as const;
type Part = (typeof PARTS)[number];
type Known = 'kind' | 'id' | 'ticketId' | 'second' | 'waited';
type Parts = Readonly<Record<Known, number> & Record<Exclude<Part, Known>, number | null>>;

function pack({ waiting: { contact, since, place }, need }: KeptContact): string {
  const { contactId, ticketId, occurredAt, source, groupId, authorId } = contact;
  const parts: Parts = {
    ...{ kind: KINDS.indexOf(contact.kind), id: idOf(contactId), ticketId, source, groupId },
    second: Math.round(occurredAt / 1000),
    waited: Math.round((since - occurredAt) / 1000),
    authorId: authorId ?? null,
    placeSource: place?.source ?? null,
    placeGroup: place?.groupId ?? null,
    need: need === null ? null : NEEDS.indexOf(need.kind),
  };
  return PARTS.map((part) => parts[part]?.toString(36) ?? '').join('.');
}

function unpack(text: string): KeptContact {
  const words = text.split('.');
  const read = PARTS.map((part, at) => {
    const number = parseInt(words[at] ?? '', 36);
    return [part, Number.isNaN(number) ? null : number] as const;
  });
  const parts = Object.fromEntries(read) as Parts;
  const { ticketId, source, groupId, authorId, placeSource, placeGroup } = parts;
  const kind = KINDS[parts.kind] ?? 'ticket';
  const [contactId, occurredAt] = [`${PREFIX[kind]}:${parts.id}`, parts.second * 1000];
  const contact = { contactId, kind, ticketId, occurredAt, source, groupId, ...knownFields({ authorId }) };
  const place = placeSource === null ? null : { source: placeSource, groupId: placeGroup };
  const since = occurredAt + parts.waited * 1000;
  const needs = NEEDS.map((kind) => {
    const id = kind === 'group' ? placeGroup : placeSource;
    return id === null ? null : { kind, id };
  });
  return {
    waiting: { contact, recordIds: [], since, ...knownFields({ place }) },
    need: needs[parts.need ?? -1] ?? null,
  };
}

/** What a name is needed for, with one more contact. */
function withContact(needed: NeededName, waiting: WaitingContact): NeededName {
  const { source, groupId } = waiting.place ?? { source: 0, groupId: null };
  const other = needed.kind === 'group' ? source : (groupId ?? 0);
  const kind = waiting.contact.kind === 'reply' ? 'replies' : 'tickets';
  const isKnown = needed.queues.some(([each, of]) => each === other && of === kind);
  const queues = isKnown ? needed.queues : [...needed.queues, [other, kind] as const];
  return {
    ...needed,
    contacts: needed.contacts + 1,
    oldestDueAt: Math.min(needed.oldestDueAt, dueAtOf(waiting)),
    queues: queues.slice(0, LIMITS.neededQueues),
  };
}

/** The names that a key's contacts need, those of most contacts first. */
function needsOf(contacts: readonly KeptContact[]): readonly NeededName[] {
  const needs = new Map<string, NeededName>();
  for (const { waiting, need } of contacts) {
    if (need === null) continue;
    const key = `${need.kind} ${need.id}`;
    const before = needs.get(key) ?? { ...need, contacts: 0, oldestDueAt: Infinity, queues: [] };
    needs.set(key, withContact(before, waiting));
  }
  return [...needs.values()].sort((a, b) => b.contacts - a.contacts).slice(0, LIMITS.neededNames);
}

/** What the state says of these contacts. */
function entryOf(
  { number, reason, also }: Pick<WaitingKey, 'number' | 'reason' | 'also'>,
  contacts: readonly KeptContact[],
): WaitingKey {
  const times = contacts.map(({ waiting }) => (reason === 'facts' ? waiting.since : dueAtOf(waiting)));
  const oldestAt = Math.min(...times);
  return { number, reason, also, contacts: contacts.length, oldestAt, needs: needsOf(contacts) };
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
  outbox.change({ waiting: { ...waiting, next, keys } });
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

/**
 * Adds contacts that wait for one reason to the newest key with room, or to a new one, as many as it has room for; returns those
 * it took and the key's number.
 * Whoever calls saves the state before the contacts' records go. @ops 1, 2 when the key has contacts
 */
export async function addWaiting(
  run: KeepingRun,
  reason: WaitReason,
  contacts: readonly KeptContact[],
  also: readonly number[] = [],
): Promise<{ readonly number: number; readonly taken: readonly KeptContact[] }> {
  const { keys, next } = run.outbox.value.waiting;
  const open = keys.filter((each) => each.reason === reason && each.contacts < LIMITS.waitingPerKey);
  const newest = open.sort((a, b) => b.number - a.number)[0];
  const key = newest ?? { number: next, reason, contacts: 0, also: [] };
  const before = key.contacts === 0 ? [] : await readWaitingKey(run, key);
  const taken = contacts.slice(0, Math.max(0, LIMITS.waitingPerKey - before.length));
  const links = new Set([...key.also, ...also.filter((number) => number !== key.number)]);
  await writeWaitingKey(run, { ...key, also: [...links] }, [...before, ...taken]);
  return { number: key.number, taken };
}
