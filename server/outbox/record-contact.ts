import type { RecordedContact, ContactKind } from '../contacts/contact';
import type { TicketFacts } from '../contacts/ticket-facts';
import { errorCode } from '../values/app-error';
import type { Log, RecordStore } from '../platform/ports';
import { formatInstant, parseInstant } from '../values/instant';
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
  /** Words: `update deleted spam alert from:<group before, or 0> -deleted -spam` (turned), of a name `event page gone`. */
  readonly flags?: string;
  readonly label?: string;
  readonly v: 1;
}

const KINDS: readonly ContactKind[] = ['ticket', 'reply', 'unknown', 'left_out'];
const FLAGS = ['deleted', 'spam', 'alert'] as const;
const TURNED = ['deleted', 'spam'] as const;

/** The flags in at most 64 characters. */
function flagsOf({ isUpdate, groupBefore, turned, ...facts }: TicketFacts): string {
  const words: readonly (string | false)[] = [
    isUpdate && 'update',
    ...FLAGS.map((name) => facts[name] && name),
    groupBefore !== undefined && `from:${groupBefore ?? 0}`,
    ...turned.map((name) => `-${name}`),
  ];
  return words.filter((word) => word !== false).join(' ');
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

/** What a record tells of the ticket beside its contact. */
function factsIn(facts: TicketFacts): Partial<OutboxRecord> {
  const flags = flagsOf(facts);
  return {
    changed_at: formatInstant(facts.changedAt),
    ...(facts.requesterId === null ? {} : { requester_id: String(facts.requesterId) }),
    ...(flags === '' ? {} : { flags }),
  };
}

/** The record of what an event told, with the facts of its ticket where it told them: ids and times, no personal data. */
export function toOutboxRecord(about: Recorded, facts: TicketFacts | null = null): OutboxRecord {
  const { contactId, kind, ticketId, occurredAt, source, groupId, authorId } = about;
  return {
    contact_id: contactId,
    kind,
    ticket_id: String(ticketId),
    occurred_at: formatInstant(occurredAt),
    ...(source === null ? {} : { source }),
    ...(groupId === null ? {} : { group_id: String(groupId) }),
    ...(authorId === undefined ? {} : { requester_id: String(authorId) }),
    ...(facts === null ? {} : factsIn(facts)),
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
    ...(name === null ? {} : { label: name }),
    v: 1,
  };
}

/** A whole number from 0; the entity store may give it back as a text. */
function readNumber(value: unknown): number | null {
  const isDigits = typeof value === 'string' && /^\d{1,15}$/.test(value);
  return readSource(isDigits ? Number(value) : value);
}

function isOfThisVersion(data: unknown): boolean {
  return readNumber(readField(data, 'v')) === 1;
}

/** The kind of the contact that a record tells; null: it tells none, or is of another version. */
function kindIn(data: unknown): ContactKind | null {
  const kind = KINDS.find((each) => each === readField(data, 'kind'));
  return isOfThisVersion(data) ? (kind ?? null) : null;
}

/** The contact of a stored record; null for a record of another version, and for one that tells no contact. */
export function parseOutboxRecord(data: unknown): RecordedContact | null {
  const contactId = readField(data, 'contact_id');
  const kind = kindIn(data);
  const ticketId = readId(readField(data, 'ticket_id'));
  const occurredAt = parseInstant(readField(data, 'occurred_at'));
  if (kind === null || typeof contactId !== 'string') return null;
  if (ticketId === null || occurredAt === null) return null;
  const authorId = kind === 'reply' ? readId(readField(data, 'requester_id')) : null;
  return {
    contactId,
    kind,
    ticketId,
    occurredAt,
    source: readNumber(readField(data, 'source')),
    groupId: readId(readField(data, 'group_id')),
    ...(authorId === null ? {} : { authorId }),
  };
}

function readWords(data: unknown): readonly string[] {
  const flags = readField(data, 'flags');
  return typeof flags === 'string' ? flags.split(' ') : [];
}

function readFlags(
  data: unknown,
): Pick<TicketFacts, (typeof FLAGS)[number] | 'isUpdate' | 'turned' | 'groupBefore'> {
  const words = readWords(data);
  const before = words.find((word) => word.startsWith('from:'));
  return {
    ...{ deleted: words.includes('deleted'), spam: words.includes('spam'), alert: words.includes('alert') },
    isUpdate: words.includes('update'),
    ...(before === undefined ? {} : { groupBefore: readId(before.slice('from:'.length)) }),
    turned: TURNED.filter((name) => words.includes(`-${name}`)),
  };
}

/** The facts of the ticket that a stored record tells; null: none. */
export function parseFacts(data: unknown): TicketFacts | null {
  const ticketId = readId(readField(data, 'ticket_id'));
  const source = readNumber(readField(data, 'source'));
  const changedAt = parseInstant(readField(data, 'changed_at'));
  if (!isOfThisVersion(data) || ticketId === null || source === null || changedAt === null) return null;
  return {
    ...{ ticketId, source, changedAt, ...readFlags(data) },
    groupId: readId(readField(data, 'group_id')),
    // U1 is dated when the ticket changed.
    createdAt: readField(data, 'kind') === 'unknown' ? null : parseInstant(readField(data, 'occurred_at')),
    requesterId: readId(readField(data, 'requester_id')),
  };
}

/** The name in a record: null of a group that is gone, undefined where there is none. */
function labelIn(data: unknown): string | null | undefined {
  const label = readField(data, 'label');
  if (typeof label === 'string') return label;
  return readWords(data).includes('gone') ? null : undefined;
}

/** The name that a stored record tells; null: none. */
export function parseSeenName(data: unknown): SeenName | null {
  if (readField(data, 'kind') !== 'name' || !isOfThisVersion(data)) return null;
  const groupId = readId(readField(data, 'group_id'));
  const at = parseInstant(readField(data, 'occurred_at'));
  const words = readWords(data);
  const how = (['event', 'page'] as const).find((each) => words.includes(each));
  const name = labelIn(data);
  const isWhole = groupId !== null && at !== null && how !== undefined && name !== undefined;
  return isWhole ? { groupId, name, how, at } : null;
}
