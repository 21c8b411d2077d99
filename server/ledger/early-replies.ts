import { idOf, isReplyId, type RecordedContact } from '../contacts/contact';
import { KEY_OF } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { LIMITS } from '../values/limits';
import { packIds, unpackIds } from '../values/packed-ids';
import { readField } from '../values/read-field';
import { readable } from './readable';

type DatedContact = Pick<RecordedContact, 'contactId' | 'occurredAt'>;

/** The parts of the list that were read: a full one is followed by another. */
interface EarlyRead {
  readonly keys: readonly string[];
  readonly ids: ReadonlySet<number>;
  /** The ids of the last part, to which new ones are added. */
  readonly last: readonly number[];
}

/** Replies dated before the installation that live batches put into the ledger, and the keys that were read. @ops 1 a key */
export async function readEarlyReplies(store: Pick<KeyValueStore, 'get'>): Promise<EarlyRead> {
  const keys: string[] = [];
  const ids = new Set<number>();
  for (;;) {
    const key = KEY_OF.early(keys.length);
    keys.push(key);
    const packed = readField(await store.get(key), 'ids');
    const last = unpackIds(packed);
    for (const id of last) ids.add(id);
    const isFull = typeof packed === 'string' && packed.length >= LIMITS.historyReplyCharacters;
    if (!isFull) return { keys, ids, last };
  }
}

/** The list during one run, for the ledger, which reads it before a batch and writes it after its own keys. */
export interface EarlyReplies {
  /** True for a reply that the list must have. */
  takes(contact: DatedContact): boolean;
  isLoaded(): boolean;
  /** Reads the list, unless it is loaded; returns how many keys it read. @ops 1 a key */
  load(): Promise<number>;
  /** The keys that were read, of which the last one is written. */
  keys(): readonly string[];
  add(contact: DatedContact): void;
  /** Writes the last key, if replies were added. @ops 1 */
  save(): Promise<void>;
}

/** The list of replies dated before this moment (ms). */
export function createEarlyReplies(store: KeyValueStore, before: number): EarlyReplies {
  const added = new Set<number>();
  let read: EarlyRead | null = null;
  return {
    // An event and the API can tell a reply's time a second or two apart.
    takes: ({ contactId, occurredAt }) => isReplyId(contactId) && occurredAt < before + LIMITS.replyTimeMs,
    isLoaded: () => read !== null,
    async load() {
      if (read !== null) return 0;
      read = await readEarlyReplies(store);
      return read.keys.length;
    },
    keys: () => read?.keys ?? [],
    add({ contactId }) {
      const id = idOf(contactId);
      if (!readable(read).ids.has(id)) added.add(id);
    },
    async save() {
      if (added.size === 0) return;
      const { keys, ids, last } = readable(read);
      const all = [...last, ...added];
      await store.set(readable(keys[keys.length - 1]), { v: 1, ids: packIds(all) });
      read = { keys, ids: new Set([...ids, ...added]), last: all };
      added.clear();
    },
  };
}
