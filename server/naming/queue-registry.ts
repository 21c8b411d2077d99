import { cleanName, UNKNOWN_QUEUES, type Queue } from '../contacts/queue';
import type { Channel } from '../contacts/sources';
import { AppError, ERROR_CODES } from '../values/app-error';
import { KEY_OF } from '../platform/keys';
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
 * The name and channel first sent for each identifier. injixo creates a queue for every new combination and cannot delete
 * one, so the first combination stays, whatever is renamed later.
 */
export interface QueueRegistry {
  find(identifier: string): Queue | null;
  /** True when a queue of another identifier has a name that people cannot tell from this one. */
  isTaken(name: string, identifier: string): boolean;
  /** Registers the queue unless its identifier is registered, and returns what is registered. */
  register(queue: Queue): Queue;
  /** The queue's place in the list; -1 when it is not registered. */
  indexOf(identifier: string): number;
  size(): number;
  /** How many of them are stored. */
  stored(): number;
  /** All queues, each at its place. */
  list(): readonly Queue[];
  /** True when `save` has something to write. */
  changed(): boolean;
  /**
   * Writes what is new.
   * @ops 1 a changed key
   */
  save(): Promise<void>;
}

/** One key's queues during a run. */
interface Part {
  readonly queues: RegisteredQueue[];
  bytes: number;
  isChanged: boolean;
}

async function readParts(store: KeyValueStore): Promise<Part[]> {
  const parts: Part[] = [];
  let goesOn: boolean;
  do {
    const record = ((await store.get(KEY_OF.queues(parts.length))) ?? { v: 1 }) as Partial<QueuesRecord>;
    // The run stops: names registered anew would create new queues in injixo, which cannot be deleted.
    if (record.v !== 1) throw new AppError(ERROR_CODES.recordUnreadable, 'The queues cannot be read');
    const queues = [...(record.queues ?? [])];
    parts.push({ queues, bytes: jsonBytes(queues), isChanged: false });
    goesOn = record.full === true;
  } while (goesOn);
  return parts;
}

/** Adds a queue to the last key, or to a new one when it does not fit. */
function append(parts: Part[], queue: RegisteredQueue): void {
  const bytes = jsonBytes(queue) + 1;
  const last = parts[parts.length - 1];
  if (last !== undefined) last.isChanged = true;
  if (last !== undefined && last.bytes + bytes <= LIMITS.queuesBytesPerKey) {
    last.queues.push(queue);
    last.bytes += bytes;
  } else {
    parts.push({ queues: [queue], bytes, isChanged: true });
  }
}

async function saveParts(store: KeyValueStore, parts: readonly Part[]): Promise<void> {
  // In ascending order: a list marked as going on may end early, but one that is not marked hides what follows.
  for (const [index, part] of parts.entries()) {
    if (!part.isChanged) continue;
    const record: QueuesRecord = { v: 1, queues: part.queues, full: index < parts.length - 1 };
    await store.set(KEY_OF.queues(index), record);
    part.isChanged = false;
  }
}

/**
 * Reads all registered queues.
 * @ops 1 a key of up to 36,000 bytes (about 400 queues), at least 1
 */
export async function readQueueRegistry(store: KeyValueStore): Promise<QueueRegistry> {
  const parts = await readParts(store);
  const all: Queue[] = parts
    .flatMap((part) => part.queues)
    .map(([identifier, name, channel]) => ({ identifier, name, channel }));
  let stored = all.length;
  const places = new Map(all.map(({ identifier }, index) => [identifier, index]));
  // An earlier version may have stored one name twice: the first has it. The Unknown queues have theirs before they are sent.
  const owners = new Map<string, string>();
  const own = ({ identifier, name }: Queue): void => {
    if (!owners.has(cleanName(name))) owners.set(cleanName(name), identifier);
  };
  [...Object.values(UNKNOWN_QUEUES), ...all].forEach(own);

  return {
    find: (identifier) => all[places.get(identifier) ?? -1] ?? null,
    isTaken: (name, identifier) => (owners.get(cleanName(name)) ?? identifier) !== identifier,
    register(queue) {
      const { identifier, name, channel } = queue;
      const registered = all[places.get(identifier) ?? -1];
      if (registered !== undefined) return registered;
      places.set(identifier, all.length);
      all.push({ identifier, name, channel });
      append(parts, [identifier, name, channel]);
      own(queue);
      return queue;
    },
    indexOf: (identifier) => places.get(identifier) ?? -1,
    size: () => all.length,
    list: () => [...all],
    changed: () => parts.some((part) => part.isChanged),
    stored: () => stored,
    async save() {
      await saveParts(store, parts);
      stored = all.length;
    },
  };
}
