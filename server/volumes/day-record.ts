import type { LeftOutReason } from '../contacts/contact';

/** A day of the account as Freshdesk's lists show it. */
export interface ShownDay {
  /** Tickets created on the day that are neither spam nor deleted. */
  readonly tickets: number;
  /** Of these, those with neither a group nor an agent: Freshdesk's Analytics leaves them out. */
  readonly unassigned: number;
  /** Spam and deleted tickets that would otherwise be contacts, and of these the spam ones. */
  readonly deletedOrSpam: number;
  readonly spam: number;
  /** Those of `tickets` that are contacts, by present group and source: `<group id | none>:<source>`; null: more than are kept. */
  readonly queues: Readonly<Record<string, number>> | null;
  /** Tickets that are neither spam nor deleted, and conversations, that are not contacts, by reason. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** The value under a `day:` key. */
export interface DayRecord extends ShownDay {
  readonly v: 1;
  /** When the daily recheck counted (ms). */
  readonly lookedAt: number;
  /** The beginning of the count (ms): on the day of the installation it is later than midnight. */
  readonly from: number;
}
