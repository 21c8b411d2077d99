import type { PostContactEvents } from '../injixo/client';
import type { DeliveryOutcome, RawAnswer } from '../injixo/interpret-answer';
import type { Ledger } from '../ledger/ledger';
import type { QueueRegistry } from '../naming/queue-registry';
import type { RecordRemover } from '../outbox/remove-records';
import type { Scheduler } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import type { RunStore } from '../platform/run-store';
import type { HeldBatch, LastError } from '../page-contract';
import { withFailure, type Failure, type SendingFailureCode } from '../status/failures';
import type { Calendar } from '../values/calendar';
import { LIMITS } from '../values/limits';
import type { OwnSlice } from '../values/slice';
import type { InFlightBatch, StoredContact } from './in-flight-batch';

/** How batches are sent: as usual, after a probe, one contact alone, or not until a person has acted. */
export type Mode = 'normal' | 'probe' | 'single' | 'paused';

/**
 * A contact that injixo refused alone. `waiting`: no other contact was accepted since. `suspect`: another was, so the contact
 * is parked when it comes up again. `retry`: the request was at fault, so it is parked only if it is refused alone again.
 * A suspect that is sent and refused again has a second entry.
 */
export interface Refusal {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly stage: 'waiting' | 'suspect' | 'retry';
  /** `refused` where an earlier version stored none. */
  readonly why?: 'refused' | 'too_large';
}

/** How sending goes on. Times in milliseconds. */
export interface SendingState {
  readonly mode: Mode;
  /** The most contacts that a batch may have. */
  readonly batchLimit: number;
  readonly failure: Failure | null;
  /** The last answer that was no success, for the page; null: there was none. */
  readonly lastError: LastError | null;
  /** No request to injixo before this moment. */
  readonly notBefore: number | null;
  /** Oldest first. */
  readonly refusals: readonly Refusal[];
  /** When injixo last accepted a batch or answered the probe. */
  readonly lastAnswerAt: number | null;
  /** Contacts of the last batch of which injixo counted fewer, if no accepted batch contradicts it since; 0: there is none. */
  readonly countedLess: number;
}

/** Before anything was sent. */
export const NOTHING_SENT: SendingState = {
  mode: 'normal',
  batchLimit: LIMITS.batchContacts,
  failure: null,
  lastError: null,
  notBefore: null,
  refusals: [],
  lastAnswerAt: null,
  countedLess: 0,
};

/** The held batches, and the discarded ones that can be restored; their contacts are under `held:<number>`. */
export interface HeldState {
  readonly batches: readonly HeldBatch[];
  readonly discarded: readonly HeldBatch[];
}

/** With nothing held. */
export const NOTHING_HELD: HeldState = { batches: [], discarded: [] };

/** What sending needs of a run. Only sending changes the slices `sending` and `held`, and the batch in flight. */
export interface SendingRun extends RecordRemover {
  readonly store: RunStore;
  /** Keeps the outcome of a batch when the store refuses it. */
  readonly scheduler: Scheduler;
  readonly ledger: Ledger;
  readonly queues: QueueRegistry;
  readonly post: PostContactEvents;
  readonly budget: RunBudget;
  readonly calendar: Calendar;
  readonly cutOver: number;
  readonly now: () => number;
  readonly sending: OwnSlice<SendingState>;
  readonly held: OwnSlice<HeldState>;
  readonly inFlight: OwnSlice<InFlightBatch>;
  /** Writes the state; `more`: operations that follow. @ops 1 */
  save(more: number): Promise<void>;
  /** Carries out what a batch of the import brings along; idempotent. */
  settleResume(resume: object, contacts: readonly StoredContact[]): Promise<void>;
}

/** Records in the state why contacts are not sent. */
export function noteFailure(run: Pick<SendingRun, 'sending' | 'now'>, code: SendingFailureCode): void {
  run.sending.set(withFailure(run.sending.value, code, run.now()));
}

/** Remembers an answer of injixo for the page, unless it was a success. */
export function noteError(
  { sending, now }: Pick<SendingRun, 'sending' | 'now'>,
  answer: RawAnswer,
  { kind }: DeliveryOutcome,
): void {
  if (kind === 'accepted') return;
  sending.change({ lastError: { at: now(), status: answer.kind === 'answer' ? answer.status : null } });
}
