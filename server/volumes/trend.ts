import { jsonBytes } from '../values/json-bytes';
import { trendKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import type { Calendar } from '../values/calendar';
import { REPAIRED, type CountedContact } from './counts';

/** Daily sums of the last 35 days of the queues of one part, the newest day first (`last contact;count,count,…`). */
interface TrendRecord {
  readonly v: 1;
  /** The last batch whose sums are in it, so that adding them again adds nothing. */
  readonly last: number;
  /** The day of the first count of every queue. */
  readonly day: number;
  readonly queues: Readonly<Record<string, string>>;
}

/** One queue's last days. */
export interface QueueTrend {
  /** When its last contact happened (ms). */
  readonly lastAt: number;
  /** Contacts by day; days without any are left out. */
  readonly days: ReadonlyMap<number, number>;
}

const EMPTY: TrendRecord = { v: 1, last: 0, day: 0, queues: {} };

function parseRecord(stored: unknown): TrendRecord {
  const record = stored as Partial<TrendRecord> | undefined | null;
  return record?.v === 1 ? { ...EMPTY, ...record } : EMPTY;
}

function readQueue(text: string | undefined, day: number): QueueTrend {
  const [last = '', counts = ''] = (text ?? '').split(';');
  const pairs = counts.split(',').map((count, index) => [day - index, parseInt(count, 36)] as const);
  return {
    lastAt: (parseInt(last, 36) || 0) * 1000,
    days: new Map(pairs.filter(([, count]) => count > 0)),
  };
}

function writeQueue({ lastAt, days }: QueueTrend, day: number): string {
  const columns = [...Array(LIMITS.trendDays).keys()].map((index) => days.get(day - index) ?? 0);
  const counts = columns.map((count) => (count === 0 ? '' : count.toString(36))).join(',');
  return `${(lastAt / 1000).toString(36)};${counts.replace(/,+$/, '')}`;
}

function added(before: QueueTrend, text: string | undefined): QueueTrend {
  const { last, days } = readSums(text);
  const sum = new Map(before.days);
  for (const [day, count] of days) sum.set(day, (sum.get(day) ?? 0) + count);
  return { lastAt: Math.max(before.lastAt, last * 1000), days: sum };
}

/** The record with sums added under the number of their last batch; unchanged when it has that number already. */
function withSums(record: TrendRecord, number: number, sums: PendingTrend): TrendRecord {
  if (record.last >= number) return record;
  const days = Object.values(sums).flatMap((text) => [...readSums(text).days.keys()]);
  const day = Math.max(record.day, ...days);
  const keys = new Set([...Object.keys(record.queues), ...Object.keys(sums)]);
  const queues = [...keys].map((key) => {
    const queue = added(readQueue(record.queues[key], record.day), sums[key]);
    return [key, writeQueue(queue, day)] as const;
  });
  return { v: 1, last: number, day, queues: Object.fromEntries(queues) };
}

/** The part of the trend in which a queue lies; what the scan repaired lies in the first. */
function partOf(queue: string): number {
  return Math.floor(Math.max(0, Number(queue) || 0) / LIMITS.trendQueuesPerKey);
}

function byPart(sums: PendingTrend): ReadonlyMap<number, PendingTrend> {
  const parts = new Map<number, PendingTrend>();
  for (const [queue, text] of Object.entries(sums))
    parts.set(partOf(queue), { ...parts.get(partOf(queue)), [queue]: text });
  return parts;
}

/** The parts of the trend that these queues touch, those of the sums included. */
export function trendParts(sums: PendingTrend, queues: readonly number[] = []): number {
  return new Set([...Object.keys(sums), ...queues.map(String)].map(partOf)).size;
}

/** Adds the sums that the note of this batch carries, once however often it is called. Two operations a part. */
export async function addToTrend(store: KeyValueStore, number: number, sums: PendingTrend): Promise<void> {
  for (const [part, group] of byPart(sums)) {
    const next = withSums(parseRecord(await store.get(trendKey(part))), number, group);
    // Delivery does not stop for a page that has more to show than a value holds.
    if (jsonBytes(next) > LIMITS.keyValueBytes) continue;
    await store.set(trendKey(part), next, { ttlSeconds: LIMITS.countsSeconds });
  }
}

/** The trend of so many frozen queues, by their places. One operation for each 250 queues, at the same time. */
export async function readTrend(
  store: KeyValueStore,
  queues: number,
): Promise<ReadonlyMap<string, QueueTrend>> {
  const parts = Math.max(1, Math.ceil(queues / LIMITS.trendQueuesPerKey));
  const records = await Promise.all([...Array(parts).keys()].map((part) => store.get(trendKey(part))));
  return new Map(
    records
      .map(parseRecord)
      .flatMap(({ day, queues: texts }) =>
        Object.entries(texts).map(([queue, text]) => [queue, readQueue(text, day)] as const),
      ),
  );
}

/**
 * Contacts by queue and day that the trend does not have yet. The batch note carries them from batch to batch, so that all
 * that a run sends is added to the trend at once, and no kill loses or doubles any of it. By the queue's place among the
 * frozen ones, and one more for what the scan repaired.
 */
export type PendingTrend = Readonly<Record<string, string>>;

/** One queue's sums. */
export interface QueueSums {
  /** When the last of its contacts happened (s). */
  readonly last: number;
  readonly days: ReadonlyMap<number, number>;
}

const NOTHING: QueueSums = { last: 0, days: new Map() };

/** Reads one queue's sums. */
function readSums(text: string | undefined): QueueSums {
  const [last, days] = (text ?? '').split(';');
  if (last === undefined || days === undefined) return NOTHING;
  const pairs = days.split(',').map((pair) => pair.split(':').map((each) => parseInt(each, 36)));
  return { last: parseInt(last, 36), days: new Map(pairs as [number, number][]) };
}

function writeSums({ last, days }: QueueSums): string {
  const pairs = [...days].map(([day, count]) => `${day.toString(36)}:${count.toString(36)}`);
  return `${last.toString(36)};${pairs.join(',')}`;
}

function withOne({ last, days }: QueueSums, day: number, seconds: number): QueueSums {
  return {
    last: Math.max(last, seconds),
    days: new Map(days).set(day, (days.get(day) ?? 0) + 1),
  };
}

/** Accepted contacts, and where they belong. */
export interface SummedBatch {
  readonly contacts: readonly CountedContact[];
  /** When injixo accepted them (ms): what is older than 35 days by then is on no page. */
  readonly at: number;
  readonly isRepaired: boolean;
}

/** The sums with a batch added. */
export function withPendingTrend(sums: PendingTrend, batch: SummedBatch, calendar: Calendar): PendingTrend {
  const added = new Map(Object.entries(sums).map(([queue, text]) => [queue, readSums(text)]));
  const oldest = calendar.dayOf(batch.at) - LIMITS.trendDays;
  for (const { occurredAt, queue } of batch.contacts) {
    const day = calendar.dayOf(occurredAt);
    if (day <= oldest) continue;
    for (const key of batch.isRepaired ? [String(queue), REPAIRED] : [String(queue)])
      added.set(key, withOne(added.get(key) ?? NOTHING, day, Math.floor(occurredAt / 1000)));
  }
  return Object.fromEntries([...added].map(([queue, each]) => [queue, writeSums(each)]));
}
