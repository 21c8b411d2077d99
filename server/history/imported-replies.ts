import { packIds, unpackIds } from '../ledger/packed-ids';
import { jsonBytes } from '../platform/json-bytes';
import { importedRepliesKey } from '../platform/keys';
import { LIMITS } from '../platform/limits';
import type { KeyValueStore } from '../platform/ports';
import type { HistoryRecord } from './history-record';

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
  const { stage, replyParts } = record;
  const part = { v: 1, ids: packIds([...known, ...replies]) };
  if (jsonBytes(part) > LIMITS.keyValueBytes) {
    await store.set(importedRepliesKey(stage, replyParts), { v: 1, ids: packIds(replies) });
    return { ...record, replyParts: replyParts + 1 };
  }
  await store.set(importedRepliesKey(stage, replyParts - 1), part);
  const isFull = part.ids.length >= LIMITS.historyReplyCharacters;
  return isFull ? { ...record, replyParts: replyParts + 1 } : record;
}
