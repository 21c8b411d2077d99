import { UNKNOWN_QUEUES } from '../contacts/queue';
import { readQueueRegistry } from '../naming/queue-registry';
import type { HeldRecord } from '../sending/settle-batch';
import { NOTHING_HELD, type HeldState } from '../sending/sending-state';
import type { BatchAnswer, FunctionAnswer, HeldAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { heldKey, KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import type { KeyValueStore } from '../platform/ports';
import { answerPage, parseBatchNumber, parseRequest, type AnswerOf } from './page-function';

async function listHeld(store: KeyValueStore): Promise<FunctionAnswer<HeldAnswer>> {
  const { held = NOTHING_HELD } = ((await store.get(KEYS.state)) ?? {}) as { held?: HeldState };
  return { ok: true, held: held.batches, discarded: held.discarded };
}

async function showBatch(store: KeyValueStore, number: number): Promise<FunctionAnswer<BatchAnswer>> {
  const record = (await store.get(heldKey(number))) as HeldRecord | undefined;
  if (record === undefined) return refusal('not_held');
  const frozen = await readQueueRegistry(store);
  const unknown = new Map<string, string>(
    Object.values(UNKNOWN_QUEUES).map((queue) => [queue.identifier, queue.name]),
  );
  const nameOf = (identifier: string): string =>
    frozen.find(identifier)?.name ?? unknown.get(identifier) ?? identifier;
  const names = record.queues.map(nameOf);
  const contacts = record.contacts.map(([contactId, seconds, queue]) => ({
    contactId,
    at: seconds * 1000,
    queue: names[queue] ?? '',
  }));
  return { ok: true, number, reason: record.reason, code: record.code, at: record.at, contacts };
}

async function answer(payload: unknown): Promise<AnswerOf<'getHeld'>> {
  const request = parseRequest(payload, ['number']);
  const number = parseBatchNumber(payload);
  if (request === null || ('number' in request && number === null)) return refusal('bad_request');
  const store = createKeyValueStore();
  return number === null ? await listHeld(store) : await showBatch(store, number);
}

/**
 * Lists the held batches, or shows the contacts of one (`request.number`). One key-value operation, and to show a batch one
 * more for each part of the frozen queues.
 */
export async function getHeld(payload: unknown): Promise<void> {
  await answerPage('getHeld', () => answer(payload));
}
