import type { RunContext } from '../delivery/run-context';
import { LIMITS } from '../platform/limits';
import { ownOf } from './history-note';
import type { HistoryRecord } from './history-record';
import { createImportedBits, type ImportedBits } from './imported-bits';

/** The import during one run. */
export interface HistoryWork {
  readonly run: RunContext;
  readonly bits: ImportedBits;
  /** What the run had spent when the import began. */
  readonly opsBefore: number;
  readonly callsBefore: number;
  /** Operations the import may use in this run. */
  readonly opsShare: number;
  record: HistoryRecord;
  /** Keys of 50,000 tickets that are open: each may have to be written twice, as ledger and as bits. */
  keysOpen: number;
  pagesLeft: number;
  /** Tickets that this run has read already: a page shows some rows of the page before again. */
  readonly taken: Set<number>;
  /** Replies that this run has read already. */
  readonly gathered: Set<number>;
  /** True once a batch without an answer, or one that was parked, has written everything. */
  isWritten: boolean;
  /** Replies of the stage that are sent, once a ticket that moved needed them. */
  sent: Set<number> | null;
  /** Whether tickets that are not found can be believed to be gone; null: not asked yet. */
  believesGone: boolean | null;
  /** What this run settled and has not written yet. */
  readonly own: number[];
  readonly unknown: number[];
  readonly done: number[];
  readonly replies: number[];
}

/** The import at its beginning in a run. */
export function startWork(run: RunContext, record: HistoryRecord, opsBefore: number): HistoryWork {
  const isBusy = run.state.contactsPerMinute >= LIMITS.historyBusyContacts;
  return {
    run,
    bits: createImportedBits(run.store, record.stage),
    opsBefore,
    callsBefore: run.quota.spent(),
    opsShare: isBusy ? LIMITS.historyOpsPerBusyRun : LIMITS.historyOpsPerRun,
    record,
    keysOpen: 0,
    pagesLeft: LIMITS.historyPagesPerRun,
    taken: new Set(),
    gathered: new Set(),
    isWritten: false,
    sent: null,
    believesGone: null,
    own: [],
    unknown: [],
    done: [],
    replies: [],
  };
}

/** Freshdesk's time (ms). */
export function freshdeskTime(run: RunContext): number {
  return run.now() + run.state.scan.aheadMs;
}

/** Operations left for the import, once all that it has read can be written and a batch without an answer held. */
export function opsToUse(work: HistoryWork): number {
  const { budget } = work.run;
  const share = work.opsShare - (budget.opsSpent() - work.opsBefore);
  const left = Math.min(budget.opsLeft() - LIMITS.opsToEnd, share);
  return left - 2 * work.keysOpen - LIMITS.opsToEndHistory;
}

/** Batches that can be sent: two operations each, and one to spare for an outcome that has to be written again. */
export function batchesToSend(work: HistoryWork): number {
  const queues = work.run.queues.changed() ? 1 : 0;
  return Math.max(0, Math.floor((opsToUse(work) - 1 - queues) / 2));
}

/** True while more may be read from Freshdesk in this run. */
export function mayRead(work: HistoryWork): boolean {
  const { run } = work;
  return run.now() - run.budget.startedAt < LIMITS.historyReadMs && run.budget.mayWork();
}

/** Opens the ledger and the bits of a ticket; false when the operations do not suffice. At most two operations. */
export async function openTicket(work: HistoryWork, ticketId: number): Promise<boolean> {
  if (work.bits.isOpen(ticketId)) return true;
  // Two to read, two to write back, and one batch at least.
  if (opsToUse(work) < 7) return false;
  await work.bits.open(ticketId);
  await work.run.ledger.open([ownOf(ticketId)]);
  work.keysOpen += 1;
  return true;
}
