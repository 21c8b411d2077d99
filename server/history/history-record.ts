import type { History, HistoryPlan } from '../page-contract';
import { AppError, ERROR_CODES } from '../values/app-error';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import type { StoredContact } from '../sending/in-flight-batch';
import { type Cursor, startCursor, type CursorKind } from '../freshdesk/ticket-list-cursor';
import { isEmptyRecord } from '../values/empty-record';
import type { ConversationPlace } from '../freshdesk/conversations';
import { NOTHING_ASIDE, type SetAside } from '../freshdesk/set-aside';
import { LIMITS } from '../values/limits';

/** A ticket of which some contacts are sent and some are not: its own and the replies up to one of them. */
export interface PartialTicket extends ConversationPlace {
  readonly ticketId: number;
  /** The last reply of that page that is sent; 0: none yet. */
  readonly after: number;
}

/** The place of a ticket of which a part is sent; its beginning when none is. */
export function partialOf(
  { partialTickets }: Pick<HistoryRecord, 'partialTickets'>,
  ticketId: number,
): PartialTicket {
  return partialTickets.find((each) => each.ticketId === ticketId) ?? { ticketId, page: 1, after: 0 };
}

/** A contact that injixo refused alone. It waits until another contact is accepted. */
export interface DeferredContact {
  readonly contact: StoredContact;
  readonly queueIdentifier: string;
}

/** What the import has done so far, in all spans together. */
export interface HistoryTotals {
  readonly tickets: number;
  readonly contacts: number;
  /** Credits of the account's Freshdesk calls. */
  readonly calls: number;
  /** Rows of ticket lists that are read. */
  readonly rows: number;
}

/** The value under `history`: where the import stands. All times in milliseconds; those of lists are Freshdesk's. */
export interface HistoryRecord {
  readonly v: 1;
  /** Rises with every earlier start. Each span has its own bits. */
  readonly span: number;
  /** The earliest start that a person started. What lies before `from` is imported once the span is done. */
  readonly startedFrom: number;
  /** Contacts dated from `from` on and before `until` belong to the span. */
  readonly from: number;
  readonly until: number;
  readonly control: 'go' | 'paused' | 'cancelled';
  readonly isDone: boolean;
  /** Sweep 0 reads everything; later ones read what changed since the previous sweep read the live tickets. */
  readonly sweep: number;
  /** Where the lists of this sweep begin. */
  readonly since: number;
  /** Tickets changed from here on may have changed during the import: their replies are looked up one by one. */
  readonly movedSince: number;
  /** When this sweep had read the live tickets to their end; null: it has not. */
  readonly liveReadAt: number | null;
  /** The list that is being read; null: the next one is due. */
  readonly cursor: Cursor | null;
  /** The cursor when the key last saw all tickets. */
  readonly cursorAtFullScope: Cursor | null;
  /** Contacts that this sweep found and earlier sweeps did not. */
  readonly fresh: number;
  readonly partialTickets: readonly PartialTicket[];
  readonly deferred: readonly DeferredContact[];
  /** Tickets whose conversations cannot be read. Their places are among the partial tickets. */
  readonly setAside: SetAside;
  /** How many keys the list of sent replies has. */
  readonly replyParts: number;
  /** Keys of replies that were counted live before the start; null: not read since the span began, 0: there are none. */
  readonly earlyParts: number | null;
  /** True when more tickets changed in one second than Freshdesk's pages can show. */
  readonly unreachable: boolean;
  /** True when the record of a begun import was lost: what is imported is not known, so nothing more is. */
  readonly isLost: boolean;
  readonly begunAt: number | null;
  readonly totals: HistoryTotals;
  readonly plan: HistoryPlan | null;
}

/** A span that was started, before its first run. */
export function newSpan(from: number, until: number, span: number): HistoryRecord {
  return {
    v: 1,
    span,
    startedFrom: from,
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
    setAside: NOTHING_ASIDE,
    replyParts: 1,
    earlyParts: null,
    unreachable: false,
    isLost: false,
    begunAt: null,
    totals: { tickets: 0, contacts: 0, calls: 0, rows: 0 },
    plan: null,
  };
}

/** The record in place of one that was lost. Nothing is imported any more: replies would be sent twice. `now` in milliseconds. */
export function lostSpan(
  { from, until, tickets, contacts, calls, startedFrom }: History,
  now: number,
): HistoryRecord {
  const totals = { tickets, contacts, calls, rows: tickets };
  const span = { ...newSpan(from, until, 1), startedFrom: startedFrom ?? from };
  return { ...span, control: 'cancelled', isLost: true, begunAt: now, totals };
}

/** Reads the record; null when there is none. @ops 1 */
export async function readHistory(store: KeyValueStore): Promise<HistoryRecord | null> {
  const stored = (await store.get(KEYS.history)) as Partial<HistoryRecord> | null | undefined;
  if (isEmptyRecord(stored)) return null;
  if (stored?.v !== 1 || typeof stored.from !== 'number' || typeof stored.until !== 'number') {
    throw new AppError(ERROR_CODES.recordUnreadable, 'The state of the import cannot be read');
  }
  return { ...newSpan(stored.from, stored.until, 1), ...stored };
}

/** The record once its span is done and an earlier start was started: with a span for the time before. */
export function addSpan(record: HistoryRecord): HistoryRecord {
  const { control, totals, unreachable, setAside, partialTickets, startedFrom } = record;
  if (!record.isDone || startedFrom >= record.from) return record;
  const span = newSpan(startedFrom, record.from, record.span + 1);
  // What was set aside is still to be imported.
  return { ...span, control, totals, unreachable, setAside, partialTickets };
}

/** The lists of a sweep, in their order. */
const KINDS: readonly CursorKind[] = ['live', 'spam', 'deleted'];

function start(record: HistoryRecord, kind: CursorKind): HistoryRecord {
  const cursor = startCursor(kind, record.from, record.until, record.since);
  return { ...record, cursor, cursorAtFullScope: cursor };
}

/** The record with the first list of a span. `now` is Freshdesk's time (ms). */
export function beginSpan(record: HistoryRecord, now: number): HistoryRecord {
  return start({ ...record, begunAt: now, movedSince: now - LIMITS.scanAgeMs }, 'live');
}

/**
 * After the last list of a sweep: another sweep over what changed since the live tickets were read, until one finds nothing
 * new. It catches a ticket that moved between the lists while they were read.
 */
function nextSweep(record: HistoryRecord): HistoryRecord {
  if (record.sweep > 0 && record.fresh === 0) return { ...record, cursor: null, isDone: true };
  const since = (record.liveReadAt ?? record.since) - LIMITS.scanAgeMs;
  return start({ ...record, sweep: record.sweep + 1, since, fresh: 0, liveReadAt: null }, 'live');
}

/** The record with its next list, once the current one is read to its end and all its contacts are sent. */
export function nextList(record: HistoryRecord, end: Cursor, now: number): HistoryRecord {
  const unreachable = record.unreachable || end.isCutShort === true;
  const read = { ...record, unreachable, liveReadAt: end.kind === 'live' ? now : record.liveReadAt };
  const kind = KINDS[KINDS.indexOf(end.kind) + 1];
  if (kind !== undefined) return start(read, kind);
  // Deferred contacts are settled before the import ends.
  return read.deferred.length === 0 ? nextSweep(read) : read;
}
