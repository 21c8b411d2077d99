import { UNKNOWN_QUEUES } from '../contacts/queue';
import { readQueueRegistry } from '../naming/queue-registry';
import type { HeldRecord } from '../sending/settle-batch';
import { NOTHING_HELD, type HeldState } from '../sending/sending-state';
import type { BatchAnswer, FunctionAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEY_OF, KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { isFullyCounted } from '../volumes/lacking';
import { readVolumes } from '../volumes/read-volumes';
import { answerPage, parseBatchNumber, parseRequest } from './page-function';

async function showBatch(store: KeyValueStore, number: number): Promise<FunctionAnswer<BatchAnswer>> {
  const record = (await store.get(KEY_OF.held(number))) as HeldRecord | undefined;
  if (record?.contacts === undefined) return refusal('not_held');
  const { lacking } = await readVolumes(store, Date.now());
  const registry = await readQueueRegistry(store);
  const unknown = Object.values(UNKNOWN_QUEUES);
  const names = record.queues.map((id) => {
    const queue = registry.find(id) ?? unknown.find(({ identifier }) => identifier === id);
    return queue?.name ?? id;
  });
  const contacts = record.contacts.map(([contactId, seconds, queue]) => ({
    contactId,
    at: seconds * 1000,
    queue: names[queue] ?? '',
    atLeast: !isFullyCounted(lacking, seconds * 1000),
  }));
  const { reason, code, at, confirmed } = record;
  return { ok: true, number, reason, code, at, contacts, ...(confirmed === undefined ? {} : { confirmed }) };
}

/**
 * Lists the held batches, or shows the contacts of one (`request.number`). @ops 1; for one batch also 1, and 1 for each key of
 * the registry of queues
 */
export async function getHeld(payload: unknown): Promise<void> {
  await answerPage('getHeld', async (store) => {
    const request = parseRequest(payload, ['number']);
    const number = parseBatchNumber(payload);
    if (request === null || ('number' in request && number === null)) return refusal('bad_request');
    if (number !== null) return showBatch(store, number);
    const { held = NOTHING_HELD } = ((await store.get(KEYS.state)) ?? {}) as { held?: HeldState };
    return { ok: true, held: held.batches, discarded: held.discarded };
  });
}
