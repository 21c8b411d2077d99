import type { Cursor, CursorKind } from '../freshdesk/ticket-list-cursor';
import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { Ledger } from '../ledger/ledger';
import type { LedgerReader } from '../ledger/open-oldest';
import type { NamedContact, Origin } from '../naming/named-contact';
import type { NamingRun } from '../naming/name-contacts';
import type { SettlingRun } from '../outbox/settle-without-sending';
import type { RunBudget } from '../platform/run-budget';
import type { RunStore } from '../platform/run-store';
import type { Calendar } from '../values/calendar';
import { LIMITS } from '../values/limits';
import type { OwnSlice, Slice } from '../values/slice';

/** How far each list was checked when the key last saw all tickets. */
export type CheckedLists = Readonly<Record<CursorKind, number>> & {
  /** When that was; 0: never. */
  readonly at: number;
};

/** The slice `scan` of the state. All times are Freshdesk's, in milliseconds. `deep` is the daily recheck. */
export interface ScanState {
  /** Stored beside the slice. */
  readonly checkedUntil: number;
  /** Cursors under way. */
  readonly live: Cursor | null;
  readonly spam: Cursor | null;
  readonly deleted: Cursor | null;
  readonly deep: Cursor | null;
  /** Missing contacts that are not settled; stored under the key `found`. */
  readonly found: number;
  /** When the oldest of them happened: one of a ticket that was set aside, or of a past day, is older than `checkedUntil`. */
  readonly oldestFound: number | null;
  /** Deleted and spam tickets are checked up to here. */
  readonly spamUntil: number;
  readonly deletedUntil: number;
  /** Everything before is rechecked; and when the last recheck ended. */
  readonly deepUntil: number;
  readonly deepEndedAt: number | null;
  /** A day count is under way. */
  readonly counting: boolean;
  readonly lastFullScope: CheckedLists;
  /** Changed tickets a minute in the last live scan. */
  readonly rowsPerMinute: number;
}

/** The scan of a new installation. */
export function newScanState(cutOver: number): ScanState {
  return {
    checkedUntil: cutOver,
    live: null,
    spam: null,
    deleted: null,
    deep: null,
    found: 0,
    oldestFound: null,
    spamUntil: cutOver,
    deletedUntil: cutOver,
    deepUntil: cutOver,
    deepEndedAt: null,
    counting: false,
    lastFullScope: { at: 0, live: cutOver, spam: cutOver, deleted: cutOver, deep: cutOver },
    rowsPerMinute: 0,
  };
}

/** What the scan needs of a run. Only this room changes the slice `scan`. */
export interface ScanRun extends NamingRun, SettlingRun, LedgerReader {
  readonly store: RunStore;
  readonly cutOver: number;
  readonly ledger: Ledger;
  readonly budget: RunBudget;
  readonly session: FreshdeskSession;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly calendar: Calendar;
  readonly scan: OwnSlice<ScanState>;
  /** Sends named contacts in batches; contacts that are not sent stay where they were. */
  send(contacts: readonly NamedContact[], origin: Origin): Promise<void>;
  /** Writes the state; `more`: operations that follow. @ops 1 */
  save(more: number): Promise<void>;
}

/**
 * The age from which a contact counts as missing (ms): 15 minutes, in which events and their records come; where none can be
 * recorded, the settle window.
 */
export function scanAge({ outbox, now }: Pick<ScanRun, 'outbox' | 'now'>): number {
  const { silentSince } = outbox.value;
  const isAlone = silentSince !== null && now() - silentSince >= LIMITS.storeSilentMs;
  return isAlone ? LIMITS.scanAgeAloneMs : LIMITS.scanAgeMs;
}

/** The scan as it was when the key last saw all tickets. Idempotent. */
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

/** Rewinds the scan while the key may not see all tickets; else remembers how far it is checked with full scope. */
export function followScope({ scan, freshdesk }: Pick<ScanRun, 'scan' | 'freshdesk'>): void {
  const { scopeSeenAt: at } = freshdesk.value;
  if (at === 0) return scan.set(rewindToLastFullScope(scan.value));
  if (at === scan.value.lastFullScope.at) return;
  const { checkedUntil: live, spamUntil: spam, deletedUntil: deleted, deepUntil: deep } = scan.value;
  scan.change({ lastFullScope: { at, live, spam, deleted, deep } });
}

/** True when lists are complete: the key saw all tickets within the last hour. At most one call. */
export async function seesAllTickets(run: ScanRun): Promise<boolean> {
  const sees = await run.session.seesAllTickets();
  followScope(run);
  return sees;
}
