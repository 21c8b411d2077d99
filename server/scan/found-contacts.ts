import type { RecordedContact, Ticket } from '../contacts/contact';
import { isThrownAway } from '../contacts/contact-of-ticket';
import { AppError, ERROR_CODES } from '../platform/app-error';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';

/**
 * Contacts the scan met and has not yet looked up in the ledger or sent. They lie under one key, so that a walk can go on
 * while its finds are settled hour by hour: a ledger key serves many contacts of one hour, and only few of a ticket.
 */
export interface FoundContact {
  readonly contact: RecordedContact;
  /** The queue's source and group as the ticket had them when it was listed. */
  readonly source: number;
  readonly groupId: number | null;
  /** The ticket is spam or deleted. */
  readonly unknown: boolean;
}

type Stored = readonly [
  id: string,
  seconds: number,
  ticketId: number,
  source: number,
  groupId: number,
  unknown: 0 | 1,
];

/** The value under `found`. */
interface FoundRecord {
  readonly v: 1;
  readonly contacts: readonly Stored[];
}

const KINDS = ['ticket', 'unknown', 'reply'] as const;

function read([contactId, seconds, ticketId, source, groupId, unknown]: Stored): FoundContact {
  return {
    contact: {
      contactId,
      kind: KINDS.find((kind) => contactId.startsWith(kind)) ?? 'reply',
      ticketId,
      occurredAt: seconds * 1000,
      source: null,
      groupId: null,
    },
    source,
    groupId: groupId === 0 ? null : groupId,
    unknown: unknown === 1,
  };
}

function write({ contact, source, groupId, unknown }: FoundContact): Stored {
  const { contactId, occurredAt, ticketId } = contact;
  return [contactId, occurredAt / 1000, ticketId, source, groupId ?? 0, unknown ? 1 : 0];
}

/** A find on a ticket as the list showed it; `source` is the contact's own, which may differ from the ticket's. */
export function foundOn(ticket: Ticket, contact: RecordedContact, source: number): FoundContact {
  return { contact, source, groupId: ticket.groupId, unknown: isThrownAway(ticket) };
}

/** Reads what earlier runs left. One operation. */
export async function readFound(store: KeyValueStore): Promise<readonly FoundContact[]> {
  const record = ((await store.get(KEYS.found)) ?? { v: 1 }) as Partial<FoundRecord>;
  // The walks have passed these contacts: nobody would look for them again.
  if (record.v !== 1) throw new AppError(ERROR_CODES.recordUnreadable, 'What the scan found cannot be read');
  return (record.contacts ?? []).map(read);
}

/** Keeps what is left for the next run. One operation. */
export async function writeFound(store: KeyValueStore, found: readonly FoundContact[]): Promise<void> {
  const record: FoundRecord = { v: 1, contacts: found.map(write) };
  await store.set(KEYS.found, record);
}

/** Both lists, each contact once. */
export function mergeFound(a: readonly FoundContact[], b: readonly FoundContact[]): readonly FoundContact[] {
  return [...new Map([...b, ...a].map((each) => [each.contact.contactId, each])).values()];
}
