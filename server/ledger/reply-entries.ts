import { LIMITS } from '../values/limits';
import { MARKS, strongerMark, type Mark } from './ticket-bits';

/**
 * The ledger of the replies of one hour: conversation, ticket, second of the hour and mark, in base 36, so that about 2,000
 * fit into one value. What does not fit goes on in the next part of the hour.
 */

/** One reply the ledger knows. */
export interface ReplyEntry {
  readonly conversationId: number;
  readonly ticketId: number;
  /** 0 to 3599. */
  readonly second: number;
  readonly mark: Mark;
}

/** An open part of an hour; `entries` changes as marks grow. */
export interface ReplyPart {
  readonly entries: Map<number, ReplyEntry>;
}

/** The value stored under a `replies:` key. */
export interface StoredReplyPart {
  readonly v: 1;
  /** `conversation.ticket.second.mark`, joined by commas, numbers in base 36. */
  readonly entries: string;
}

function writeEntry(entry: ReplyEntry): string {
  const numbers = [entry.conversationId, entry.ticketId, entry.second, MARKS.indexOf(entry.mark)];
  return numbers.map((number) => number.toString(36)).join('.');
}

function readEntry(text: string): ReplyEntry | null {
  const numbers = text.split('.').map((part) => parseInt(part, 36));
  const [conversationId = NaN, ticketId = NaN, second = NaN, markIndex = NaN] = numbers;
  const mark = MARKS[markIndex];
  const whole = [conversationId, ticketId, second].every((number) => Number.isSafeInteger(number));
  return whole && mark !== undefined ? { conversationId, ticketId, second, mark } : null;
}

/** The stored part opened; empty when the key does not exist, null when it cannot be read. */
export function parseReplyPart(stored: unknown): ReplyPart | null {
  if (stored === undefined) return { entries: new Map() };
  const { v, entries } = (stored ?? {}) as { v?: unknown; entries?: unknown };
  if (v !== 1 || typeof entries !== 'string') return null;
  const read = entries.split(',').map(readEntry);
  const known = read.filter((entry) => entry !== null);
  if (known.length !== read.length) return null;
  return { entries: new Map(known.map((entry) => [entry.conversationId, entry])) };
}

/** The value to store. */
export function storeReplyPart(part: ReplyPart): StoredReplyPart {
  return { v: 1, entries: [...part.entries.values()].map(writeEntry).join(',') };
}

/** True when new replies of the hour belong into the next part. */
export function isReplyPartFull(part: ReplyPart): boolean {
  return part.entries.size >= LIMITS.repliesPerKey;
}

/** Adds an entry or lets its mark grow; true when that changed anything. */
export function growReplyEntry(part: ReplyPart, entry: ReplyEntry): boolean {
  const known = part.entries.get(entry.conversationId);
  const mark = strongerMark(known?.mark ?? 'none', entry.mark);
  if (known?.mark === mark) return false;
  part.entries.set(entry.conversationId, { ...entry, mark });
  return true;
}
