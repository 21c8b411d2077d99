import type { AccountZone } from '../freshdesk/time-zone';
import { NOTHING_LEARNED, type QuotaMemory } from '../freshdesk/quota';
import type { HistoryView } from '../history/history-view';
import { AppError, ERROR_CODES } from '../values/app-error';
import { LIMITS } from '../values/limits';
import type { SpentOps } from '../platform/entity-budget';
import type { OpsRecord } from '../platform/run-budget';
import { NO_ALERT, type Alert } from '../alert/alert-state';
import { newScanState, type ScanState } from '../scan/scan-state';
import type { Failure } from '../status/failures';

/** How batches are sent: as usual, after asking first, one contact alone, or not before a person has acted. */
export const MODES = ['normal', 'probe', 'single', 'paused'] as const;
export type Mode = (typeof MODES)[number];

/** A batch that waits for a person's decision; its contacts lie under `held:<number>`. */
export interface HeldBatch {
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  readonly contacts: number;
  readonly at: number;
}

/** Totals since the installation, for the page; what was accepted is counted in the batch note. */
export interface Counters {
  readonly leftOut: number;
}

/** What one run tells the next, under the key `state`. All times in milliseconds. */
export interface State {
  readonly v: 1;
  readonly cutOver: number;
  /** The scan's cursor. */
  readonly checkedUntil: number;
  readonly completeUntil: number | null;
  /** When the oldest contact happened that waits in the outbox, as far as is known. */
  readonly oldestWaiting: number | null;
  readonly mode: Mode;
  /** Contacts in the next batch, at most. */
  readonly batchLimit: number;
  readonly failure: Failure | null;
  /** No request to injixo before this moment. */
  readonly notBefore: number | null;
  /** Contacts that injixo refused alone since it last accepted one. */
  readonly refused: readonly string[];
  /** When injixo last accepted something or answered the empty request. */
  readonly lastAnswerAt: number | null;
  readonly freshdeskFailure: Failure | null;
  readonly quota: QuotaMemory;
  readonly held: readonly HeldBatch[];
  /** Held batches a person discarded, and may restore. */
  readonly discarded: readonly HeldBatch[];
  readonly counters: Counters;
  readonly lastTickAt: number | null;
  /** Minutes between ticks, as the recurring schedule says. */
  readonly tickMinutes: number;
  /** Contacts a minute that came in lately: whether runs between the ticks are worth having. */
  readonly contactsPerMinute: number;
  readonly ops: OpsRecord | null;
  readonly scan: ScanState;
  /** Contacts that injixo refused alone while others were accepted: parked when they come up again. */
  readonly suspects: readonly string[];
  /** Contacts refused while the request was at fault: parked when they are refused alone once more. */
  readonly triedAgain: readonly string[];
  /** Entity operations of the last run, which the next one may still have in its minute. */
  readonly entityOps: SpentOps | null;
  /** Who was told of what needs a person. */
  readonly alert: Alert;
  /** What the page shows of the import of the history; null: none was ever wanted. */
  readonly history: HistoryView | null;
  /** The account's time zone; null: it was not asked yet. */
  readonly zone: AccountZone | null;
}

/** The state of an app that was just installed. */
export function newState(cutOver: number): State {
  return {
    v: 1,
    cutOver,
    checkedUntil: cutOver,
    completeUntil: null,
    oldestWaiting: null,
    mode: 'normal',
    batchLimit: LIMITS.batchContacts,
    failure: null,
    notBefore: null,
    refused: [],
    lastAnswerAt: null,
    freshdeskFailure: null,
    quota: NOTHING_LEARNED,
    held: [],
    discarded: [],
    counters: { leftOut: 0 },
    lastTickAt: null,
    tickMinutes: LIMITS.tickMinutes[0],
    contactsPerMinute: 0,
    ops: null,
    scan: newScanState(cutOver),
    suspects: [],
    alert: NO_ALERT,
    history: null,
    triedAgain: [],
    entityOps: null,
    zone: null,
  };
}

/**
 * The stored state, or a new one when there is none. Fields that an older version did not write get their first value;
 * a record of a version this code does not know stops the run, before anything is sent on a guess.
 */
export function parseState(stored: unknown, cutOver: number): State {
  if (stored === undefined) return newState(cutOver);
  const record = stored as Partial<State> | null | undefined;
  if (record?.v !== 1 || typeof record.cutOver !== 'number') {
    throw new AppError(ERROR_CODES.recordUnreadable, 'The app state cannot be read');
  }
  return { ...newState(record.cutOver), ...record };
}
