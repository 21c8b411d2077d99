import { AppError, ERROR_CODES } from '../values/app-error';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import type { StoredContact } from '../sending/in-flight-batch';
import { type Cursor, startCursor, type CursorKind } from '../freshdesk/ticket-list-cursor';
import { LIMITS } from '../values/limits';

/** A ticket of which some contacts are sent and some are not: its own and the replies up to one of them. */
export interface PartialTicket {
  readonly ticketId: number;
  /** The page of its conversations on which the next contact stands. */
  readonly page: number;
  /** The last reply of that page that is sent; 0: none yet. */
  readonly after: number;
}

/** A contact that injixo refused alone: it waits until another one was accepted since. */
export interface DeferredContact {
  readonly contact: StoredContact;
  readonly queueIdentifier: string;
}

/** What the import has done so far, all stages together. */
export interface HistoryTotals {
  readonly tickets: number;
  readonly contacts: number;
  /** Credits of the account's Freshdesk calls. */
  readonly calls: number;
  /** Rows of ticket lists looked at. */
  readonly rows: number;
}

/** What is known before the import begins. */
export interface HistoryPlan {
  /** Tickets created from the start on, by Freshdesk's search, and tickets changed since then: those to be looked at. */
  readonly tickets: number;
  readonly changed: number;
  /** Ticket ids in the span that neither the search nor the lists show: archived, deleted for ever or spam. Null: unknown. */
  readonly gap: number | null;
  /** Minutes at half of the account's limit, expected. */
  readonly minutes: number;
}

/** The value under `history`: where the import stands. All times in milliseconds; those of lists are Freshdesk's. */
export interface HistoryRecord {
  readonly v: 1;
  /** Counts up with every earlier start; each stage has its own span and its own bits. */
  readonly span: number;
  /** Contacts dated from `from` on and before `until` belong to this stage. */
  readonly from: number;
  readonly until: number;
  readonly control: 'go' | 'paused' | 'cancelled';
  readonly isDone: boolean;
  /** 0 looks at everything; later passes at what moved after the pass before had read the live tickets. */
  readonly sweep: number;
  /** Where the walks of this pass begin. */
  readonly since: number;
  /** Tickets changed from here on may have been changed while the stage ran: their replies are looked up one by one. */
  readonly movedSince: number;
  /** When this pass had read the live tickets to their end; null: it has not. */
  readonly liveReadAt: number | null;
  /** The list that is being read; null: the next one is due. */
  readonly cursor: Cursor | null;
  /** The walk when the key was last seen to see all tickets. */
  readonly cursorAtFullScope: Cursor | null;
  /** Contacts and tickets this pass found that the passes before it had not. */
  readonly fresh: number;
  readonly partialTickets: readonly PartialTicket[];
  readonly deferred: readonly DeferredContact[];
  /** Parts of the list of sent replies. */
  readonly replyParts: number;
  /** Tickets in one second that no page shows any more. */
  readonly unreachable: boolean;
  readonly begunAt: number | null;
  readonly totals: HistoryTotals;
  readonly plan: HistoryPlan | null;
}

/** A stage before its first run. */
function newSpan(from: number, until: number, span: number): HistoryRecord {
  return {
    v: 1,
    span,
    from,
    until,
    control: 'go',
    isDone: false,
    sweep: 0,
    since: from,
    movedSince: 0,
    liveReadAt: null,
    cursor: null,
    cursorAtFullScope: null,
    fresh: 0,
    partialTickets: [],
    deferred: [],
    replyParts: 1,
    unreachable: false,
    begunAt: null,
    totals: { tickets: 0, contacts: 0, calls: 0, rows: 0 },
    plan: null,
  };
}

/** Reads the record; null when no history was ever begun. One operation. */
export async function readHistory(store: KeyValueStore): Promise<HistoryRecord | null> {
  const stored = (await store.get(KEYS.history)) as Partial<HistoryRecord> | null | undefined;
  if (stored === undefined) return null;
  if (stored?.v !== 1 || typeof stored.from !== 'number' || typeof stored.until !== 'number') {
    throw new AppError(ERROR_CODES.recordUnreadable, 'The state of the import cannot be read');
  }
  return { ...newSpan(stored.from, stored.until, 1), ...stored };
}

/** Writes the record. One operation. */
export async function writeHistory(store: KeyValueStore, record: HistoryRecord): Promise<void> {
  await store.set(KEYS.history, record);
}

/**
 * The record that fits the start in the settings: an earlier one adds a stage for the time before once the stage under way
 * is done, a later one changes nothing; while nothing was read yet the start may still be moved.
 */
export function fitToStart(record: HistoryRecord | null, start: number, cutOver: number): HistoryRecord {
  if (record === null) return newSpan(start, cutOver, 1);
  if (record.begunAt === null) {
    return start === record.from || start >= record.until
      ? record
      : { ...record, from: start, since: start, plan: null };
  }
  if (!record.isDone || start >= record.from) return record;
  const { control, totals, unreachable } = record;
  return { ...newSpan(start, record.from, record.span + 1), control, totals, unreachable };
}

/** The lists of a pass, in their order: what lives, then what was thrown away. */
const KINDS: readonly CursorKind[] = ['live', 'spam', 'deleted'];

function start(record: HistoryRecord, kind: CursorKind): HistoryRecord {
  const cursor = startCursor(kind, record.from, record.until, record.since);
  return { ...record, cursor, cursorAtFullScope: cursor };
}

/** The first walk of a stage. `now` is Freshdesk's time (ms). */
export function beginSpan(record: HistoryRecord, now: number): HistoryRecord {
  return start({ ...record, begunAt: now, movedSince: now - LIMITS.scanAgeMs }, 'live');
}

/**
 * After the last list of a pass: a closing pass over what changed since the live tickets were read, until one finds nothing
 * that was not done. A ticket that moved between the lists while they were read is on one of them then.
 */
function nextPass(record: HistoryRecord): HistoryRecord {
  if (record.sweep > 0 && record.fresh === 0) return { ...record, cursor: null, isDone: true };
  const since = (record.liveReadAt ?? record.since) - LIMITS.scanAgeMs;
  return start({ ...record, sweep: record.sweep + 1, since, fresh: 0, liveReadAt: null }, 'live');
}

/** The record with its next list to read, once the walk under way has read all its pages and all it found is sent. */
export function nextList(record: HistoryRecord, walk: Cursor, now: number): HistoryRecord {
  const unreachable = record.unreachable || walk.isCutShort === true;
  const read = { ...record, unreachable, liveReadAt: walk.kind === 'live' ? now : record.liveReadAt };
  const kind = KINDS[KINDS.indexOf(walk.kind) + 1];
  if (kind !== undefined) return start(read, kind);
  // What was set aside is settled before the import ends.
  return read.deferred.length === 0 ? nextPass(read) : read;
}
