import type { RecordedContact, ContactKind } from '../contacts/contact';
import { errorCode } from '../values/app-error';
import type { Log, RecordStore } from '../platform/ports';
import { formatInstant, parseInstant } from '../values/instant';
import { readField, readId, readSource } from '../values/read-field';

/**
 * Puts a contact into the outbox. One entity operation. A failure is only logged: the scan finds the contact in Freshdesk.
 */
export async function recordContact(store: RecordStore, contact: RecordedContact, log: Log): Promise<void> {
  try {
    await store.create(toOutboxRecord(contact));
    log.info('contact recorded', { contactId: contact.contactId });
  } catch (error) {
    log.warn('contact not recorded, the scan will find it', {
      contactId: contact.contactId,
      code: errorCode(error),
    });
  }
}

/** A contact as the entity `contacts` stores it; config/entities.json declares the same fields. Absent: not known. */
export interface OutboxRecord {
  readonly contact_id: string;
  readonly kind: ContactKind;
  readonly ticket_id: string;
  readonly occurred_at: string;
  readonly source?: number;
  readonly group_id?: string;
  readonly v: 1;
}

const KINDS: readonly ContactKind[] = ['ticket', 'reply', 'unknown', 'left_out'];

/** The record of a contact: ids and times only, no personal data. */
export function toOutboxRecord(contact: RecordedContact): OutboxRecord {
  return {
    contact_id: contact.contactId,
    kind: contact.kind,
    ticket_id: String(contact.ticketId),
    occurred_at: formatInstant(contact.occurredAt),
    ...(contact.source === null ? {} : { source: contact.source }),
    ...(contact.groupId === null ? {} : { group_id: String(contact.groupId) }),
    v: 1,
  };
}

/** A whole number from 0; the entity store may give it back as a text. */
function readNumber(value: unknown): number | null {
  const isDigits = typeof value === 'string' && /^\d{1,15}$/.test(value);
  return readSource(isDigits ? Number(value) : value);
}

/** The contact of a stored record; null for a record of another version. */
export function parseOutboxRecord(data: unknown): RecordedContact | null {
  const contactId = readField(data, 'contact_id');
  const kind = KINDS.find((each) => each === readField(data, 'kind'));
  const ticketId = readId(readField(data, 'ticket_id'));
  const occurredAt = parseInstant(readField(data, 'occurred_at'));
  if (readNumber(readField(data, 'v')) !== 1 || typeof contactId !== 'string' || kind === undefined)
    return null;
  if (ticketId === null || occurredAt === null) return null;
  return {
    contactId,
    kind,
    ticketId,
    occurredAt,
    source: readNumber(readField(data, 'source')),
    groupId: readId(readField(data, 'group_id')),
  };
}
