import { tzOffset } from '@date-fns/tz/tzOffset';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
/** No zone is further from UTC than this, even on the day of a change. */
const FURTHEST_MS = 16 * 3_600_000;

/** The days of a time zone. A day is the number of days from 1970-01-01 to its date. */
export interface Calendar {
  /** The day on which a moment (ms) lies. */
  dayOf(at: number): number;
  /** The first moment (ms) of a day; days do not always have 24 hours. */
  startOf(day: number): number;
}

const UTC: Calendar = {
  dayOf: (at) => Math.floor(at / DAY_MS),
  startOf: (day) => day * DAY_MS,
};

/** True for a name that the platform's time zone data knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The calendar of an IANA time zone; that of UTC when there is none. */
export function createCalendar(zone: string | null): Calendar {
  if (zone === null || !isZone(zone)) return UTC;
  const dayOf = (at: number): number => Math.floor((at + tzOffset(zone, new Date(at)) * MINUTE_MS) / DAY_MS);
  return {
    dayOf,
    /** Binary search: a DST change can fall on midnight, so offset arithmetic fails. */
    startOf(day) {
      let before = (day * DAY_MS - FURTHEST_MS) / SECOND_MS;
      let after = (day * DAY_MS + FURTHEST_MS) / SECOND_MS;
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (dayOf(middle * SECOND_MS) < day) before = middle;
        else after = middle;
      }
      return after * SECOND_MS;
    },
  };
}

/** A day as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a `YYYY-MM-DD`; null for anything else. */
export function parseDay(text: unknown): number | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY_MS;
  return Number.isInteger(day) && dayText(day) === text ? day : null;
}
