import { countsKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { jsonBytes } from '../values/json-bytes';
import type { KeyValueStore } from '../platform/ports';

/** A contact as the counts see it. */
export interface CountedContact {
  readonly occurredAt: number;
  /** The queue's place in the list of frozen queues; -1 when it has none. */
  readonly queue: number;
}

/** Stands beside the queues for what the scan repaired, all of them together. */
export const REPAIRED = 'r';

/** Accepted contacts of three hours: by queue, the twelve quarters of an hour that have any (`quarter:count,…`). */
export interface CountsRecord {
  readonly v: 1;
  /** The last batch that was added, so that adding it again adds nothing. */
  readonly last: number;
  readonly queues: Readonly<Record<string, string>>;
}

const SLOT_MS = LIMITS.countsSlotMinutes * 60_000;
const SLOTS = (LIMITS.countsHours * 60) / LIMITS.countsSlotMinutes;

/** The quarters of an hour that have contacts, of the twelve of a record, and how many. */
export function readSlots(text: string | undefined): Map<number, number> {
  const pairs = (text ?? '').split(',').filter((pair) => pair !== '');
  return new Map(pairs.map((pair) => pair.split(':').map(Number) as [number, number]));
}

function writeSlots(slots: ReadonlyMap<number, number>): string {
  return [...slots].map(([slot, count]) => `${slot}:${count}`).join(',');
}

/** A batch to be counted. */
export interface CountedBatch {
  readonly number: number;
  readonly contacts: readonly CountedContact[];
  /** The scan found it. */
  readonly isRepaired: boolean;
}

/** The record with a batch added; unchanged when that batch was the last one added. */
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
      queues[key] = writeSlots(slots);
    }
  }
  return { v: 1, last: number, queues };
}

/** The counts of a stored value; none when there is none, or nobody can read it. */
export function readCounts(stored: unknown): CountsRecord {
  const record = stored as Partial<CountsRecord> | undefined | null;
  return record?.v === 1
    ? { v: 1, last: record.last ?? 0, queues: record.queues ?? {} }
    : { v: 1, last: 0, queues: {} };
}

/** The contacts young enough to be counted, by counts key. */
export function byCountsKey(
  contacts: readonly CountedContact[],
  now: number,
): ReadonlyMap<string, readonly CountedContact[]> {
  const groups = new Map<string, CountedContact[]>();
  for (const contact of contacts.filter((each) => each.occurredAt > now - LIMITS.countsSeconds * 1000)) {
    const key = countsKey(contact.occurredAt);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return groups;
}

/** Adds a batch to the counts of the page, once however often it is called. Two operations a counts key. */
export async function addCounts(store: KeyValueStore, batch: CountedBatch, now: number): Promise<void> {
  for (const [key, contacts] of byCountsKey(batch.contacts, now)) {
    const record = readCounts(await store.get(key));
    const added = withBatch(record, { ...batch, contacts });
    // With so many queues that they fill no value the page lacks counts; delivery must not stop for that.
    if (jsonBytes(added) > LIMITS.keyValueBytes) continue;
    await store.set(key, added, { ttlSeconds: LIMITS.countsSeconds });
  }
}
