import { NO_ALERT, type Alert } from '../alert/alert-state';
import { NOTHING_KNOWN, type FreshdeskState } from '../freshdesk/session';
import type { HistoryView } from '../history/history-view';
import { EMPTY_OUTBOX, type OutboxState } from '../outbox/outbox-state';
import type { SpentOps } from '../platform/entity-budget';
import type { OpsRecord } from '../platform/run-budget';
import type { LostRecords } from '../platform/run-store';
import type { InFlightBatch } from '../sending/in-flight-batch';
import { newScanState, type ScanState } from '../scan/scan-state';
import { NOTHING_HELD, NOTHING_SENT, type HeldState, type SendingState } from '../sending/sending-state';
import { NO_ACTIVITY, withLeast, type ActivityState } from '../status/activity';
import { AppError, ERROR_CODES } from '../values/app-error';
import { isEmptyRecord } from '../values/empty-record';
import { LIMITS } from '../values/limits';
import { shrinkToFit } from '../values/shrink-to-fit';
import { createSlice, type OwnSlice } from '../values/slice';

/** The slice `schedule`. */
export interface ScheduleState {
  /** When the last tick began (ms). */
  readonly lastTickAt: number | null;
  /** Minutes between ticks. */
  readonly tickMinutes: number;
  /** When the recurring schedule that fired last was made anew (ms); null: it is the one of the installation. */
  readonly madeAt: number | null;
}

/** Operations of the last run; they may still count in the minute of the next. */
export interface SpentState {
  readonly keyValue: OpsRecord | null;
  readonly entity: SpentOps | null;
}

/** What the state remembers of other records, so that it shows when one of them is gone. */
export interface Remembered {
  readonly batch: Pick<InFlightBatch, 'number' | 'accepted' | 'repaired' | 'newestAt' | 'acceptedAt'>;
  /** Queues stored in the registry. */
  readonly queues: number;
}

/** All records that the store lost, and when that was last seen (ms). */
export interface LostSoFar extends LostRecords {
  readonly at: number;
}

/** The value under `state`: a slice for each room. All times in milliseconds. */
export interface State {
  readonly v: 1;
  readonly cutOver: number;
  /** False: nothing knew the installation time any more, and the cut-over is the time of the oldest record. */
  readonly isCutOverKnown: boolean;
  readonly checkedUntil: number;
  readonly completeUntil: number | null;
  /** Since when events are checked against Freshdesk: the cut-over, or when the key was added; null: the last run had no key. */
  readonly checkedFrom: number | null;
  readonly sending: SendingState;
  readonly held: HeldState;
  readonly freshdesk: FreshdeskState;
  readonly outbox: OutboxState;
  readonly scan: Omit<ScanState, 'checkedUntil'>;
  /** The history as the page shows it; null: none was ever wanted. */
  readonly history: HistoryView | null;
  readonly alert: Alert;
  readonly schedule: ScheduleState;
  /** What happened, for the page alone. */
  readonly activity: ActivityState;
  readonly spent: SpentState;
  /** Null: no run has ended. */
  readonly remembered: Remembered | null;
  readonly lost: LostSoFar | null;
}

/** The state of a new installation. */
export function newState(cutOver: number): State {
  const { checkedUntil, ...scan } = newScanState(cutOver);
  return {
    v: 1,
    cutOver,
    isCutOverKnown: true,
    checkedUntil,
    completeUntil: null,
    checkedFrom: cutOver,
    sending: NOTHING_SENT,
    held: NOTHING_HELD,
    freshdesk: NOTHING_KNOWN,
    outbox: EMPTY_OUTBOX,
    scan,
    history: null,
    alert: NO_ALERT,
    schedule: { lastTickAt: null, tickMinutes: LIMITS.tickMinutes[0], madeAt: null },
    activity: NO_ACTIVITY,
    spent: { keyValue: null, entity: null },
    remembered: null,
    lost: null,
  };
}

/** The stored state, or a new one for an empty record. Throws on a version that this code does not know, which stops the run. */
export function parseState(stored: unknown, cutOver: number): State {
  if (isEmptyRecord(stored)) return newState(cutOver);
  const record = stored as Partial<State> | null | undefined;
  if (record?.v !== 1 || typeof record.cutOver !== 'number') {
    throw new AppError(ERROR_CODES.recordUnreadable, 'The app state cannot be read');
  }
  return { ...newState(record.cutOver), ...record };
}

/** The slices of one run. Each is changed by its room only. */
export interface Slices {
  readonly sending: OwnSlice<SendingState>;
  readonly held: OwnSlice<HeldState>;
  readonly freshdesk: OwnSlice<FreshdeskState>;
  readonly outbox: OwnSlice<OutboxState>;
  readonly scan: OwnSlice<ScanState>;
  readonly history: OwnSlice<HistoryView | null>;
  readonly alert: OwnSlice<Alert>;
  readonly schedule: OwnSlice<ScheduleState>;
  readonly activity: OwnSlice<ActivityState>;
}

/** Opens the slices of a stored state. */
export function openSlices(state: State): Slices {
  return {
    sending: createSlice(state.sending),
    held: createSlice(state.held),
    freshdesk: createSlice({ ...NOTHING_KNOWN, ...state.freshdesk }),
    outbox: createSlice({ ...EMPTY_OUTBOX, ...state.outbox }),
    scan: createSlice({ ...state.scan, checkedUntil: state.checkedUntil }),
    history: createSlice(state.history),
    alert: createSlice(state.alert),
    schedule: createSlice(state.schedule),
    activity: createSlice({ ...NO_ACTIVITY, ...state.activity }),
  };
}

/**
 * The state as it can be stored: when it is too large, without the records that are left to delete, which come as duplicates,
 * then with the least of what happened, then without the discarded batches, which can then not be restored any more, and then
 * without the refusals, which injixo tells again.
 */
export function fitState(state: State): State {
  return shrinkToFit(
    state,
    [
      (each) => ({ ...each, outbox: { ...each.outbox, undeleted: [] } }),
      (each) => ({ ...each, activity: withLeast(each.activity) }),
      (each) => ({ ...each, held: { ...each.held, discarded: [] } }),
      (each) => ({ ...each, sending: { ...each.sending, refusals: [] } }),
    ],
    LIMITS.stateBytes,
  );
}

/** The state made of the slices. */
export function mergeSlices(
  slices: Slices,
  rest: Pick<
    State,
    | 'cutOver'
    | 'isCutOverKnown'
    | 'completeUntil'
    | 'checkedFrom'
    | 'freshdesk'
    | 'spent'
    | 'remembered'
    | 'lost'
  >,
): State {
  const { checkedUntil, ...scan } = slices.scan.value;
  return {
    v: 1,
    ...rest,
    checkedUntil,
    sending: slices.sending.value,
    held: slices.held.value,
    outbox: slices.outbox.value,
    scan,
    history: slices.history.value,
    alert: slices.alert.value,
    schedule: slices.schedule.value,
    activity: slices.activity.value,
  };
}
