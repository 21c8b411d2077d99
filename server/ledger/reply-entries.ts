import { isEmptyRecord } from '../values/empty-record';
import { readField } from '../values/read-field';
import { MARKS, type Mark } from './ticket-bits';

/**
 * The ledger of the replies of one hour: conversation, ticket, second of the hour and mark, in base 36, so that about 2,000
 * fit into one value. What does not fit goes into further parts of the hour (reply-hour.ts).
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
  /** Of an hour's fourth part: what does not fit goes on by conversation id, and not in the next part. */
  readonly byId?: true;
}

/** The part of a stored value; empty for an empty record, null when the value cannot be read. */
export function openReplyPart(stored: unknown): ReplyPart | null {
  if (isEmptyRecord(stored)) return new Map();
  const entries = readField(stored, 'entries');
  if (readField(stored, 'v') !== 1 || typeof entries !== 'string') return null;
  const part: ReplyPart = new Map();
  for (const text of entries.split(',')) {
    const numbers = text.split('.').map((number) => parseInt(number, 36));
    const [conversationId, ticketId, second, markIndex] = numbers as [number, number, number, number];
    const mark = MARKS[markIndex];
    const isWhole = [conversationId, ticketId, second].every(Number.isSafeInteger);
    if (!isWhole || mark === undefined) return null;
    part.set(conversationId, { conversationId, ticketId, second, mark });
  }
  return part;
}

/** The value to store. */
export function storeReplyPart(part: ReplyPart, goesOnById = false): StoredReplyPart {
  const entries = [...part.values()].map(({ conversationId, ticketId, second, mark }) =>
    [conversationId, ticketId, second, MARKS.indexOf(mark)].map((number) => number.toString(36)).join('.'),
  );
  return { v: 1, entries: entries.join(','), ...(goesOnById ? { byId: true } : {}) };
}
