import { UNKNOWN_QUEUES } from '../contacts/queue';
import { readQueueRegistry } from '../naming/queue-registry';
import type { HeldRecord } from '../sending/settle-batch';
import { NOTHING_HELD, type HeldState } from '../sending/sending-state';
import type { BatchAnswer, FunctionAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEY_OF, KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { LIMITS } from '../values/limits';
import { readCounted, slotOf } from '../volumes/counted-slots';
import { isFullyCounted } from '../volumes/lacking';
import { readVolumes } from '../volumes/read-volumes';
import { answerPage, parseBatchNumber, parseRequest } from './page-function';

type Slots = NonNullable<BatchAnswer['slots']>;

/** The contacts of a batch by queue and interval of 15 minutes, oldest first, with what is counted beside them. */
function slotsOf(
  { contacts, queues }: HeldRecord,
  names: readonly string[],
  countedIn: (queue: string, slot: number) => number | null,
): Slots {
  const slots = new Map<string, Slots[number]>();
  for (const contact of contacts) {
    const at = slotOf(contact[1] * 1000);
    const [, , nth] = contact;
    const key = `${at} ${nth}`;
    const counted = countedIn(queues[nth] ?? '', at);
    const before = slots.get(key)?.contacts ?? 0;
    slots.set(key, { at, queue: names[nth] ?? '', contacts: before + 1, counted });
  }
  return [...slots.values()].sort((one, other) => one.at - other.at);
}

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
  const contacts = record.contacts.map((contact) => ({
    contactId: contact[0],
    at: contact[1] * 1000,
    queue: names[contact[2]] ?? '',
    atLeast: !isFullyCounted(lacking, contact[1] * 1000),
  }));
  // Contacts of the history are counted by days only.
  const counted =
    record.past === true
      ? null
      : await readCounted(
          store,
          record.contacts.map(([, seconds]) => seconds * 1000),
        );
  const slots =
    counted &&
    slotsOf(record, names, (queue, slot) =>
      isFullyCounted(lacking, slot) && Date.now() - slot < LIMITS.countsSeconds * 1000
        ? counted(registry.indexOf(queue), slot)
        : null,
    );
  const { reason, code, at, confirmed } = record;
  return {
    ...{ ok: true, number, reason, code, at, contacts },
    ...(confirmed === undefined ? {} : { confirmed }),
    ...(slots === null ? {} : { slots }),
  };
}

/**
 * Lists the held batches, or shows the contacts of one (`request.number`) and what is counted beside them. @ops 1; for one batch also 1, 1 for each key of
 * the registry of queues, and at most 6 for counts
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
