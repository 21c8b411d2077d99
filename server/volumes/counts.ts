import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { jsonBytes } from '../values/json-bytes';
import type { KeyValueStore } from '../platform/ports';

/** A contact to count. */
export interface CountedContact {
  readonly occurredAt: number;
  /** The queue's place in the registry; -1 when it has none. */
  readonly queue: number;
}

/** The key for all contacts that the scan found, beside the queues. */
export const REPAIRED = 'r';

/** Accepted contacts of three hours: for each queue the intervals of 15 minutes that have any (`interval:count,…`). */
export interface CountsRecord {
  readonly v: 1;
  /** The number of the last batch added; it makes adding idempotent. */
  readonly last: number;
  readonly queues: Readonly<Record<string, string>>;
}

const SLOT_MS = LIMITS.countsSlotMinutes * 60_000;
const SLOTS = (LIMITS.countsHours * 60) / LIMITS.countsSlotMinutes;

/** The contacts of a queue by interval. */
export function readSlots(text: string | undefined): Map<number, number> {
  const pairs = (text ?? '').split(',').filter((pair) => pair !== '');
  return new Map(pairs.map((pair) => pair.split(':').map(Number) as [number, number]));
}

/** An accepted batch to count. */
export interface CountedBatch {
  readonly number: number;
  readonly contacts: readonly CountedContact[];
  /** The scan found its contacts. */
  readonly isRepaired: boolean;
}

/** The record with a batch added. Idempotent. */
export function withBatch(
  record: CountsRecord,
  { number, contacts, isRepaired }: CountedBatch,
): CountsRecord {
  if (record.last >= number) return record;
  const queues: Record<string, string> = { ...record.queues };
  for (const { queue, occurredAt } of contacts) {
    for (const key of isRepaired ? [String(queue), REPAIRED] : [String(queue)]) {
      const slots = readSlots(queues[key]);
      const slot = Math.floor(occurredAt / SLOT_MS) % SLOTS;
      slots.set(slot, (slots.get(slot) ?? 0) + 1);
      queues[key] = [...slots].map(([each, count]) => `${each}:${count}`).join(',');
    }
  }
  return { v: 1, last: number, queues };
}

/** The counts of three hours without contacts. */
export const NO_COUNTS: CountsRecord = { v: 1, last: 0, queues: {} };

/** The stored record; the empty one when there is none or it cannot be read. */
export function readRecord<T extends { readonly v: 1 }>(stored: unknown, empty: T): T {
  const record = stored as Partial<T> | undefined | null;
  return record?.v === 1 ? { ...empty, ...record } : empty;
}

/** The contacts of the last 35 days, by counts key. */
export function byCountsKey(
  contacts: readonly CountedContact[],
  now: number,
): ReadonlyMap<string, readonly CountedContact[]> {
  const groups = new Map<string, CountedContact[]>();
  for (const contact of contacts.filter((each) => each.occurredAt > now - LIMITS.countsSeconds * 1000)) {
    const key = KEY_OF.counts(contact.occurredAt);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return groups;
}

/** Adds a batch to the page's counts. Idempotent. @ops 2 for each counts key */
export async function addCounts(store: KeyValueStore, batch: CountedBatch, now: number): Promise<void> {
  for (const [key, contacts] of byCountsKey(batch.contacts, now)) {
    const record = readRecord(await store.get(key), NO_COUNTS);
    const added = withBatch(record, { ...batch, contacts });
    // If counts outgrow a value, the page lacks them; delivery goes on.
    if (jsonBytes(added) > LIMITS.keyValueBytes) continue;
    await store.set(key, added, { ttlSeconds: LIMITS.countsSeconds });
  }
}
