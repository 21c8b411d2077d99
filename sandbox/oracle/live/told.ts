/**
 * One record of the app's outbox: which event told something, and from when until when its record was there. What the ticket was
 * like then is read from the helpdesk's past, never from the record.
 */
export interface ToldRecord {
  readonly id: string;
  readonly contactId: string;
  /** `ticket` of a creation that counts; `reply`, which tells nothing of its ticket; any other. */
  readonly kind: string;
  readonly ticketId: number;
  /** The second since 1970 in which the ticket became what the event told; null of a reply. */
  readonly changedAt: number | null;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  /** Null while it is there. */
  removedAt: number | null;
}

/** One reading of the outbox, by one run: when it began, and which records it showed. */
export interface Listing {
  readonly at: number;
  readonly shown: ReadonlySet<string>;
}

/** Everything that events told the app, and what its runs saw of it. */
export interface Told {
  readonly records: readonly ToldRecord[];
  /** In the order of time. */
  readonly listings: readonly Listing[];
}
