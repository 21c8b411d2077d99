import { jsonBytes } from '../values/json-bytes';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import type { Calendar } from '../values/calendar';
import { readRecord, REPAIRED, type CountedContact } from './counts';

/** Daily sums of 35 days for up to 250 queues, the newest day first (`last contact;count,count,…`). */
interface TrendRecord {
  readonly v: 1;
  /** The number of the last batch added; it makes adding idempotent. */
  readonly last: number;
  /** The day of the first count of every queue. */
  readonly day: number;
  readonly queues: Readonly<Record<string, string>>;
}

/** The daily sums of a queue. */
export interface QueueTrend {
  /** When its last contact happened (ms). */
  readonly lastAt: number;
  /** Contacts by day; days without any are left out. */
  readonly days: ReadonlyMap<number, number>;
}

/** The daily sums of a queue without contacts. */
export const NO_CONTACTS: QueueTrend = { lastAt: 0, days: new Map() };

const EMPTY: TrendRecord = { v: 1, last: 0, day: 0, queues: {} };

function readQueue(text: string | undefined, day: number): QueueTrend {
  const [last = '', counts = ''] = (text ?? '').split(';');
  const pairs = counts.split(',').map((count, index) => [day - index, parseInt(count, 36)] as const);
  return {
    lastAt: (parseInt(last, 36) || 0) * 1000,
    days: new Map(pairs.filter(([, count]) => count > 0)),
  };
}

/** The record with the sums of a batch added. Idempotent. */
function withSums(record: TrendRecord, number: number, sums: PendingTrend): TrendRecord {
  if (record.last >= number) return record;
  const days = Object.values(sums).flatMap((text) => [...readSums(text).days.keys()]);
  const day = Math.max(record.day, ...days);
  const keys = new Set([...Object.keys(record.queues), ...Object.keys(sums)]);
  const queues = [...keys].map((key) => {
    const before = readQueue(record.queues[key], record.day);
    const more = readSums(sums[key]);
    const columns = [...Array(LIMITS.trendDays).keys()].map((index) => {
      const count = (before.days.get(day - index) ?? 0) + (more.days.get(day - index) ?? 0);
      return count === 0 ? '' : count.toString(36);
    });
    const lastAt = Math.max(before.lastAt, more.lastAt) / 1000;
    return [key, `${lastAt.toString(36)};${columns.join(',').replace(/,+$/, '')}`] as const;
  });
  return { v: 1, last: number, day, queues: Object.fromEntries(queues) };
}

/** The part of the trend that holds a queue; what the scan found is in the first. */
function partOf(queue: string): number {
  return Math.floor(Math.max(0, Number(queue) || 0) / LIMITS.trendQueuesPerKey);
}

/** The number of parts that these queues and sums touch. */
export function trendParts(sums: PendingTrend, queues: readonly number[] = []): number {
  return new Set([...Object.keys(sums), ...queues.map(String)].map(partOf)).size;
}

/** Adds the pending sums of a batch. Idempotent. @ops 2 for each part */
export async function addToTrend(store: KeyValueStore, number: number, sums: PendingTrend): Promise<void> {
  const parts = new Map<number, PendingTrend>();
  for (const [queue, text] of Object.entries(sums))
    parts.set(partOf(queue), { ...parts.get(partOf(queue)), [queue]: text });
  for (const [part, group] of parts) {
    const next = withSums(readRecord(await store.get(KEY_OF.trend(part)), EMPTY), number, group);
    // If sums outgrow a value, the page lacks them; delivery goes on.
    if (jsonBytes(next) > LIMITS.keyValueBytes) continue;
    await store.set(KEY_OF.trend(part), next, { ttlSeconds: LIMITS.countsSeconds });
  }
}

/** The trend of the first `queues` queues, by place. Reads in parallel. @ops 1 for each 250 queues */
export async function readTrend(
  store: KeyValueStore,
  queues: number,
): Promise<ReadonlyMap<string, QueueTrend>> {
  const parts = Math.max(1, Math.ceil(queues / LIMITS.trendQueuesPerKey));
  const records = await Promise.all([...Array(parts).keys()].map((part) => store.get(KEY_OF.trend(part))));
  return new Map(
    records
      .map((stored) => readRecord(stored, EMPTY))
      .flatMap(({ day, queues: texts }) =>
        Object.entries(texts).map(([queue, text]) => [queue, readQueue(text, day)] as const),
      ),
  );
}

/**
 * Contacts by queue and day that are not in the trend yet. `in_flight` keeps them, so that the trend is updated once a run,
 * and no kill loses or doubles any. Keys are places in the registry, and REPAIRED.
 */
export type PendingTrend = Readonly<Record<string, string>>;

function readSums(text: string | undefined): QueueTrend {
  const [last, days] = (text ?? '').split(';');
  if (last === undefined || days === undefined) return NO_CONTACTS;
  const pairs = days.split(',').map((pair) => pair.split(':').map((each) => parseInt(each, 36)));
  return { lastAt: parseInt(last, 36) * 1000, days: new Map(pairs as [number, number][]) };
}

/** An accepted batch. */
export interface SummedBatch {
  readonly contacts: readonly CountedContact[];
  /** When injixo accepted it (ms); contacts older than 35 days by then are not counted. */
  readonly at: number;
  readonly isRepaired: boolean;
}

/** The pending sums with a batch added. */
export function withPendingTrend(sums: PendingTrend, batch: SummedBatch, calendar: Calendar): PendingTrend {
  const added = new Map(Object.entries(sums).map(([queue, text]) => [queue, readSums(text)]));
  const oldest = calendar.dayOf(batch.at) - LIMITS.trendDays;
  for (const { occurredAt, queue } of batch.contacts) {
    const day = calendar.dayOf(occurredAt);
    if (day <= oldest) continue;
    for (const key of batch.isRepaired ? [String(queue), REPAIRED] : [String(queue)]) {
      const { lastAt, days } = added.get(key) ?? NO_CONTACTS;
      added.set(key, {
        lastAt: Math.max(lastAt, Math.floor(occurredAt / 1000) * 1000),
        days: new Map(days).set(day, (days.get(day) ?? 0) + 1),
      });
    }
  }
  const texts = [...added].map(([queue, { lastAt, days }]) => {
    const pairs = [...days].map(([day, count]) => `${day.toString(36)}:${count.toString(36)}`);
    return [queue, `${(lastAt / 1000).toString(36)};${pairs.join(',')}`] as const;
  });
  return Object.fromEntries(texts);
}
