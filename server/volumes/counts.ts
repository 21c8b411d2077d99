import { isFarAhead } from '../values/instant';
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

/**
 * Accepted contacts of a UTC day by queue and interval of 15 minutes. When a part is full, further contacts go into the next
 * one: a queue can be in several, and its counts are their sum.
 */
export interface CountsRecord {
  readonly v: 1;
  /** The number of the last batch added; it makes adding idempotent. */
  readonly last: number;
  /** True when the day goes on in the next part. */
  readonly full?: boolean;
  /** The packed intervals, by place in the registry. */
  readonly queues: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;
const SLOT_MS = LIMITS.countsSlotMinutes * 60_000;
const SLOTS = DAY_MS / SLOT_MS;
const KEPT = { ttlSeconds: LIMITS.countsSeconds } as const;

/** The contacts of a queue by interval of the UTC day; packed: the first interval, then the counts from there on. */
export function readSlots(text: string | undefined): Map<number, number> {
  const [first = '', counts = ''] = (text ?? '').split(':');
  const pairs = counts
    .split(',')
    .map((count, index) => [parseInt(first, 36) + index, parseInt(count, 36)] as const);
  return new Map(pairs.filter(([, count]) => count > 0));
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
  const added = new Map<string, Map<number, number>>();
  for (const { queue, occurredAt } of contacts) {
    for (const key of isRepaired ? [String(queue), REPAIRED] : [String(queue)]) {
      const slots = added.get(key) ?? readSlots(record.queues[key]);
      const slot = Math.floor(occurredAt / SLOT_MS) % SLOTS;
      added.set(key, slots.set(slot, (slots.get(slot) ?? 0) + 1));
    }
  }
  const packed = [...added].map(([key, slots]) => {
    const first = Math.min(...slots.keys());
    const length = Math.max(...slots.keys()) - first + 1;
    const counts = [...Array(length).keys()].map((index) => slots.get(first + index)?.toString(36) ?? '');
    return [key, `${first.toString(36)}:${counts.join(',')}`] as const;
  });
  return { ...record, last: number, queues: { ...record.queues, ...Object.fromEntries(packed) } };
}

/** A day without contacts. */
const NO_COUNTS: CountsRecord = { v: 1, last: 0, queues: {} };

/** The stored record; the empty one when there is none or it cannot be read. */
export function readRecord<T extends { readonly v: 1 }>(stored: unknown, empty: T): T {
  const record = stored as Partial<T> | undefined | null;
  return record?.v === 1 ? { ...empty, ...record } : empty;
}

/** The contacts of the last 35 days by their day (UTC, from 1970); without those that are dated more than a day ahead. */
export function byDay(
  contacts: readonly CountedContact[],
  now: number,
): ReadonlyMap<number, readonly CountedContact[]> {
  const groups = new Map<number, CountedContact[]>();
  const oldest = now - LIMITS.countsSeconds * 1000;
  for (const contact of contacts) {
    if (contact.occurredAt <= oldest || isFarAhead(contact.occurredAt, now)) continue;
    const day = Math.floor(contact.occurredAt / DAY_MS);
    groups.set(day, [...(groups.get(day) ?? []), contact]);
  }
  return groups;
}

/** The counts of a UTC day, part by part; null when there are more parts than `most`. @ops 1 a part */
export async function readDayParts(
  store: KeyValueStore,
  day: number,
  most: number = LIMITS.countsParts,
): Promise<readonly CountsRecord['queues'][] | null> {
  const parts: CountsRecord['queues'][] = [];
  while (parts.length < most) {
    const key = KEY_OF.counts(day * DAY_MS, parts.length);
    const { queues, full } = readRecord(await store.get(key), NO_COUNTS);
    parts.push(queues);
    if (full !== true || parts.length === LIMITS.countsParts) return parts;
  }
  return null;
}

/**
 * Adds the contacts of one day to the part that is not full; returns that part, or null when all are full: the page then
 * lacks them, and delivery goes on. @ops 2, 3 more when a part became full
 */
async function addDay(
  store: KeyValueStore,
  batch: CountedBatch,
  day: number,
  from: number,
): Promise<number | null> {
  const keyOf = (part: number): string => KEY_OF.counts(day * DAY_MS, part);
  for (let part = from; part < LIMITS.countsParts; part += 1) {
    const before = readRecord(await store.get(keyOf(part)), NO_COUNTS);
    const added = withBatch(before, batch);
    if (before.full === true || jsonBytes(added) > LIMITS.countsBytesPerKey) continue;
    if (added !== before) await store.set(keyOf(part), added, KEPT);
    if (part > from) {
      // Only now the part before says that the day goes on.
      const previous = readRecord(await store.get(keyOf(part - 1)), NO_COUNTS);
      if (previous.full !== true) await store.set(keyOf(part - 1), { ...previous, full: true }, KEPT);
    }
    return part;
  }
  return null;
}

/** What adding a batch led to. */
export interface AddedCounts {
  /** Where the counts of each day go on. */
  readonly parts: Readonly<Record<string, number>>;
  /** The contacts that found no room and are not counted. */
  readonly uncounted: readonly CountedContact[];
}

/**
 * Adds a batch to the page's counts. Idempotent. `parts` says where each day goes on, and is only a hint.
 * @ops 2 for each day, 3 more when a part became full
 */
export async function addCounts(
  store: KeyValueStore,
  batch: CountedBatch,
  now: number,
  parts: AddedCounts['parts'] = {},
): Promise<AddedCounts> {
  const places: Record<string, number> = { ...parts };
  const uncounted: CountedContact[] = [];
  for (const [day, contacts] of byDay(batch.contacts, now)) {
    const part = await addDay(store, { ...batch, contacts }, day, places[day] ?? 0);
    if (part === null) uncounted.push(...contacts);
    else if (part > 0) places[day] = part;
  }
  return { parts: places, uncounted };
}
