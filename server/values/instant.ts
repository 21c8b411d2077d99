const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/;
const WALL_CLOCK_LENGTH = '2026-11-05T12:45:13'.length;
const OFFSET = /[+-]\d{2}:?\d{2}$/;
const MINUTE_MS = 60_000;

function offsetMs(zone: string): number {
  const found = OFFSET.exec(zone);
  if (found === null) return 0;
  const digits = found[0].replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  return (digits.startsWith('-') ? -minutes : minutes) * MINUTE_MS;
}

/**
 * Reads an ISO 8601 date and time as milliseconds since 1970, floored to the whole second; null for anything else, and for
 * days that do not exist. A time without a zone is UTC.
 */
export function parseInstant(value: unknown): number | null {
  if (typeof value !== 'string' || !ISO_INSTANT.test(value)) return null;
  const wallClock = value.slice(0, WALL_CLOCK_LENGTH);
  const ms = Date.parse(`${wallClock}Z`);
  // Date.parse turns 30 February into a day of March.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(wallClock)) return null;
  return ms - offsetMs(value.slice(WALL_CLOCK_LENGTH));
}

/** Writes milliseconds since 1970 for injixo and Freshdesk: UTC, whole seconds, `2026-11-05T12:45:13Z`. */
export function formatInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, WALL_CLOCK_LENGTH)}Z`;
}
