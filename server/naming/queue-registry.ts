import type { Queue } from '../contacts/queue';
import type { Channel } from '../contacts/sources';
import { AppError, ERROR_CODES } from '../values/app-error';
import { queuesKey } from '../platform/keys';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';

type RegisteredQueue = readonly [identifier: string, name: string, channel: Channel];

/** The value under a `queues:` key. */
interface QueuesRecord {
  readonly v: 1;
  readonly queues: readonly RegisteredQueue[];
  /** True when the list goes on under the next key. */
  readonly full: boolean;
}

/**
 * The name and channel first sent for each identifier. injixo makes a new queue of every new combination and cannot delete
 * one, so what was sent first stays, whatever is renamed later.
 */
export interface QueueRegistry {
  find(identifier: string): Queue | null;
  /** Freezes the queue unless its identifier is frozen already, and returns what is frozen. */
  register(queue: Queue): Queue;
  /** The queue's place in the list; -1 when it is not frozen. */
  indexOf(identifier: string): number;
  size(): number;
  /** All of them, each at its place. */
  list(): readonly Queue[];
  /** True when `save` has something to write. */
  changed(): boolean;
  /** Writes what is new. One operation for each key that changed. */
  save(): Promise<void>;
}

/** One key's queues, while the run has them open. */
interface OpenPart {
  readonly queues: RegisteredQueue[];
  bytes: number;
  changed: boolean;
}

/** A list that cannot be read stops the run: names frozen anew would make new queues in injixo for ever. */
function readPart(stored: unknown): { readonly part: OpenPart; readonly full: boolean } {
  const record = (stored ?? { v: 1 }) as Partial<QueuesRecord>;
  if (record.v !== 1) throw new AppError(ERROR_CODES.recordUnreadable, 'The queues cannot be read');
  const queues = [...(record.queues ?? [])];
  const part = { queues, bytes: jsonBytes(queues), changed: false };
  return { part, full: record.full === true };
}

async function readParts(store: KeyValueStore): Promise<OpenPart[]> {
  const parts: OpenPart[] = [];
  let goesOn: boolean;
  do {
    const { part, full } = readPart(await store.get(queuesKey(parts.length)));
    parts.push(part);
    goesOn = full;
  } while (goesOn);
  return parts;
}

/** Adds a queue to the last key, or to a new one when it does not fit. */
function append(parts: OpenPart[], queue: RegisteredQueue): void {
  const bytes = jsonBytes(queue) + 1;
  const last = parts[parts.length - 1];
  if (last !== undefined) last.changed = true;
  if (last !== undefined && last.bytes + bytes <= LIMITS.queuesBytesPerKey) {
    last.queues.push(queue);
    last.bytes += bytes;
  } else {
    parts.push({ queues: [queue], bytes, changed: true });
  }
}

async function saveParts(store: KeyValueStore, parts: readonly OpenPart[]): Promise<void> {
  // In this order: a list that says it goes on may end there, one that does not say so hides what follows.
  for (const [index, part] of parts.entries()) {
    if (!part.changed) continue;
    const record: QueuesRecord = { v: 1, queues: part.queues, full: index < parts.length - 1 };
    await store.set(queuesKey(index), record);
    part.changed = false;
  }
}

function toQueue([identifier, name, channel]: RegisteredQueue): Queue {
  return { identifier, name, channel };
}

/** Reads all frozen queues. One operation for each key of up to 36,000 bytes (about 400 queues), at least one. */
export async function readQueueRegistry(store: KeyValueStore): Promise<QueueRegistry> {
  const parts = await readParts(store);
  const all = parts.flatMap((part) => part.queues);
  const places = new Map(all.map(([identifier], index) => [identifier, index]));

  function find(identifier: string): Queue | null {
    const frozen = all[places.get(identifier) ?? -1];
    return frozen === undefined ? null : toQueue(frozen);
  }

  return {
    find,
    register(queue) {
      const frozen = find(queue.identifier);
      if (frozen !== null) return frozen;
      const added: RegisteredQueue = [queue.identifier, queue.name, queue.channel];
      places.set(queue.identifier, all.length);
      all.push(added);
      append(parts, added);
      return queue;
    },
    indexOf: (identifier) => places.get(identifier) ?? -1,
    size: () => all.length,
    list: () => all.map(toQueue),
    changed: () => parts.some((part) => part.changed),
    save: () => saveParts(store, parts),
  };
}
