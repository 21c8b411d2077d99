/** A queue in which a contact is right, with every name that the queue may have. */
export interface RightQueue {
  readonly identifier: string;
  readonly names: readonly string[];
}

/** Which row of the counting table a contact comes from: a ticket, a reply, or a ticket thrown away. */
export type ContactKind = 'tickets' | 'replies' | 'unknown';

/** A contact that ought to be in injixo, whatever the app did. */
export interface TrueContact {
  readonly contactId: string;
  readonly kind: ContactKind;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** Further seconds that are right: a ticket thrown away is dated by the change that showed it. */
  readonly otherTimestamps: readonly number[];
  /** Queues in which it is right; the first is the expected one. */
  readonly queueIdentifiers: readonly string[];
  readonly queues: readonly RightQueue[];
  readonly queueName: string;
  /** The contact of the same ticket whose arrival in an Unknown queue makes this one needless. */
  readonly orElse: string | undefined;
  /** Right when it is there, and no loss when it is not. */
  readonly isOptional: boolean;
  readonly note: string;
}

/** What the app was told when it was installed, and how soon contacts are named. Moments are in milliseconds. */
export interface TruthOptions {
  readonly cutOver: number;
  /** Start of the imported history; nothing is imported when left out. */
  readonly historyFrom?: number;
  /** What happens within this time after a contact may show in its queue; longer after an outage. 30 minutes when left out. */
  readonly namedWithinMs?: number;
  /** How old what Freshdesk's list shows may be; fresh when left out. */
  readonly staleMs?: number;
}
