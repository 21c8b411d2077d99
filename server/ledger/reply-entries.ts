import { isEmptyRecord } from '../values/empty-record';
import { LIMITS } from '../values/limits';
import { MARKS, strongerMark, type Mark } from './ticket-bits';

/**
 * The ledger of the replies of one hour: conversation, ticket, second of the hour and mark, in base 36, so that about 2,000
 * fit into one value. What does not fit goes into the next part of the hour.
 */

/** One reply the ledger knows. */
export interface ReplyEntry {
  readonly conversationId: number;
  readonly ticketId: number;
  /** 0 to 3599. */
  readonly second: number;
  readonly mark: Mark;
}

/** One part of an hour, by conversation id. */
export type ReplyPart = Map<number, ReplyEntry>;

/** The value under a `replies:` key. */
export interface StoredReplyPart {
  readonly v: 1;
  /** `conversation.ticket.second.mark`, joined by commas, numbers in base 36. */
  readonly entries: string;
}

function readEntry(text: string): ReplyEntry | null {
  const numbers = text.split('.').map((part) => parseInt(part, 36));
  const [conversationId = NaN, ticketId = NaN, second = NaN, markIndex = NaN] = numbers;
  const mark = MARKS[markIndex];
  const isWhole = [conversationId, ticketId, second].every(Number.isSafeInteger);
  return isWhole && mark !== undefined ? { conversationId, ticketId, second, mark } : null;
}

/** The part of a stored value; empty for an empty record, null when the value cannot be read. */
export function openReplyPart(stored: unknown): ReplyPart | null {
  if (isEmptyRecord(stored)) return new Map();
  const { v, entries } = (stored ?? {}) as { v?: unknown; entries?: unknown };
  if (v !== 1 || typeof entries !== 'string') return null;
  const part: ReplyPart = new Map();
  for (const text of entries.split(',')) {
    const entry = readEntry(text);
    if (entry === null) return null;
    part.set(entry.conversationId, entry);
  }
  return part;
}

/** The value to store. */
export function storeReplyPart(part: ReplyPart): StoredReplyPart {
  const entries = [...part.values()].map(({ conversationId, ticketId, second, mark }) =>
    [conversationId, ticketId, second, MARKS.indexOf(mark)].map((number) => number.toString(36)).join('.'),
  );
  return { v: 1, entries: entries.join(',') };
}

/** True when new replies of the hour belong into the next part. */
export function isReplyPartFull(part: ReplyPart): boolean {
  return part.size >= LIMITS.repliesPerKey;
}

/** Adds an entry or raises its mark; true when that changed anything. */
export function raiseReplyEntry(part: ReplyPart, entry: ReplyEntry): boolean {
  const known = part.get(entry.conversationId);
  const mark = strongerMark(known?.mark ?? 'none', entry.mark);
  if (known?.mark === mark) return false;
  part.set(entry.conversationId, { ...entry, mark });
  return true;
}
