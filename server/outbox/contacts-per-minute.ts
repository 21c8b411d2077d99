import { LIMITS } from '../platform/limits';
import type { StoredRecord } from '../platform/ports';

const MINUTE_MS = 60_000;

interface Numbered {
  readonly number: number;
  readonly at: number;
}

/** The running number at the end of a record's id (vendor's entity storage page: a prefix and an incremental number). */
function numbered(record: StoredRecord): readonly Numbered[] {
  const digits = /(\d+)$/.exec(record.recordId)?.[1];
  const number = Number(digits);
  return record.recordedAt === null || !Number.isSafeInteger(number)
    ? []
    : [{ number, at: record.recordedAt }];
}

/**
 * How many contacts a minute were recorded lately, told from any part of the outbox: records carry running numbers, so two
 * of them and the time between them say how many came in between, however few of them were listed.
 */
export function contactsPerMinute(records: readonly StoredRecord[], now: number): number {
  const lately = records.flatMap(numbered).filter((each) => now - each.at < LIMITS.latelyMs);
  const times = lately.map((each) => each.at);
  const numbers = lately.map((each) => each.number);
  const spreadMs = Math.max(...times) - Math.min(...times);
  if (lately.length < 2 || spreadMs < LIMITS.latelySpreadMs) return lately.length;
  return ((Math.max(...numbers) - Math.min(...numbers)) / spreadMs) * MINUTE_MS;
}
