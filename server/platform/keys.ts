import { LIMITS } from '../values/limits';

const HOUR_MS = 3_600_000;

/** Every key of the key-value store and every schedule name is built here and nowhere else. */
export const KEYS = {
  lease: 'lease',
  state: 'state',
  inFlight: 'in_flight',
  orders: 'orders',
  names: 'names',
  overview: 'overview',
  found: 'found',
  tally: 'tally',
  history: 'history',
  check: 'check',
} as const;

/** The mark that one run, and only one, may overwrite a lease that should have expired. */
export function leaseAfterKey(until: number): string {
  return `lease-after:${until}`;
}

/** Where a held batch lies. */
export function heldKey(number: number): string {
  return `held:${number}`;
}

/** The ledger key of a ticket. */
export function ticketsKey(ticketId: number): string {
  return `tickets:${Math.floor(ticketId / LIMITS.ticketsPerKey)}`;
}

function hourText(ms: number): string {
  return new Date(Math.floor(ms / HOUR_MS) * HOUR_MS).toISOString().slice(0, 13);
}

/** The ledger key of the replies of an hour (UTC); `part` counts up when an hour needs more than one key. */
export function repliesKey(occurredAt: number, part: number): string {
  const key = `replies:${hourText(occurredAt)}`;
  return part === 0 ? key : `${key}:${part}`;
}

/** The tickets whose history is sent, one bit each; every stage of the import has bits of its own. */
export function importedKey(ticketId: number, stage: number): string {
  const key = `imported:${Math.floor(ticketId / LIMITS.ticketsPerKey)}`;
  return stage === 1 ? key : `${key}:${stage}`;
}

/** The replies that a stage of the import sent, in the order in which it met them. */
export function importedRepliesKey(stage: number, part: number): string {
  return `imported-replies:${stage}:${part}`;
}

/** Where queue names are frozen. */
export function queuesKey(part: number): string {
  return `queues:${part}`;
}

/** When the three hours (UTC) begin that a moment falls into (ms). */
export function countsStart(at: number): number {
  const spanMs = LIMITS.countsHours * HOUR_MS;
  return Math.floor(at / spanMs) * spanMs;
}

/** The counts of the three hours (UTC) a contact falls into. */
export function countsKey(occurredAt: number): string {
  return `counts:${hourText(countsStart(occurredAt))}`;
}

/** What Freshdesk itself shows of a day of the account. */
export function dayKey(day: string): string {
  return `day:${day}`;
}

/** The daily sums of some queues. */
export function trendKey(part: number): string {
  return `trend:${part}`;
}

/** The recurring schedule. */
export const TICK_NAME = 'injixo-connect-tick';

/** The one-time run of a minute of the hour, so that adding it twice is harmless and all can be removed. */
export function runName(at: number): string {
  const minute = Math.floor(at / 60_000) % 60;
  return `injixo-connect-run-${String(minute).padStart(2, '0')}`;
}

/** The names of all schedules this app can have made. */
export function allScheduleNames(): readonly string[] {
  const minutes = [...Array(60).keys()].map((minute) => runName(minute * 60_000));
  return [TICK_NAME, ...minutes];
}
