import { openBitmap, type Bitmap } from '../values/packed-bits';
import { AppError, ERROR_CODES } from '../values/app-error';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { packIds, unpackIds } from '../values/packed-ids';
import { jsonBytes } from '../values/json-bytes';
import type { HistoryRecord } from './history-record';

/** The imported tickets, as bits that stay loaded during a run. */
export interface ImportedBits {
  isOpen(ticketId: number): boolean;
  /** Loads the ticket's key. @ops 1, 0 if it is loaded */
  open(ticketId: number): Promise<void>;
  /** True when the ticket is imported. Its key must be loaded. */
  has(ticketId: number): boolean;
  set(ticketId: number): void;
  /** Writes every changed key. @ops 1 a key */
  save(): Promise<void>;
}

function readable(bits: Bitmap | null | undefined): Bitmap {
  if (bits === null || bits === undefined)
    throw new AppError(ERROR_CODES.recordUnreadable, 'The imported tickets cannot be read or are not open');
  return bits;
}

/** The bits of one span of the import, with nothing open. */
export function createImportedBits(store: KeyValueStore, span: number): ImportedBits {
  const keys = new Map<string, Bitmap>();
  const changed = new Set<string>();
  return {
    isOpen: (ticketId) => keys.has(KEY_OF.imported(ticketId, span)),
    async open(ticketId) {
      const key = KEY_OF.imported(ticketId, span);
      if (!keys.has(key)) keys.set(key, readable(openBitmap(await store.get(key), 1)));
    },
    has: (ticketId) => readable(keys.get(KEY_OF.imported(ticketId, span))).get(ticketId) === 1,
    set(ticketId) {
      const key = KEY_OF.imported(ticketId, span);
      if (readable(keys.get(key)).set(ticketId, 1)) changed.add(key);
    },
    async save() {
      for (const key of [...changed]) {
        await store.set(key, readable(keys.get(key)).toStored());
        changed.delete(key);
      }
    },
  };
}

/**
 * The replies of a span that were sent, from one part of their list.
 * @ops 1
 */
export async function readReplyPart(
  store: KeyValueStore,
  span: number,
  part: number,
): Promise<readonly number[]> {
  const stored = (await store.get(KEY_OF.importedReplies(span, part))) as { ids?: unknown } | undefined;
  return unpackIds(stored?.ids);
}

/**
 * Adds replies to the last part of the list, or to a new part when they do not fit, and returns the record with the part to
 * go on with. Idempotent.
 * @ops 1, 0 without replies
 */
export async function addReplies(
  store: KeyValueStore,
  record: HistoryRecord,
  known: readonly number[],
  replies: readonly number[],
): Promise<HistoryRecord> {
  if (replies.length === 0) return record;
  const { span, replyParts } = record;
  const part = { v: 1, ids: packIds([...known, ...replies]) };
  if (jsonBytes(part) > LIMITS.keyValueBytes) {
    await store.set(KEY_OF.importedReplies(span, replyParts), { v: 1, ids: packIds(replies) });
    return { ...record, replyParts: replyParts + 1 };
  }
  await store.set(KEY_OF.importedReplies(span, replyParts - 1), part);
  const isFull = part.ids.length >= LIMITS.historyReplyCharacters;
  return isFull ? { ...record, replyParts: replyParts + 1 } : record;
}
