import { CONTACT_KINDS, type ContactKind, type RecordedContact } from '../contacts/contact';
import type { TicketFacts } from '../contacts/ticket-facts';
import { errorCode } from '../values/app-error';
import type { Log, RecordStore } from '../platform/ports';
import { formatInstant, parseInstant } from '../values/instant';
import { knownFields } from '../values/known-fields';
import { readField, readId, readSource } from '../values/read-field';

/**
 * Puts a record into the outbox; false when the store did not take it. One entity operation. A failure is only logged: with a
 * Freshdesk key the scan finds the contact.
 */
export async function putRecord(store: RecordStore, record: OutboxRecord, log: Log): Promise<boolean> {
  const contactId = record.contact_id;
  try {
    await store.create(record);
    log.info('recorded', { contactId });
    return true;
  } catch (error) {
    log.warn('not recorded; a scan finds it where there is one', { contactId, code: errorCode(error) });
    return false;
  }
}

/** A group's name as an event or a ticket page showed it; null: the group is gone. */
export interface SeenName {
  readonly groupId: number;
  readonly name: string | null;
  readonly how: 'event' | 'page';
  /** When it was changed or seen (ms). */
  readonly at: number;
}

/** What the entity `contacts` stores; config/entities.json declares the same fields. Absent: not known. */
export interface OutboxRecord {
  readonly contact_id: string;
  readonly kind: ContactKind | 'fact' | 'name';
  /** `0` of a name. */
  readonly ticket_id: string;
  readonly occurred_at: string;
  readonly source?: number;
  readonly group_id?: string;
  /** When Freshdesk changed the ticket to what this record tells; absent of replies and names. */
  readonly changed_at?: string;
  /** Of a reply, its author. */
  readonly requester_id?: string;
  /**
   * Words: `update deleted spam alert from:<group before, or 0> -deleted -spam` (turned) `b:<second a chat of U1 began, base 36>`,
   * of a name `event page gone`.
   */
  readonly flags?: string;
  readonly label?: string;
  readonly v: 1;
}

const FLAGS = ['deleted', 'spam', 'alert'] as const;
const TURNED = ['deleted', 'spam'] as const;

const BEGAN = 'b:';

/** U1 is dated when the ticket changed: its record tells in a word of its own when a chat began, which C5 needs. */
function beganWord({ createdAt, requesterId }: TicketFacts): string | false {
  return requesterId !== null && createdAt !== null && `${BEGAN}${(createdAt / 1000).toString(36)}`;
}

function readBegan(words: readonly string[]): number | null {
  const word = words.find((each) => each.startsWith(BEGAN));
  return word === undefined ? null : Number.parseInt(word.slice(BEGAN.length), 36) * 1000;
}

/** What a record tells of its ticket's facts beside the fields of its contact; the flags in at most 64 characters. */
function toldFields(told: TicketFacts, kind: Recorded['kind']) {
  const { changedAt, isUpdate, groupBefore, turned, requesterId, ...facts } = told;
  const words: readonly (string | false)[] = [
    isUpdate && 'update',
    ...FLAGS.map((name) => facts[name] && name),
    groupBefore !== undefined && `from:${groupBefore ?? 0}`,
    ...turned.map((name) => `-${name}`),
    kind === 'unknown' && beganWord(told),
  ];
  const flags = words.filter((word) => word !== false).join(' ');
  const person = requesterId === null ? null : String(requesterId);
  return {
    changed_at: formatInstant(changedAt),
    ...knownFields({ requester_id: person, flags: flags || null }),
  };
}

/** What a record is about: a contact, or a ticket of which it tells the facts alone. */
export type Recorded = Omit<RecordedContact, 'kind'> & { readonly kind: ContactKind | 'fact' };

/**
 * What stands in the place of a contact where an event tells the facts of a ticket and nothing that counts; null: nothing, as
 * with a Freshdesk key, where facts are asked for.
 */
export function factAlone(facts: TicketFacts | null, way: 'live' | 'checked'): Recorded | null {
  if (facts === null || way === 'checked') return null;
  const { ticketId, source, groupId, createdAt, changedAt } = facts;
  const occurredAt = createdAt ?? changedAt;
  return { contactId: `fact:${ticketId}`, kind: 'fact', ticketId, occurredAt, source, groupId };
}

/** The record of what an event told, with the facts of its ticket where it told them: ids and times, no personal data. */
export function toOutboxRecord(about: Recorded, facts: TicketFacts | null = null): OutboxRecord {
  const { contactId, kind, ticketId, occurredAt, source, groupId, authorId } = about;
  return {
    contact_id: contactId,
    kind,
    ticket_id: String(ticketId),
    occurred_at: formatInstant(occurredAt),
    ...knownFields({ source, group_id: groupId === null ? null : String(groupId) }),
    ...(facts === null ? {} : toldFields(facts, kind)),
    ...(authorId === undefined ? {} : { requester_id: String(authorId) }),
    v: 1,
  };
}

/** The record of a group's name. */
export function toNameRecord({ groupId, name, how, at }: SeenName): OutboxRecord {
  return {
    contact_id: `name:group:${groupId}`,
    kind: 'name',
    ticket_id: '0',
    occurred_at: formatInstant(at),
    group_id: String(groupId),
    flags: name === null ? `${how} gone` : how,
    ...knownFields({ label: name }),
    v: 1,
  };
}

/** What a stored record has; nothing of a record of another version. The store may give numbers back as texts. */
function readRecord(stored: unknown) {
  const data = readNumber(readField(stored, 'v')) === 1 ? stored : null;
  const flags = readField(data, 'flags');
  const label = readField(data, 'label');
  return {
    contactId: readField(data, 'contact_id'),
    kind: readField(data, 'kind'),
    ticketId: readId(readField(data, 'ticket_id')),
    occurredAt: parseInstant(readField(data, 'occurred_at')),
    changedAt: parseInstant(readField(data, 'changed_at')),
    source: readNumber(readField(data, 'source')),
    groupId: readId(readField(data, 'group_id')),
    personId: readId(readField(data, 'requester_id')),
    words: typeof flags === 'string' ? flags.split(' ') : [],
    label: typeof label === 'string' ? label : null,
  };
}

/** A whole number from 0; the entity store may give it back as a text. */
function readNumber(value: unknown): number | null {
  const isDigits = typeof value === 'string' && /^\d{1,15}$/.test(value);
  return readSource(isDigits ? Number(value) : value);
}

/** The contact of a stored record; null for a record of another version, and for one that tells no contact. */
export function parseOutboxRecord(data: unknown): RecordedContact | null {
  const { contactId, ticketId, occurredAt, source, groupId, personId, ...record } = readRecord(data);
  const kind = CONTACT_KINDS.find((each) => each === record.kind);
  if (typeof contactId !== 'string' || kind === undefined) return null;
  if (ticketId === null || occurredAt === null) return null;
  const author = knownFields({ authorId: kind === 'reply' ? personId : null });
  return { contactId, kind, ticketId, occurredAt, source, groupId, ...author };
}

/** The facts of the ticket that a stored record tells; null: none. */
export function parseFacts(data: unknown): TicketFacts | null {
  const { kind, ticketId, occurredAt, source, groupId, changedAt, personId, words } = readRecord(data);
  if (ticketId === null || source === null || changedAt === null) return null;
  const before = words.find((word) => word.startsWith('from:'));
  return {
    ...{ ticketId, source, groupId, changedAt, requesterId: personId },
    ...{ deleted: words.includes('deleted'), spam: words.includes('spam'), alert: words.includes('alert') },
    isUpdate: words.includes('update'),
    createdAt: kind === 'unknown' ? readBegan(words) : occurredAt,
    ...(before === undefined ? {} : { groupBefore: readId(before.slice('from:'.length)) }),
    turned: TURNED.filter((name) => words.includes(`-${name}`)),
  };
}

/** The name that a stored record tells; null: none. */
export function parseSeenName(data: unknown): SeenName | null {
  const { kind, groupId, occurredAt: at, label: name, words } = readRecord(data);
  const how = (['event', 'page'] as const).find((each) => words.includes(each));
  if (kind !== 'name' || groupId === null || at === null || how === undefined) return null;
  return words.includes('gone') || name !== null ? { groupId, name, how, at } : null;
}
