/** Why contacts wait under a key of their own: for a name, for their ticket's facts, or until injixo takes contacts. */
export const WAIT_REASONS = ['names', 'facts', 'sending'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** A group or source whose name some contacts wait for. */
export interface NeededName {
  readonly kind: 'group' | 'source';
  readonly id: number;
  readonly oldestDueAt: number;
  /** The keys in which they wait, and how many in each. */
  readonly keys: readonly (readonly [number: number, contacts: number])[];
  /** The queues they will be in: the source of a group's, the group of a source's (0: none), and their kind; a few at most. */
  readonly queues: readonly (readonly [other: number, kind: 'tickets' | 'replies'])[];
}

/** What the state says of the contacts under `waiting:<number>`. Times in milliseconds. */
export interface WaitingKey {
  readonly number: number;
  readonly reason: WaitReason;
  readonly contacts: number;
  /** When the first fell due; of those that wait for facts, when it was recorded. */
  readonly oldestAt: number;
  /** When the oldest of them happened. */
  readonly happenedAt: number;
  /** Another key with replies of the same tickets. */
  readonly also: readonly number[];
}

/** Contacts that need what no run can get yet. */
export interface KeptWaiting {
  /** The number of the next key. */
  readonly next: number;
  readonly keys: readonly WaitingKey[];
  /** The names that are missing, those of most contacts first; not all where these are very many. */
  readonly needs: readonly NeededName[];
  /** Tickets for which facts came since replies began to wait, and the key of those. */
  readonly came: readonly (readonly [ticketId: number, key: number])[];
}

/** What one run tells the next about the outbox. */
export interface OutboxState {
  /** When the oldest waiting contact happened (ms), as far as is known. */
  readonly oldestWaiting: number | null;
  /** When the newest record that a run has read was stored (ms); null: none was ever read. */
  readonly recordedAt: number | null;
  /** Contacts recorded a minute lately. */
  readonly perMinute: number;
  /** Contacts left out on purpose since the installation. */
  readonly leftOut: number;
  /** Records in it that cannot be read. */
  readonly unreadable: number;
  readonly waiting: KeptWaiting;
  /** Records that runs were to delete and could not; a few hundred at most. */
  readonly undeleted: readonly string[];
  /** Since when the entity store has not answered (ms); null: it answers. */
  readonly silentSince: number | null;
}

/** Before anything was recorded. */
export const EMPTY_OUTBOX: OutboxState = {
  oldestWaiting: null,
  recordedAt: null,
  perMinute: 0,
  leftOut: 0,
  unreadable: 0,
  undeleted: [],
  waiting: { next: 1, keys: [], needs: [], came: [] },
  silentSince: null,
};
