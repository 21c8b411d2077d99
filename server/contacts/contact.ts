/**
 * What a contact is to the rest of the app: an id, a time, a ticket, a source and a group, and nothing about a person.
 * Words as in docs/counting.md.
 */

/** A ticket, a customer reply, a ticket that became unknown, or a ticket left out on purpose. Stored records count on this order. */
export const CONTACT_KINDS = ['ticket', 'reply', 'unknown', 'left_out'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What one event recorded, before its ticket is known. */
export interface RecordedContact {
  /** `ticket:<ticket id>`, `reply:<conversation id>` or `unknown:<ticket id>`; counted at most once, ever. */
  readonly contactId: string;
  readonly kind: ContactKind;
  readonly ticketId: number;
  /** Milliseconds since 1970, whole seconds. */
  readonly occurredAt: number;
  /** The ticket's source number; for a reply the ticket-source number of its channel, null when it follows its ticket. */
  readonly source: number | null;
  /** The group the event knew; null when there was none or the event could not know it. */
  readonly groupId: number | null;
  /** Of a reply, who wrote it, where an event told it. */
  readonly authorId?: number;
}

/** Where a contact counts. */
export interface QueuePlace {
  readonly source: number;
  readonly groupId: number | null;
}

/** A recorded contact that waits to be sent. */
export interface WaitingContact {
  readonly contact: RecordedContact;
  /** Every outbox record of the contact; none for what the scan or the import found. */
  readonly recordIds: readonly string[];
  /** When its first record was stored (ms), or when it happened if the store does not say. */
  readonly since: number;
  /** The queue's source and group, settled when the contact fell due; absent: those of its ticket when it is named. */
  readonly place?: QueuePlace;
}

/** Why something that happened in Freshdesk is not counted; the words of docs/counting.md. */
export const LEFT_OUT_REASONS = [
  'outbound',
  'internal task',
  'migrated',
  'before cut-over',
  'alert',
  'agent',
  'private',
  'survey',
  'part of ticket',
  'not a contact',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A ticket as Freshdesk's API shows it, reduced to what counting and naming need. */
export interface Ticket {
  readonly id: number;
  readonly source: number;
  readonly groupId: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Null when no customer has replied yet, undefined when the answer did not carry `stats`. */
  readonly requesterRespondedAt: number | null | undefined;
  readonly requesterId: number | null;
  readonly tags: readonly string[];
  readonly spam: boolean;
  readonly deleted: boolean;
  /** An agent has it; left out: not known. */
  readonly hasAgent?: boolean;
}

/** A ticket's state when a contact is named: found, or gone (deleted permanently, or never there). */
export type TicketState = { readonly kind: 'found'; readonly ticket: Ticket } | { readonly kind: 'gone' };

/** The decision about an event: a contact to record, or why nothing is counted. */
export type Decision =
  | { readonly kind: 'contact'; readonly contact: RecordedContact }
  | {
      readonly kind: 'left out';
      readonly reason: LeftOutReason;
      /** Recorded nevertheless, because Freshdesk's API will not show the reason again; null when it will. */
      readonly contact: RecordedContact | null;
    };

/** The number behind the colon of a contact id: a ticket's, or a conversation's. */
export function idOf(contactId: string): number {
  return Number(contactId.slice(contactId.indexOf(':') + 1));
}

/** True for the contact id of a customer reply. */
export function isReplyId(contactId: string): boolean {
  return contactId.startsWith('reply:');
}

/** The fields that events and Freshdesk's API share. */
type ShownTicket = Pick<Ticket, 'id' | 'source' | 'groupId' | 'createdAt' | 'updatedAt'>;

/** A ticket's own contact, dated when the ticket was created. */
export function ownContactOf({ id, source, groupId, createdAt }: ShownTicket): RecordedContact {
  return { contactId: `ticket:${id}`, kind: 'ticket', ticketId: id, occurredAt: createdAt, source, groupId };
}

/** The Unknown Tickets contact of a deleted or spam ticket (U1), dated when the ticket last changed. */
export function unknownContactOf({ id, source, groupId, updatedAt }: ShownTicket): RecordedContact {
  return {
    contactId: `unknown:${id}`,
    kind: 'unknown',
    ticketId: id,
    occurredAt: updatedAt,
    source,
    groupId,
  };
}

/** Freshdesk lists deleted and spam tickets separately; their contacts are Unknown. */
export function isDeletedOrSpam(ticket: Pick<Ticket, 'spam' | 'deleted'>): boolean {
  return ticket.spam || ticket.deleted;
}
