import type { Queue } from '../contacts/queue';
import type { Channel } from '../contacts/sources';
import { queuesKey } from '../platform/keys';
import { LIMITS } from '../platform/limits';
import type { KeyValueStore } from '../platform/ports';

type FrozenQueue = readonly [identifier: string, name: string, channel: Channel];

/** The value under a `queues:` key. */
interface QueuesRecord {
  readonly v: 1;
  readonly queues: readonly FrozenQueue[];
}

/**
 * The name and channel first sent for each identifier. injixo makes a new queue of every new combination and cannot delete
 * one, so what was sent first stays, whatever is renamed later.
 */
export interface FrozenQueues {
  find(identifier: string): Queue | null;
  /** Freezes the queue unless its identifier is frozen already, and returns what is frozen. */
  freeze(queue: Queue): Queue;
  /** The queue's place in the list; -1 when it is not frozen. */
  indexOf(identifier: string): number;
  size(): number;
  /** True when `save` has something to write. */
  changed(): boolean;
  /** Writes what is new. One operation for each 150 queues that changed. */
  save(): Promise<void>;
}

function readRecord(stored: unknown): readonly FrozenQueue[] {
  const record = stored as Partial<QueuesRecord> | null | undefined;
  return record?.v === 1 ? (record.queues ?? []) : [];
}

/** Reads all frozen queues. One operation for each 150, at least one. */
export async function readFrozenQueues(store: KeyValueStore): Promise<FrozenQueues> {
  const all: FrozenQueue[] = [];
  const changedParts = new Set<number>();
  let page: readonly FrozenQueue[];
  do {
    page = readRecord(await store.get(queuesKey(all.length / LIMITS.queuesPerKey)));
    all.push(...page);
  } while (page.length === LIMITS.queuesPerKey);
  const places = new Map(all.map(([identifier], index) => [identifier, index]));

  function find(identifier: string): Queue | null {
    const frozen = all[places.get(identifier) ?? -1];
    return frozen === undefined ? null : { identifier: frozen[0], name: frozen[1], channel: frozen[2] };
  }

  return {
    find,
    freeze(queue) {
      const frozen = find(queue.identifier);
      if (frozen !== null) return frozen;
      places.set(queue.identifier, all.length);
      changedParts.add(Math.floor(all.length / LIMITS.queuesPerKey));
      all.push([queue.identifier, queue.name, queue.channel]);
      return queue;
    },
    indexOf: (identifier) => places.get(identifier) ?? -1,
    size: () => all.length,
    changed: () => changedParts.size > 0,
    async save() {
      for (const part of [...changedParts]) {
        const start = part * LIMITS.queuesPerKey;
        const record: QueuesRecord = { v: 1, queues: all.slice(start, start + LIMITS.queuesPerKey) };
        await store.set(queuesKey(part), record);
        changedParts.delete(part);
      }
    },
  };
}
