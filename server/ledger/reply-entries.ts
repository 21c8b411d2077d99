import { LIMITS } from '../values/limits';
import { readField } from '../values/read-field';
import { MARKS, type Mark } from './ticket-bits';

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

/** The part of a stored value; empty when the key does not exist, null when the value cannot be read. */
export function openReplyPart(stored: unknown): ReplyPart | null {
  if (stored === undefined) return new Map();
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
export function storeReplyPart(part: ReplyPart): StoredReplyPart {
  const entries = [...part.values()].map(({ conversationId, ticketId, second, mark }) =>
    [conversationId, ticketId, second, MARKS.indexOf(mark)].map((number) => number.toString(36)).join('.'),
  );
  return { v: 1, entries: entries.join(',') };
}

/**
 * Raises the entry where the reply is known, or adds it to the first of the hour's parts with room, or to a new one. The
 * number of the part; null when nothing changed.
 */
export function raiseReplyEntry(parts: ReplyPart[], entry: ReplyEntry): number | null {
  let place = parts.findIndex((part) => part.has(entry.conversationId));
  if (place === -1) place = parts.findIndex((part) => part.size < LIMITS.repliesPerKey);
  if (place === -1) place = parts.push(new Map()) - 1;
  const part = parts[place];
  const known = part?.get(entry.conversationId);
  if (known !== undefined && MARKS.indexOf(known.mark) >= MARKS.indexOf(entry.mark)) return null;
  part?.set(entry.conversationId, entry);
  return place;
}
