import type { DayFigures } from '../page-contract';
import type { Calendar } from '../values/calendar';

/** How long contacts took, of one day: a histogram whose buckets grow by a tenth, and the longest. */
interface DayDelays {
  readonly day: number;
  readonly worstSeconds: number;
  readonly buckets: readonly (readonly [bucket: number, contacts: number])[];
}

/** What the batch note keeps of the last days, so that no kill can lose or double it. */
export interface DeliveryDelays {
  /** Contacts accepted on each of the last seven days. */
  readonly days: readonly (readonly [day: number, contacts: number])[];
  /** Live contacts alone: what a person sent again, and the history, says nothing about how fast the app is. */
  readonly delays: DayDelays | null;
}

/** Before anything was accepted. */
export const NO_DELAYS: DeliveryDelays = { days: [], delays: null };

/** What injixo accepted at one moment (ms). */
export interface AcceptedContacts {
  readonly at: number;
  readonly occurredAt: readonly number[];
  readonly isLive: boolean;
}

const DAYS = 7;
const GROWTH = Math.log(1.1);

function bucketOf(seconds: number): number {
  return Math.floor(Math.log(1 + seconds) / GROWTH);
}

/** The middle of a bucket, in whole seconds. */
function secondsOf(bucket: number): number {
  return Math.round(Math.exp((bucket + 0.5) * GROWTH) - 1);
}

function withOne(
  buckets: readonly (readonly [number, number])[],
  bucket: number,
): readonly (readonly [number, number])[] {
  const counts = new Map(buckets);
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  return [...counts];
}

function withDelays(before: DayDelays | null, day: number, accepted: AcceptedContacts): DayDelays | null {
  if (!accepted.isLive) return before;
  const first = before?.day === day ? before : { day, worstSeconds: 0, buckets: [] };
  return accepted.occurredAt.reduce<DayDelays>((delays, occurredAt) => {
    const seconds = Math.max(0, Math.round((accepted.at - occurredAt) / 1000));
    const worstSeconds = Math.max(delays.worstSeconds, seconds);
    return { day, worstSeconds, buckets: withOne(delays.buckets, bucketOf(seconds)) };
  }, first);
}

/** The totals with what injixo accepted. */
export function withAccepted(
  totals: DeliveryDelays,
  accepted: AcceptedContacts,
  calendar: Calendar,
): DeliveryDelays {
  const day = calendar.dayOf(accepted.at);
  const days = new Map(totals.days.filter(([each]) => each > day - DAYS));
  days.set(day, (days.get(day) ?? 0) + accepted.occurredAt.length);
  return { days: [...days], delays: withDelays(totals.delays, day, accepted) };
}

function medianSeconds(delays: DayDelays): number {
  const inOrder = [...delays.buckets].sort((a, b) => a[0] - b[0]);
  let left = inOrder.reduce((sum, [, contacts]) => sum + contacts, 0) / 2;
  for (const [bucket, contacts] of inOrder) {
    left -= contacts;
    if (left <= 0) return Math.min(secondsOf(bucket), delays.worstSeconds);
  }
  return delays.worstSeconds;
}

/** The figures of a day. The median is right to within five per cent. */
export function figuresOf({ days, delays }: DeliveryDelays, day: number): DayFigures {
  const accepted = new Map(days).get(day) ?? 0;
  if (delays?.day !== day) return { accepted, medianSeconds: null, worstSeconds: null };
  return { accepted, medianSeconds: medianSeconds(delays), worstSeconds: delays.worstSeconds };
}

/** Contacts accepted on a day and the six before it. */
export function acceptedInWeek({ days }: DeliveryDelays, day: number): number {
  const week = days.filter(([each]) => each > day - DAYS && each <= day);
  return week.reduce((sum, [, contacts]) => sum + contacts, 0);
}
