import type { LeftOutReason } from '../contacts/contact';

/** What Freshdesk shows of one day of the account. */
export interface ShownDay {
  /** Tickets created on the day that are neither spam nor deleted, and those that are and would else be contacts. */
  readonly tickets: number;
  readonly thrownAway: number;
  /** Of the tickets that are not thrown away and of the conversations read, those that are no contacts, by reason. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** The value under a `day:` key. */
export interface DayRecord extends ShownDay {
  readonly v: 1;
  /** When the deep pass looked (ms), and from when on it counted: on the day of the installation not from midnight. */
  readonly lookedAt: number;
  readonly from: number;
}
