import type { Cursor, CursorKind } from '../freshdesk/ticket-list-cursor';
import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { LedgerReader, Ledger } from '../ledger/ledger';
import type { NamedContact, Origin } from '../naming/named-contact';
import type { NamingRun } from '../naming/name-contacts';
import type { SettlingRun } from '../outbox/settle-without-sending';
import type { KeyValueStore } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import type { Calendar } from '../values/calendar';
import type { OwnSlice, Slice } from '../values/slice';

/** How far each list was checked when the key was seen to see all tickets. */
export type CheckedLists = Readonly<Record<CursorKind, number>> & {
  /** When that was; 0: never. */
  readonly at: number;
};

/** What one run tells the next about the scan. All times are Freshdesk's, in milliseconds. */
export interface ScanState {
  /** Up to here the scan knows of every contact; stored beside the slice, for the page. */
  readonly checkedUntil: number;
  /** Cursors under way. */
  readonly live: Cursor | null;
  readonly spam: Cursor | null;
  readonly deleted: Cursor | null;
  readonly deep: Cursor | null;
  /** Missing contacts that no run has settled yet; they lie under their own key. */
  readonly found: number;
  /** Deleted and spam tickets are checked up to here. */
  readonly spamUntil: number;
  readonly deletedUntil: number;
  /** The daily recheck is through with everything before this moment; and when it last ended. */
  readonly deepUntil: number;
  readonly deepEndedAt: number | null;
  /** True while what Freshdesk shows of the recheck's days is being counted. */
  readonly counting: boolean;
  readonly lastFullScope: CheckedLists;
  /** Changed tickets a minute, as the last live scan found them: what a window will cost. */
  readonly rowsPerMinute: number;
}

/** The scan of an app that was installed at this moment: nothing before it is ever looked at. */
export function newScanState(cutOver: number): ScanState {
  return {
    checkedUntil: cutOver,
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
    lastFullScope: { at: 0, live: cutOver, spam: cutOver, deleted: cutOver, deep: cutOver },
    rowsPerMinute: 0,
  };
}

/** What the scan needs of a run. It alone changes the slice `scan`. */
export interface ScanRun extends NamingRun, SettlingRun, LedgerReader {
  readonly store: KeyValueStore;
  readonly ledger: Ledger;
  readonly budget: RunBudget;
  readonly session: FreshdeskSession;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly calendar: Calendar;
  readonly scan: OwnSlice<ScanState>;
  /** Sends named contacts in batches; what is not sent stays where it was. */
  send(contacts: readonly NamedContact[], origin: Origin): Promise<void>;
}

/** The scan as it was when the key last saw all tickets: what it checked since may have lacked some. Idempotent. */
export function rewindToLastFullScope(scan: ScanState): ScanState {
  const { live, spam, deleted, deep } = scan.lastFullScope;
  return {
    ...scan,
    checkedUntil: Math.min(scan.checkedUntil, live),
    live: null,
    spam: null,
    deleted: null,
    deep: null,
    spamUntil: Math.min(scan.spamUntil, spam),
    deletedUntil: Math.min(scan.deletedUntil, deleted),
    deepUntil: Math.min(scan.deepUntil, deep),
  };
}

function withFullScope(scan: ScanState, at: number): ScanState {
  const { checkedUntil: live, spamUntil: spam, deletedUntil: deleted, deepUntil: deep } = scan;
  return { ...scan, lastFullScope: { at, live, spam, deleted, deep } };
}

/** Follows what the session knows of the key: rewinds while it may not see all tickets, else remembers how far it saw them. */
export function followScope({ scan, freshdesk }: Pick<ScanRun, 'scan' | 'freshdesk'>): void {
  const { scopeSeenAt } = freshdesk.value;
  if (scopeSeenAt === 0) scan.set(rewindToLastFullScope(scan.value));
  else if (scopeSeenAt !== scan.value.lastFullScope.at) scan.set(withFullScope(scan.value, scopeSeenAt));
}

/** True when lists may be believed: the key was seen to see all tickets within the hour. At most one call. */
export async function seesAllTickets(run: ScanRun): Promise<boolean> {
  const sees = await run.session.seesAllTickets();
  followScope(run);
  return sees;
}
