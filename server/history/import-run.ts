import { hasRoomForBatch } from '../sending/in-flight-batch';
import { reserveForClose } from '../sending/cut-batch';
import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { NamingRun } from '../naming/name-contacts';
import type { SendingRun } from '../sending/sending-state';
import type { OwnSlice, Slice } from '../values/slice';
import { viewOf, type HistoryView } from './history-view';
import type { ListedPage } from '../freshdesk/ticket-list-cursor';
import { KEY_OF, KEYS } from '../platform/keys';
import { ledgerTicket } from '../ledger/ledger';
import { LIMITS } from '../values/limits';
import { lostSpan, readHistory, type HistoryRecord } from './history-record';
import { createImportedBits, type ImportedBits } from './imported';
import { createReadAhead, type ReadAhead } from './read-ahead';

/** What the import needs of a run. Only the import changes the slice `history`. */
export interface HistoryRun extends SendingRun, NamingRun {
  readonly ledger: SendingRun['ledger'];
  readonly queues: SendingRun['queues'];
  readonly session: FreshdeskSession;
  readonly freshdesk: Slice<FreshdeskState>;
  /** What the page shows of the import; null: none is wanted. */
  readonly history: OwnSlice<HistoryView | null>;
  /** The start in the settings (ms); null: no history is wanted. */
  readonly historyFrom: number | null;
}

/** The import during one run. */
export interface ImportRun {
  readonly run: HistoryRun;
  readonly bits: ImportedBits;
  /** What the run had spent when the import began. */
  readonly opsBefore: number;
  readonly callsBefore: number;
  /** Operations the import may use in this run. */
  readonly opsShare: number;
  record: HistoryRecord;
  /** Loaded keys of 50,000 tickets: each may have to be written as ledger and as bits. */
  keysOpen: number;
  pagesLeft: number;
  readonly ahead: ReadAhead;
  /** The list page that was read last. */
  page: ListedPage | null;
  /** Tickets that this run has read: a page repeats some rows of the page before. */
  readonly ticketsRead: Set<number>;
  /** Replies that this run has read. */
  readonly repliesRead: Set<number>;
  /** True once an unclear or parked batch has written everything. */
  isWritten: boolean;
  /** An accepted batch whose outcome is not written yet. */
  isOutcomeOpen: boolean;
  /** Replies in the last part of the list of sent replies. */
  readonly known: readonly number[];
  /** Sent replies of the span, loaded once a moved ticket needs them. */
  sent: Set<number> | null;
  /** Replies that were counted live before the import was started. */
  early: ReadonlySet<number>;
  /** Whether Freshdesk's "not found" is reliable in this run; null: not asked yet. */
  believesGone: boolean | null;
  /** Settled by this run and not written yet. */
  readonly own: number[];
  readonly unknown: number[];
  readonly done: number[];
  readonly replies: number[];
}

/** Starts the import's part of a run. */
export function startImportRun(
  run: HistoryRun,
  record: HistoryRecord,
  read: { readonly opsBefore: number; readonly known: readonly number[] },
): ImportRun {
  const isBusy = run.outbox.value.perMinute >= LIMITS.historyBusyContacts;
  const work: ImportRun = {
    run,
    bits: createImportedBits(run.store, record.span),
    ...read,
    isOutcomeOpen: false,
    callsBefore: run.session.creditsSpent(),
    opsShare: isBusy ? LIMITS.historyOpsPerBusyRun : LIMITS.historyOpsPerRun,
    record,
    keysOpen: 0,
    pagesLeft: LIMITS.historyPagesPerRun,
    ahead: createReadAhead(
      // The remaining calls are reserved for names.
      () => mayRead(work) && run.session.creditsLeft() > LIMITS.callsForNames,
      () => (affordsBatch(work) ? LIMITS.historyParallel : LIMITS.historyParallelEarly),
    ),
    page: null,
    ticketsRead: new Set(),
    repliesRead: new Set(),
    isWritten: false,
    sent: null,
    early: new Set(),
    believesGone: null,
    own: [],
    unknown: [],
    done: [],
    replies: [],
  };
  return work;
}

/** Operations left for the import after reserving those that save its progress and hold an unclear batch. */
export function opsToUse(work: ImportRun): number {
  const { budget } = work.run;
  const share = work.opsShare - (budget.opsSpent() - work.opsBefore);
  const toEnd = 2 * work.keysOpen + LIMITS.reserves.importEnd;
  return Math.min(budget.opsLeftInRun() - reserveForClose(work.run), share) - toEnd;
}

/** True when the run has operations for so many batches, if not now then later in its minute. */
export function affordsBatchesLater(work: ImportRun, batches: number): boolean {
  const queues = work.run.queues.changed() ? 1 : 0;
  return hasRoomForBatch(work.run.inFlight.value) && opsToUse(work) >= batches + queues;
}

/** True when the operations left suffice for another batch and all that follows it. */
export function affordsBatch(work: ImportRun): boolean {
  const queues = work.run.queues.changed() ? 1 : 0;
  const toEnd = 2 * work.keysOpen + LIMITS.reserves.importEnd;
  const needed = 1 + queues + toEnd + reserveForClose(work.run);
  return affordsBatchesLater(work, 1) && work.run.budget.affords(needed);
}

/** True while more may be read from Freshdesk in this run. */
export function mayRead({ run }: Pick<ImportRun, 'run'>): boolean {
  return run.now() - run.budget.startedAt < LIMITS.historyReadMs && run.budget.mayWork();
}

/** Loads the ledger key and the bits of a ticket; false when too few operations are left. @ops 2, 4 for the first ticket of a key */
export async function openTicket(work: ImportRun, ticketId: number): Promise<boolean> {
  if (work.bits.isOpen(ticketId)) return true;
  // Live contacts may have loaded the ledger key.
  const toRead = work.run.ledger.isLoaded(ledgerTicket(ticketId)) ? 1 : 2;
  // Enough to prove that the keys are new, to write back what is read and to send one batch.
  if (opsToUse(work) < toRead + 5 || !work.run.budget.affords(toRead + 2)) return false;
  await work.bits.open(ticketId);
  await work.run.ledger.load([ledgerTicket(ticketId)]);
  await work.run.store.prove([KEY_OF.imported(ticketId, work.record.span), KEY_OF.tickets(ticketId)]);
  work.keysOpen += 1;
  return true;
}

/** What the page shows of the import. */
export function viewIn(run: HistoryRun, record: HistoryRecord): HistoryView {
  const failures = { failure: run.sending.value.failure, freshdeskFailure: run.freshdesk.value.failure };
  const next = run.history.value?.next ?? null;
  return viewOf(record, failures, run.now(), { queues: run.queues.size(), next });
}

/**
 * The record of an import that was started. One that is really gone is cancelled: nothing may rely on a record that only
 * seems to be missing. @ops 1, 2 when it is missing
 */
export async function openRecord(run: HistoryRun, view: HistoryView): Promise<HistoryRecord> {
  const { store, log } = run;
  const record = await readHistory(store);
  if (record !== null) return record;
  await store.prove([KEYS.history]);
  log.warn('the record of the import is gone, it is cancelled');
  store.reportLost({ records: 1, contacts: 0 });
  return lostSpan(view, run.now());
}
