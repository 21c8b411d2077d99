/** Status numbers of an account without custom statuses. */
export const STATUS = { open: 2, pending: 3, resolved: 4, closed: 5 } as const;

/** The timestamps of `include=stats`; null until set. */
export interface TicketStats {
  readonly agentRespondedAt: number | null;
  readonly requesterRespondedAt: number | null;
  readonly firstRespondedAt: number | null;
  readonly statusUpdatedAt: number | null;
  readonly reopenedAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  readonly pendingSince: number | null;
}

/** The number of a ticket's messages of each kind. */
export interface TicketCounts {
  readonly agentReplies: number;
  readonly customerReplies: number;
  readonly privateNotes: number;
  readonly publicNotes: number;
  readonly reopened: number;
}

/** One immutable state of a ticket; a change creates the next state. Timestamps are in milliseconds. */
export interface Ticket {
  readonly id: number;
  readonly modelId: number;
  readonly groupId: number | null;
  readonly source: number;
  readonly status: number;
  readonly priority: number;
  readonly type: string | null;
  readonly requesterId: number;
  readonly responderId: number | null;
  readonly subject: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isSpam: boolean;
  readonly isDeleted: boolean;
  readonly isArchived: boolean;
  readonly isOutbound: boolean;
  readonly importId: string | null;
  readonly supportEmail: string | null;
  readonly stats: TicketStats;
  readonly counts: TicketCounts;
}

/** A ticket state with its start time. */
export interface TicketVersion {
  readonly at: number;
  readonly ticket: Ticket;
}

/** The history of one ticket: its states, oldest first, and the time of its purge. */
export interface TicketRecord {
  readonly id: number;
  readonly versions: TicketVersion[];
  purgedAt: number | null;
}

/** Stats of a new ticket. */
export const NO_STATS: TicketStats = {
  agentRespondedAt: null,
  requesterRespondedAt: null,
  firstRespondedAt: null,
  statusUpdatedAt: null,
  reopenedAt: null,
  resolvedAt: null,
  closedAt: null,
  pendingSince: null,
};

/** Counts of a ticket without messages. */
export const NO_COUNTS: TicketCounts = {
  agentReplies: 0,
  customerReplies: 0,
  privateNotes: 0,
  publicNotes: 0,
  reopened: 0,
};
