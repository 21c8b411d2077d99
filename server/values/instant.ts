import { LIMITS } from './limits';

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/;
const WALL_CLOCK_LENGTH = '2026-11-05T12:45:13'.length;
const OFFSET = /([+-]\d{2}):?(\d{2})$/;

/**
 * Reads an ISO 8601 date and time as milliseconds since 1970, floored to the whole second; null for anything else, and for
 * days that do not exist. A time without a zone is UTC.
 */
export function parseInstant(value: unknown): number | null {
  if (typeof value !== 'string' || !ISO_INSTANT.test(value)) return null;
  const wallClock = value.slice(0, WALL_CLOCK_LENGTH);
  const utc = Date.parse(`${wallClock}Z`);
  // Date.parse turns 30 February into a day of March.
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(wallClock)) return null;
  const offset = OFFSET.exec(value.slice(WALL_CLOCK_LENGTH));
  return offset === null ? utc : Date.parse(`${wallClock}${offset[1]}:${offset[2]}`);
}

/** Writes milliseconds since 1970 for injixo and Freshdesk: UTC, whole seconds, `2026-11-05T12:45:13Z`. */
export function formatInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, WALL_CLOCK_LENGTH)}Z`;
}

/** True for a moment (ms) that is more than a day ahead: a mistake of who wrote it, which statistics ignore. */
export function isFarAhead(at: number, now: number): boolean {
  return at > now + LIMITS.dateAheadMs;
}
