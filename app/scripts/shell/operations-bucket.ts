/**
 * What one open page may spend of the 50 key-value operations that the platform gives the whole installation a minute: the
 * runs that deliver need 32 of them. Pure: times are milliseconds of any clock that does not go back.
 */

/** Operations that a page may spend at once, and how fast they come back: three a minute. */
export const CAPACITY = 10;
const REFILL_MS = 20_000;
/** A page whose call was refused rests so long, at random, so that several do not come back together. */
const REST_MS = { least: 60_000, most: 120_000 } as const;

/** The operations that a page may spend. */
export interface Bucket {
  /** What was there at `at`; less than nothing when an answer cost more than was expected. */
  readonly level: number;
  readonly at: number;
  /** Nothing is asked before. */
  readonly restsUntil: number;
}

/** The bucket of a page that opens now. */
export function fullBucket(now: number): Bucket {
  return { level: CAPACITY, at: now, restsUntil: now };
}

function levelAt({ level, at }: Bucket, now: number): number {
  return Math.min(CAPACITY, level + (now - at) / REFILL_MS);
}

/** How long a call that costs so much has to wait (ms). What costs more than the bucket holds waits until it is full. */
export function waitMs(bucket: Bucket, cost: number, now: number): number {
  // A call that costs the page nothing, a run, waits only while the page rests.
  const missing = cost === 0 ? 0 : Math.max(0, Math.min(cost, CAPACITY) - levelAt(bucket, now));
  return Math.max(Math.ceil(missing * REFILL_MS), bucket.restsUntil - now, 0);
}

/** The bucket after operations were spent. */
export function spent(bucket: Bucket, cost: number, now: number): Bucket {
  return { ...bucket, level: levelAt(bucket, now) - cost, at: now };
}

/** The bucket after the platform refused; `random` is from 0 to 1. */
export function refused(bucket: Bucket, now: number, random: number): Bucket {
  const rest = REST_MS.least + random * (REST_MS.most - REST_MS.least);
  return { ...bucket, restsUntil: Math.max(bucket.restsUntil, now + rest) };
}
