import type { Calendar } from '../calendar/calendar';
import { LIMITS } from '../platform/limits';
import { REPAIRED, type CountedContact } from './counts';

/**
 * Contacts by queue and day that the trend does not have yet. The batch note carries them from batch to batch, so that all
 * that a run sends is added to the trend at once, and no kill loses or doubles any of it. By the queue's place among the
 * frozen ones, and one more for what the scan repaired.
 */
export type DaySums = Readonly<Record<string, string>>;

/** One queue's sums. */
export interface QueueSums {
  /** When the last of its contacts happened (s). */
  readonly last: number;
  readonly days: ReadonlyMap<number, number>;
}

const NOTHING: QueueSums = { last: 0, days: new Map() };

/** Reads one queue's sums. */
export function readSums(text: string | undefined): QueueSums {
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
export function withDaySums(sums: DaySums, batch: SummedBatch, calendar: Calendar): DaySums {
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
