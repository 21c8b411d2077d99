import { parseStoredBits, storeBits } from '../values/packed-bits';
import { AppError, ERROR_CODES } from '../values/app-error';
import { importedKey, importedRepliesKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { packIds, unpackIds } from '../values/packed-ids';
import { jsonBytes } from '../values/json-bytes';
import type { HistoryRecord } from './history-record';

/** The tickets whose history is sent, during one run: what is read stays open, what changes is written by `save`. */
export interface ImportedBits {
  isOpen(ticketId: number): boolean;
  /** Reads the ticket's key unless it is open. One operation. */
  open(ticketId: number): Promise<void>;
  /** True when the ticket's history is sent; its key must be open. */
  has(ticketId: number): boolean;
  set(ticketId: number): void;
  /** Keys that `save` would write. */
  changed(): number;
  /** Writes every changed key. One operation a key. */
  save(): Promise<void>;
}

const BYTES = LIMITS.ticketsPerKey / 8;

function readBits(stored: unknown): Uint8Array {
  const bits = parseStoredBits(stored, BYTES);
  if (bits === null) throw new AppError(ERROR_CODES.recordUnreadable, 'The imported tickets cannot be read');
  return bits;
}

function place(ticketId: number): { readonly byte: number; readonly mask: number } {
  const index = ticketId % LIMITS.ticketsPerKey;
  return { byte: index >> 3, mask: 1 << (index & 7) };
}

/** The bits of one stage of the import, with nothing open. */
export function createImportedBits(store: KeyValueStore, stage: number): ImportedBits {
  const keys = new Map<string, Uint8Array>();
  const changed = new Set<string>();
  const bitsOf = (ticketId: number): Uint8Array => {
    const bits = keys.get(importedKey(ticketId, stage));
    if (bits === undefined)
      throw new AppError(ERROR_CODES.recordUnreadable, 'The imported tickets are not open');
    return bits;
  };
  const has = (ticketId: number): boolean => {
    const { byte, mask } = place(ticketId);
    return ((bitsOf(ticketId)[byte] ?? 0) & mask) !== 0;
  };
  return {
    isOpen: (ticketId) => keys.has(importedKey(ticketId, stage)),
    async open(ticketId) {
      const key = importedKey(ticketId, stage);
      if (!keys.has(key)) keys.set(key, readBits(await store.get(key)));
    },
    has,
    set(ticketId) {
      if (has(ticketId)) return;
      const bits = bitsOf(ticketId);
      const { byte, mask } = place(ticketId);
      bits[byte] = (bits[byte] ?? 0) | mask;
      changed.add(importedKey(ticketId, stage));
    },
    changed: () => changed.size,
    async save() {
      for (const key of [...changed]) {
        await store.set(key, storeBits(keys.get(key) ?? new Uint8Array(BYTES)));
        changed.delete(key);
      }
    },
  };
}

/** The replies a stage sent, as far as one part of their list has them. One operation. */
export async function readReplyPart(
  store: KeyValueStore,
  stage: number,
  part: number,
): Promise<readonly number[]> {
  const stored = (await store.get(importedRepliesKey(stage, part))) as { ids?: unknown } | undefined;
  return unpackIds(stored?.ids);
}

/**
 * Adds replies to those the part under way has, or to the next one when they do not fit, and returns the record with the
 * part to go on with. May be done twice. One operation, or none.
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
    await store.set(importedRepliesKey(span, replyParts), { v: 1, ids: packIds(replies) });
    return { ...record, replyParts: replyParts + 1 };
  }
  await store.set(importedRepliesKey(span, replyParts - 1), part);
  const isFull = part.ids.length >= LIMITS.historyReplyCharacters;
  return isFull ? { ...record, replyParts: replyParts + 1 } : record;
}
