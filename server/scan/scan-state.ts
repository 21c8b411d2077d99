import type { Cursor } from '../freshdesk/ticket-list-cursor';

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
  readonly live: Cursor | null;
  readonly spam: Cursor | null;
  readonly deleted: Cursor | null;
  readonly deep: Cursor | null;
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
  readonly lastFullScope: CheckedLists;
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
    lastFullScope: { live: cutOver, spam: cutOver, deleted: cutOver, deep: cutOver },
    rowsPerMinute: 0,
    aheadMs: 0,
  };
}

/** The scan as it was when the key last saw all tickets: what it checked since may have lacked some. */
export function rewindToLastFullScope<T extends { readonly scan: ScanState; readonly checkedUntil: number }>(
  state: T,
): T {
  const { scan } = state;
  const { live, spam, deleted, deep } = scan.lastFullScope;
  return {
    ...state,
    checkedUntil: Math.min(state.checkedUntil, live),
    scan: {
      ...scan,
      live: null,
      spam: null,
      deleted: null,
      deep: null,
      spamUntil: Math.min(scan.spamUntil, spam),
      deletedUntil: Math.min(scan.deletedUntil, deleted),
      deepUntil: Math.min(scan.deepUntil, deep),
      scopeSeenAt: 0,
    },
  };
}
