import { LIMITS } from '../values/limits';

/** The length of an hour in UTC, such as `2026-11-05T13`, and of a day. */
const HOUR_LENGTH = 13;
const DAY_LENGTH = 10;

/** The fixed keys. All keys of the key-value store and all schedule names are built in this file. */
export const KEYS = {
  lease: 'lease',
  state: 'state',
  inFlight: 'in_flight',
  orders: 'orders',
  names: 'names',
  newFacts: 'facts:new',
  overview: 'overview',
  found: 'found',
  tally: 'tally',
  history: 'history',
  check: 'check',
} as const;

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
  /** Facts of tickets, as events told them. */
  facts: (ticketId: number) => `facts:${Math.floor(ticketId / LIMITS.factsTicketsPerKey)}`,
  /** Requester and creation of chats, as events told them. */
  chats: (ticketId: number) => `chats:${Math.floor(ticketId / LIMITS.chatTicketsPerKey)}`,
  /** Contacts that need something no run can get yet. */
  waiting: (number: number) => `waiting:${number}`,
  /** Replies dated before the installation that were delivered live; a later import leaves them out. */
  early: (number: number) => `early:${number}`,
  /** What happened, 50 entries a key. */
  activity: (number: number) => `activity:${number}`,
  /** The queue registry. */
  queues: (part: number) => `queues:${part}`,
  /** The counts of a contact's day (UTC); `part` counts up when a day needs more than one key. */
  counts: (occurredAt: number, part: number) =>
    `counts:${new Date(occurredAt).toISOString().slice(0, DAY_LENGTH)}${part === 0 ? '' : `:${part}`}`,
  /** Freshdesk's own counts of a day. */
  day: (day: string) => `day:${day}`,
  /** The daily sums of some queues. */
  trend: (part: number) => `trend:${part}`,
} as const;

/** The recurring schedule. */
export const TICK_NAME = 'injixo-connect-tick';

/** The one-time schedule whose data keep the outcome of a batch when the key-value store refuses it. */
export const OUTCOME_NAME = 'injixo-connect-outcome';

/** The name of a one-time run, by its minute of the hour, so that planning is idempotent and all can be removed. */
export function runName(at: number): string {
  const minute = Math.floor(at / 60_000) % 60;
  return `injixo-connect-run-${String(minute).padStart(2, '0')}`;
}

/** The names of all schedules the app can have created. */
export function allScheduleNames(): readonly string[] {
  const minutes = [...Array(60).keys()].map((minute) => runName(minute * 60_000));
  return [TICK_NAME, OUTCOME_NAME, ...minutes];
}
