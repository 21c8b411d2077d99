import { hasRoomForBatch } from '../sending/in-flight-batch';
import { reserveForClose } from '../sending/cut-batch';
import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { NamingRun } from '../naming/name-contacts';
import type { OutboxState } from '../outbox/outbox-state';
import type { SendingRun } from '../sending/sending-state';
import type { OwnSlice, Slice } from '../values/slice';
import type { HistoryView } from './history-view';
import type { ListedPage } from '../freshdesk/ticket-list-cursor';
import { ledgerTicket } from '../ledger/ledger';
import { LIMITS } from '../values/limits';
import type { HistoryRecord } from './history-record';
import { createImportedBits, type ImportedBits } from './imported';

/** What the import needs of a run. It alone changes the slice `history`. */
export interface HistoryRun extends SendingRun, NamingRun {
  readonly ledger: SendingRun['ledger'];
  readonly queues: SendingRun['queues'];
  readonly session: FreshdeskSession;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly outbox: Slice<OutboxState>;
  /** What the page shows of the import; null: none was ever wanted. */
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
  /** Keys of 50,000 tickets that are open: each may have to be written twice, as ledger and as bits. */
  keysOpen: number;
  pagesLeft: number;
  /** The list page that was read last. */
  page: ListedPage | null;
  /** Tickets that this run has read already: a page shows some rows of the page before again. */
  readonly taken: Set<number>;
  /** Replies that this run has read already. */
  readonly gathered: Set<number>;
  /** True once a batch without an answer, or one that was parked, has written everything. */
  isWritten: boolean;
  /** An accepted batch whose note does not say so yet. */
  isOutcomeOpen: boolean;
  /** Replies that the part of their list under way has already. */
  readonly known: readonly number[];
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
export function startImportRun(
  run: HistoryRun,
  record: HistoryRecord,
  read: { readonly opsBefore: number; readonly known: readonly number[] },
): ImportRun {
  const isBusy = run.outbox.value.perMinute >= LIMITS.historyBusyContacts;
  return {
    run,
    bits: createImportedBits(run.store, record.span),
    ...read,
    isOutcomeOpen: false,
    callsBefore: run.session.creditsSpent(),
    opsShare: isBusy ? LIMITS.historyOpsPerBusyRun : LIMITS.historyOpsPerRun,
    record,
    keysOpen: 0,
    pagesLeft: LIMITS.historyPagesPerRun,
    page: null,
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

/** Operations that write all that the import has read and settled, and hold a batch without an answer. */
function opsToEnd(work: ImportRun): number {
  return 2 * work.keysOpen + LIMITS.reserves.importEnd;
}

/** Operations of the run's share that are left for the import, once all that it has read can be written. */
export function opsToUse(work: ImportRun): number {
  const { budget } = work.run;
  const share = work.opsShare - (budget.opsSpent() - work.opsBefore);
  return Math.min(budget.opsLeftInRun() - reserveForClose(work.run), share) - opsToEnd(work);
}

/** True when a batch may be noted now: the minute has room for it and for all that follows. */
export function mayNote(work: ImportRun): boolean {
  const queues = work.run.queues.changed() ? 1 : 0;
  const needed = 1 + queues + opsToEnd(work) + reserveForClose(work.run);
  return (
    hasRoomForBatch(work.run.inFlight.value) && opsToUse(work) > queues && work.run.budget.affords(needed)
  );
}

/** True while more may be read from Freshdesk in this run. */
export function mayRead(work: ImportRun): boolean {
  const { run } = work;
  return run.now() - run.budget.startedAt < LIMITS.historyReadMs && run.budget.mayWork();
}

/** Opens the ledger and the bits of a ticket; false when the operations do not suffice. At most two operations. */
export async function openTicket(work: ImportRun, ticketId: number): Promise<boolean> {
  if (work.bits.isOpen(ticketId)) return true;
  // The ledger's key may be open already, for live contacts.
  const toRead = work.run.ledger.isLoaded(ledgerTicket(ticketId)) ? 1 : 2;
  // What is read is written back, and one batch at least is to be sent.
  if (opsToUse(work) < toRead + 3 || !work.run.budget.affords(toRead)) return false;
  await work.bits.open(ticketId);
  await work.run.ledger.load([ledgerTicket(ticketId)]);
  work.keysOpen += 1;
  return true;
}
