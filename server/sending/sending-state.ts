import type { PostContactEvents } from '../injixo/client';
import type { Ledger } from '../ledger/ledger';
import type { QueueRegistry } from '../naming/queue-registry';
import type { RecordRemover } from '../outbox/remove-records';
import type { KeyValueStore } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import { withFailure, type Failure, type SendingFailureCode } from '../status/failures';
import type { Calendar } from '../values/calendar';
import { LIMITS } from '../values/limits';
import type { OwnSlice } from '../values/slice';
import type { InFlightBatch, StoredContact } from './in-flight-batch';

/** How batches are sent: as usual, after asking first, one contact alone, or not before a person has acted. */
export type Mode = 'normal' | 'probe' | 'single' | 'paused';

/** What decides how sending goes on. Times in milliseconds. */
export interface SendingState {
  readonly mode: Mode;
  /** Contacts in the next batch, at most. */
  readonly batchLimit: number;
  readonly failure: Failure | null;
  /** No request to injixo before this moment. */
  readonly notBefore: number | null;
  /** Contacts that injixo refused alone since it last accepted one. */
  readonly refused: readonly string[];
  /** Contacts that injixo refused alone while others were accepted: parked when they come up again. */
  readonly suspects: readonly string[];
  /** Contacts refused while the request was at fault: parked when they are refused alone once more. */
  readonly triedAgain: readonly string[];
  /** When injixo last accepted something or answered the empty request. */
  readonly lastAnswerAt: number | null;
}

/** Before anything was sent. */
export const NOTHING_SENT: SendingState = {
  mode: 'normal',
  batchLimit: LIMITS.batchContacts,
  failure: null,
  notBefore: null,
  refused: [],
  suspects: [],
  triedAgain: [],
  lastAnswerAt: null,
};

/** A batch that waits for a person's decision; its contacts lie under `held:<number>`. */
export interface HeldBatch {
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  readonly contacts: number;
  readonly at: number;
}

/** The held batches, and those a person discarded and may restore. */
export interface HeldState {
  readonly batches: readonly HeldBatch[];
  readonly discarded: readonly HeldBatch[];
}

/** With nothing held. */
export const NOTHING_HELD: HeldState = { batches: [], discarded: [] };

/** What sending needs of a run. It alone changes the slices `sending` and `held`, and the batch in flight. */
export interface SendingRun extends RecordRemover {
  readonly store: KeyValueStore;
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
  /** Writes the state, with `more` operations that follow. One operation. */
  save(more: number): Promise<void>;
  /** Carries out what a batch of the import brings along; idempotent. */
  settleResume(resume: object, contacts: readonly StoredContact[]): Promise<void>;
}

/** Notes what keeps contacts from being sent. */
export function noteFailure(run: Pick<SendingRun, 'sending' | 'now'>, code: SendingFailureCode): void {
  run.sending.set(withFailure(run.sending.value, code, run.now()));
}
