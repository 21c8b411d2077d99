/** What the server functions answer. Times are milliseconds, days `YYYY-MM-DD` in the account's time zone. */

/** The light as the server decided it. */
export interface Light {
  readonly kind: 'action needed' | 'delayed' | 'importing' | 'waiting for the first contact' | 'operational';
  readonly code?: string;
  readonly since?: number | null;
  /** What delays all other contacts while a person decides about held ones. */
  readonly also?: string;
  readonly nextTryAt?: number;
}

/** What is known of an import before it begins. */
export interface HistoryPlan {
  readonly tickets: number;
  readonly changed: number;
  readonly gap: number | null;
  readonly minutes: number;
}

/** The initial import. */
export interface History {
  readonly state: 'planned' | 'running' | 'paused' | 'cancelled' | 'done';
  readonly from: number;
  readonly until: number;
  readonly tickets: number;
  readonly contacts: number;
  /** All the app has made, for live contacts too. */
  readonly queues: number;
  readonly calls: number;
  readonly doneUntil: number | null;
  readonly minutesLeft: number | null;
  readonly plan: HistoryPlan | null;
  readonly outOfReach: readonly string[];
  readonly problem: { readonly code: string } | null;
}

/** What the last run used of the platform's and of Freshdesk's limits. */
export interface Use {
  readonly keyValueOps: number;
  readonly keyValueLimit: number;
  readonly entityOps: number;
  readonly entityLimit: number;
  readonly freshdeskCalls: number;
  readonly freshdeskLimit: number | null;
}

/** The delays of live contacts of today, and how many contacts were accepted. */
export interface Today {
  readonly day: string;
  readonly accepted: number;
  readonly medianSeconds: number | null;
  readonly worstSeconds: number | null;
}

/** What the last run prepared for this page. What an older version had not written yet may be missing. */
export interface Overview {
  readonly lastRunAt: number;
  readonly installedAt: number;
  readonly completeUntil: number | null;
  /** The start of the history that another installation would need; null while that cannot be said. */
  readonly nextStart?: number | null;
  readonly lastAcceptedAt: number | null;
  readonly lastAnswerAt: number | null;
  readonly accepted: number;
  readonly repaired: number;
  readonly waiting: number;
  readonly due: number;
  readonly unclear: number;
  readonly parked: number;
  readonly leftOut: number;
  readonly queues: number;
  readonly history: History | null;
  readonly timeZone?: string | null;
  readonly today?: Today;
  readonly accepted7Days?: number;
  readonly deepEndedAt?: number | null;
  readonly entityStoreAvailable?: boolean;
  readonly use?: Use;
  readonly alert?: { readonly ticketId: number | null; readonly openedAt: number } | null;
}

/** All that the page needs to open; null until the first run has ended. */
export interface OverviewAnswer {
  readonly overview: Overview | null;
  readonly light: Light | null;
  readonly version?: string;
}

/** A source queue with its counts; `trend` has one number for each of the last 28 days. */
export interface Queue {
  readonly identifier: string;
  readonly name: string;
  readonly channel: string;
  readonly today: number;
  readonly days7: number;
  readonly days28: number;
  readonly trend: readonly number[];
  readonly lastAt: number | null;
  readonly renamedTo: string | null;
}

/** All source queues, and the days that their trends count. */
export interface QueuesAnswer {
  readonly days: readonly string[];
  readonly queues: readonly Queue[];
}

/** Quarters of an hour, counted from the beginning of the local day, with the contacts in them. */
export type Slots = readonly (readonly [slot: number, count: number])[];

/** One local day, which has 92, 96 or 100 quarters of an hour. */
export interface DayAnswer {
  readonly day: string;
  readonly from: number;
  readonly to: number;
  readonly slotMinutes: number;
  readonly queues: readonly { readonly identifier: string; readonly name: string; readonly slots: Slots }[];
  readonly repaired: Slots;
  readonly completeUntil: number | null;
  /** Before this moment there are no quarters of an hour: the import is counted by days. */
  readonly completeFrom: number | null;
}

/** Up to 35 local days. */
export interface DaysAnswer {
  readonly days: readonly string[];
  readonly queues: readonly {
    readonly identifier: string;
    readonly name: string;
    readonly counts: readonly number[];
  }[];
  readonly repaired: readonly number[];
  readonly completeUntil: number | null;
  readonly completeFrom: number | null;
}

/** What injixo and Freshdesk count for a day, and what lies between. */
export interface DifferenceAnswer {
  readonly day: string;
  /** When the deep pass read Freshdesk's lists, and from when on it counted. */
  readonly lookedAt: number | null;
  readonly countedFrom?: number | null;
  readonly injixo: {
    readonly tickets: number;
    readonly replies: number;
    readonly unknownTickets: number;
    readonly unknownReplies: number;
  };
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  /** Tickets created on the day: those still there, and those deleted or marked as spam since. */
  readonly freshdeskTickets: number | null;
  readonly thrownAway: number | null;
}

/** A batch that waits for a person, or that a person discarded. */
export interface HeldBatch {
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  readonly contacts: number;
  readonly at: number;
}

/** Batches that wait for a person, and those that a person may still restore. */
export interface HeldAnswer {
  readonly held: readonly HeldBatch[];
  readonly discarded: readonly HeldBatch[];
}

/** The contacts of a batch, and the code that says why it is held. */
export interface BatchAnswer {
  readonly number: number;
  readonly code: string | null;
  readonly contacts: readonly {
    readonly contactId: string;
    readonly at: number;
    readonly queue: string;
  }[];
}

/** One line of the settings check; `code` says why it is not fine. */
export interface Check {
  readonly check: string;
  readonly result: 'ok' | 'failed' | 'unknown';
  readonly code: string | null;
}

/** What the settings check found, and when. */
export interface ChecksAnswer {
  readonly at: number;
  readonly checks: readonly Check[];
  readonly use?: Use | null;
}

/** The file for support. */
export interface SupportAnswer {
  readonly file: object;
}
