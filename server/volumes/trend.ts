import { isFarAhead } from '../values/instant';
import { jsonBytes } from '../values/json-bytes';
import { KEY_OF } from '../platform/keys';
import { inParallel } from '../values/in-parallel';
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
  const day = Math.max(record.day, ...daysOfSums([{ number, sums }]));
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

/** The days that these sums are about. */
export function daysOfSums(waiting: readonly WaitingSums[]): readonly number[] {
  return waiting.flatMap(({ sums }) =>
    Object.values(sums).flatMap((text) => [...readSums(text).days.keys()]),
  );
}

/**
 * Adds sums to the trend, part by part and those that wait longest first, while `mayAdd` allows. Returns what is left, and
 * the days of sums that outgrew a value. Idempotent: each part has the number of the last batch added to it.
 * @ops 2 for each part
 */
export async function addToTrend(
  store: KeyValueStore,
  waiting: readonly WaitingSums[],
  mayAdd: () => boolean,
): Promise<{ readonly left: readonly WaitingSums[]; readonly lackingDays: readonly number[] }> {
  const lackingDays: number[] = [];
  let left = waiting;
  const parts = new Set(waiting.flatMap(({ sums }) => Object.keys(sums).map(partOf)));
  for (const part of parts) {
    if (!mayAdd()) break;
    const here = sumsWhere(waiting, (queue) => partOf(queue) === part);
    const before = readRecord(await store.get(KEY_OF.trend(part)), EMPTY);
    const next = here.reduce((record, { number, sums }) => withSums(record, number, sums), before);
    if (jsonBytes(next) > LIMITS.keyValueBytes) lackingDays.push(...daysOfSums(here));
    else await store.set(KEY_OF.trend(part), next, { ttlSeconds: LIMITS.countsSeconds });
    left = sumsWhere(left, (queue) => partOf(queue) !== part);
  }
  return { left, lackingDays };
}

/** The trend of the first `queues` queues, by place. @ops 1 for each 250 queues */
export async function readTrend(
  store: KeyValueStore,
  queues: number,
): Promise<ReadonlyMap<string, QueueTrend>> {
  const parts = Math.max(1, Math.ceil(queues / LIMITS.trendQueuesPerKey));
  const records = await inParallel([...Array(parts).keys()], 1, (part) => store.get(KEY_OF.trend(part)));
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

/** Pending sums of one run, and the number of its last batch. */
export interface WaitingSums {
  readonly number: number;
  readonly sums: PendingTrend;
}

/** The sums of these queues alone; nothing where none is left. */
export function sumsWhere(
  waiting: readonly WaitingSums[],
  isWanted: (queue: string) => boolean,
): readonly WaitingSums[] {
  return waiting.flatMap(({ number, sums }) => {
    const wanted = Object.entries(sums).filter(([queue]) => isWanted(queue));
    return wanted.length === 0 ? [] : [{ number, sums: Object.fromEntries(wanted) }];
  });
}

function readSums(text: string | undefined): QueueTrend {
  const [last, days] = (text ?? '').split(';');
  if (last === undefined || days === undefined) return NO_CONTACTS;
  const pairs = days.split(',').map((pair) => pair.split(':').map((each) => parseInt(each, 36)));
  return { lastAt: parseInt(last, 36) * 1000, days: new Map(pairs as [number, number][]) };
}

/** An accepted batch. */
export interface SummedBatch {
  readonly contacts: readonly CountedContact[];
  /** When injixo accepted it (ms); contacts are not counted that are older than 35 days by then, or more than a day ahead. */
  readonly at: number;
  readonly isRepaired: boolean;
}

/** The pending sums with a batch added. */
export function withPendingTrend(sums: PendingTrend, batch: SummedBatch, calendar: Calendar): PendingTrend {
  const added = new Map(Object.entries(sums).map(([queue, text]) => [queue, readSums(text)]));
  const oldest = calendar.dayOf(batch.at) - LIMITS.trendDays;
  const believed = batch.contacts.filter(({ occurredAt }) => !isFarAhead(occurredAt, batch.at));
  for (const { occurredAt, queue } of believed) {
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
