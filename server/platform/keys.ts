import { LIMITS } from '../values/limits';

const HOUR_MS = 3_600_000;

/** The fixed keys. All keys of the key-value store and all schedule names are built in this file. */
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

/** Created by the one run that may take over a lease that should have expired. */
export function leaseAfterKey(until: number): string {
  return `lease-after:${until}`;
}

/** The key of a held batch. */
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

/** The key of the tickets that a span of the import is done with, one bit each. */
export function importedKey(ticketId: number, span: number): string {
  const key = `imported:${Math.floor(ticketId / LIMITS.ticketsPerKey)}`;
  return span === 1 ? key : `${key}:${span}`;
}

/** The key of the replies that a span of the import sent, in that order. */
export function importedRepliesKey(span: number, part: number): string {
  return `imported-replies:${span}:${part}`;
}

/** The key of the queue registry. */
export function queuesKey(part: number): string {
  return `queues:${part}`;
}

/** The start (ms) of the three hours (UTC) of a moment. */
export function countsStart(at: number): number {
  const spanMs = LIMITS.countsHours * HOUR_MS;
  return Math.floor(at / spanMs) * spanMs;
}

/** The key of the counts of a contact's three hours (UTC). */
export function countsKey(occurredAt: number): string {
  return `counts:${hourText(countsStart(occurredAt))}`;
}

/** The key of Freshdesk's own counts of a day. */
export function dayKey(day: string): string {
  return `day:${day}`;
}

/** The key of the daily sums of some queues. */
export function trendKey(part: number): string {
  return `trend:${part}`;
}

/** The recurring schedule. */
export const TICK_NAME = 'injixo-connect-tick';

/** The name of a one-time run, by its minute of the hour, so that planning is idempotent and all can be removed. */
export function runName(at: number): string {
  const minute = Math.floor(at / 60_000) % 60;
  return `injixo-connect-run-${String(minute).padStart(2, '0')}`;
}

/** The names of all schedules the app can have created. */
export function allScheduleNames(): readonly string[] {
  const minutes = [...Array(60).keys()].map((minute) => runName(minute * 60_000));
  return [TICK_NAME, ...minutes];
}
