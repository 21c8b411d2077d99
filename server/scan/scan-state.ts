import type { Walk } from './walk';

/** How far each list was checked. */
export interface CheckedLists {
  readonly live: number;
  readonly spam: number;
  readonly deleted: number;
  readonly deep: number;
}

/** What the scan keeps in `state`. All times are Freshdesk's, in milliseconds. */
export interface ScanState {
  /** Walks under way. */
  readonly live: Walk | null;
  readonly spam: Walk | null;
  readonly deleted: Walk | null;
  readonly deep: Walk | null;
  /** Contacts that walks found and no run has settled yet; they lie under their own key. */
  readonly found: number;
  /** Thrown-away tickets are checked up to here. */
  readonly spamUntil: number;
  readonly deletedUntil: number;
  /** The deep pass is through with everything before this moment; and when it last ended. */
  readonly deepUntil: number;
  readonly deepEndedAt: number | null;
  /** True while what Freshdesk shows of the deep pass's days is being counted. */
  readonly counting: boolean;
  /** When the key was last seen to see all tickets, and how far the scan was then. */
  readonly scopeSeenAt: number;
  readonly checkedAtScope: CheckedLists;
  /** Changed tickets a minute, as the last live walk found them: what a window will cost. */
  readonly rowsPerMinute: number;
  /** How far Freshdesk's clock is ahead of the platform's. */
  readonly aheadMs: number;
}

/** The scan of an app that was installed at this moment: nothing before it is ever looked at. */
export function newScanState(cutOver: number): ScanState {
  return {
    live: null,
    spam: null,
    deleted: null,
    deep: null,
    found: 0,
    spamUntil: cutOver,
    deletedUntil: cutOver,
    deepUntil: cutOver,
    deepEndedAt: null,
    counting: false,
    scopeSeenAt: 0,
    checkedAtScope: { live: cutOver, spam: cutOver, deleted: cutOver, deep: cutOver },
    rowsPerMinute: 0,
    aheadMs: 0,
  };
}
