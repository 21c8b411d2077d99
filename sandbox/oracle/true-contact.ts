/** A right queue of a contact, with all names it may have. */
export interface RightQueue {
  readonly identifier: string;
  readonly names: readonly string[];
}

/** The kind of row in the counting table: a ticket, a reply, or a deleted or spam ticket. */
export type ContactKind = 'tickets' | 'replies' | 'unknown';

/** A contact that is expected in injixo, regardless of the app. */
export interface TrueContact {
  readonly contactId: string;
  readonly kind: ContactKind;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** Further right timestamps: the contact of a deleted ticket is dated by the change that showed the deletion. */
  readonly otherTimestamps: readonly number[];
  /** The right queues; the first is the expected one. */
  readonly queueIdentifiers: readonly string[];
  readonly queues: readonly RightQueue[];
  readonly queueName: string;
  /** Instead of `queues`, where these depend on when injixo accepted the contact (ms). */
  readonly queuesBy?: (acceptedAt: number) => readonly RightQueue[];
  /** A contact of the same ticket that makes this one unnecessary once it is in an Unknown queue. */
  readonly orElse: string | undefined;
  /** True if the contact may be present or missing. */
  readonly isOptional: boolean;
  readonly note: string;
}

/** The app's settings at the installation, and how soon contacts are named. Timestamps are in milliseconds. */
export interface TruthOptions {
  readonly cutOver: number;
  /** Start of the imported history; no import if omitted. */
  readonly historyFrom?: number;
  /** A contact may reflect changes within this time after it; longer after an outage. 30 minutes by default. */
  readonly namedWithinMs?: number;
  /** The maximum delay of Freshdesk's list; none by default. */
  readonly staleMs?: number;
}
