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

/** The start (ms) of the three hours (UTC) of a moment. */
export function countsStart(at: number): number {
  const spanMs = LIMITS.countsHours * HOUR_MS;
  return Math.floor(at / spanMs) * spanMs;
}

/** The length of an hour in UTC, such as `2026-11-05T13`. */
const HOUR_LENGTH = 13;

/** The keys that are made of numbers or times. */
export const KEY_OF = {
  /** Created by the one run that may take over a lease that should have expired. */
  leaseAfter: (until: number) => `lease-after:${until}`,
  /** A held batch. */
  held: (number: number) => `held:${number}`,
  /** The ledger of a ticket. */
  tickets: (ticketId: number) => `tickets:${Math.floor(ticketId / LIMITS.ticketsPerKey)}`,
  /** The ledger of the replies of an hour (UTC); `part` counts up when an hour needs more than one key. */
  replies: (occurredAt: number, part: number) =>
    `replies:${new Date(occurredAt).toISOString().slice(0, HOUR_LENGTH)}${part === 0 ? '' : `:${part}`}`,
  /** The tickets that a span of the import is done with, one bit each. */
  imported: (ticketId: number, span: number) =>
    `imported:${Math.floor(ticketId / LIMITS.ticketsPerKey)}${span === 1 ? '' : `:${span}`}`,
  /** The replies that a span of the import sent, in that order. */
  importedReplies: (span: number, part: number) => `imported-replies:${span}:${part}`,
  /** The queue registry. */
  queues: (part: number) => `queues:${part}`,
  /** The counts of a contact's three hours (UTC). */
  counts: (occurredAt: number) =>
    `counts:${new Date(countsStart(occurredAt)).toISOString().slice(0, HOUR_LENGTH)}`,
  /** Freshdesk's own counts of a day. */
  day: (day: string) => `day:${day}`,
  /** The daily sums of some queues. */
  trend: (part: number) => `trend:${part}`,
} as const;

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
