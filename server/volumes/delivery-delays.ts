import type { DayFigures } from '../page-contract';
import type { Calendar } from '../values/calendar';

/** The delays of one day: a histogram whose buckets grow by a tenth, and the longest delay. */
interface DayDelays {
  readonly day: number;
  readonly worstSeconds: number;
  readonly buckets: readonly (readonly [bucket: number, contacts: number])[];
}

/** Stored under `in_flight`, so that no kill loses or doubles it. */
export interface DeliveryDelays {
  /** Contacts accepted on each of the last seven days. */
  readonly days: readonly (readonly [day: number, contacts: number])[];
  /** Of live contacts only: neither the history nor a resent batch shows how fast the app is. */
  readonly delays: DayDelays | null;
}

/** Before anything was accepted. */
export const NO_DELAYS: DeliveryDelays = { days: [], delays: null };

/** Contacts that injixo accepted at `at` (ms). */
export interface AcceptedContacts {
  readonly at: number;
  readonly occurredAt: readonly number[];
  readonly isLive: boolean;
}

const DAYS = 7;
const GROWTH = Math.log(1.1);

function withDelays(before: DayDelays | null, day: number, accepted: AcceptedContacts): DayDelays {
  const buckets = new Map(before?.day === day ? before.buckets : []);
  let worstSeconds = before?.day === day ? before.worstSeconds : 0;
  for (const occurredAt of accepted.occurredAt) {
    const seconds = Math.max(0, Math.round((accepted.at - occurredAt) / 1000));
    const bucket = Math.floor(Math.log(1 + seconds) / GROWTH);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
    worstSeconds = Math.max(worstSeconds, seconds);
  }
  return { day, worstSeconds, buckets: [...buckets] };
}

/** The delays with accepted contacts added. */
export function withAccepted(
  before: DeliveryDelays,
  accepted: AcceptedContacts,
  calendar: Calendar,
): DeliveryDelays {
  const day = calendar.dayOf(accepted.at);
  const days = new Map(before.days.filter(([each]) => each > day - DAYS));
  days.set(day, (days.get(day) ?? 0) + accepted.occurredAt.length);
  const delays = accepted.isLive ? withDelays(before.delays, day, accepted) : before.delays;
  return { days: [...days], delays };
}

function medianSeconds(delays: DayDelays): number {
  const inOrder = [...delays.buckets].sort((a, b) => a[0] - b[0]);
  let left = inOrder.reduce((sum, [, contacts]) => sum + contacts, 0) / 2;
  for (const [bucket, contacts] of inOrder) {
    left -= contacts;
    const middle = Math.round(Math.exp((bucket + 0.5) * GROWTH) - 1);
    if (left <= 0) return Math.min(middle, delays.worstSeconds);
  }
  return delays.worstSeconds;
}

/** The figures of a day, and the contacts accepted on it and the six before it. The median is exact to 5 %. */
export function figuresOf(
  { days, delays }: DeliveryDelays,
  day: number,
): { readonly today: DayFigures; readonly accepted7Days: number } {
  const accepted = new Map(days).get(day) ?? 0;
  const delay =
    delays?.day === day
      ? { medianSeconds: medianSeconds(delays), worstSeconds: delays.worstSeconds }
      : { medianSeconds: null, worstSeconds: null };
  const week = days.filter(([each]) => each > day - DAYS && each <= day);
  const accepted7Days = week.reduce((sum, [, contacts]) => sum + contacts, 0);
  return { today: { accepted, ...delay }, accepted7Days };
}
