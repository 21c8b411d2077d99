import { readField } from '../values/read-field';

/**
 * The file for support. Invariant: it copies only the fields that ALLOWED names, and of these only numbers, booleans, nulls
 * and this app's codes. So it holds no text from Freshdesk, injixo or the install page, and no id of a ticket or contact.
 */

/** `true`: a number, boolean, null or code. `count`: the length of a list. Else these fields of a record or of each in a list. */
export type Allowed = true | 'count' | { readonly [field: string]: Allowed };

const FAILURE = { code: true, since: true } as const;
const HELD = { number: true, reason: true, contacts: true, at: true } as const;

/** A cursor without its ticket. */
const CURSOR = {
  kind: true,
  from: true,
  until: true,
  since: true,
  page: true,
  back: { since: true },
  afterAt: true,
  begun: { repliesFrom: true },
  isCutShort: true,
  rows: true,
  isRead: true,
} as const;

const STATE = {
  v: true,
  cutOver: true,
  checkedUntil: true,
  completeUntil: true,
  sending: {
    mode: true,
    batchLimit: true,
    failure: FAILURE,
    notBefore: true,
    refusals: { at: true, stage: true, why: true },
    lastAnswerAt: true,
    countedLess: true,
  },
  held: { batches: HELD, discarded: HELD },
  freshdesk: {
    failure: FAILURE,
    quota: { perMinute: true, listPerMinute: true, notBefore: true },
    scopeSeenAt: true,
    aheadMs: true,
    zone: { askedAt: true },
  },
  outbox: { oldestWaiting: true, perMinute: true, leftOut: true },
  scan: {
    live: CURSOR,
    spam: CURSOR,
    deleted: CURSOR,
    deep: CURSOR,
    found: true,
    spamUntil: true,
    deletedUntil: true,
    deepUntil: true,
    deepEndedAt: true,
    counting: true,
    lastFullScope: { at: true, live: true, spam: true, deleted: true, deep: true },
    rowsPerMinute: true,
  },
  history: {
    state: true,
    from: true,
    until: true,
    tickets: true,
    contacts: true,
    queues: true,
    calls: true,
    doneUntil: true,
    minutesLeft: true,
    plan: { tickets: true, changed: true, gap: true, minutes: true },
    problem: { code: true },
  },
  alert: {
    matters: { code: true, since: true, told: true },
    solvedAt: true,
    ticket: { openedAt: true, notes: true },
    attempt: { what: true, says: true, at: true },
    notBefore: true,
  },
  schedule: { lastTickAt: true, tickMinutes: true },
  spent: { keyValue: { at: true, offsets: 'count' }, entity: { at: true, ops: 'count' } },
} as const;

const IN_FLIGHT = {
  v: true,
  number: true,
  origin: true,
  at: true,
  queues: 'count',
  contacts: 'count',
  outcome: { kind: true, at: true, reason: true },
  from: true,
  past: true,
  // Only whether the history sent it.
  resume: {},
  accepted: true,
  repaired: true,
  newestAt: true,
  acceptedAt: true,
} as const;

const OVERVIEW = {
  v: true,
  lastRunAt: true,
  nextTryAt: true,
  installedAt: true,
  completeUntil: true,
  nextStart: true,
  failure: FAILURE,
  freshdeskFailure: FAILURE,
  lastAcceptedAt: true,
  lastAnswerAt: true,
  accepted: true,
  repaired: true,
  waiting: true,
  due: true,
  oldestWaiting: true,
  waitingComplete: true,
  found: true,
  checkedUntil: true,
  unclear: true,
  parked: true,
  leftOut: true,
  queues: true,
  // Copied only while it is null: the name of a zone is not a code.
  timeZone: true,
  today: { accepted: true, medianSeconds: true, worstSeconds: true },
  accepted7Days: true,
  deepEndedAt: true,
  entityStoreAvailable: true,
  use: {
    keyValueOps: true,
    keyValueLimit: true,
    entityOps: true,
    entityLimit: true,
    freshdeskCalls: true,
    freshdeskLimit: true,
  },
  alert: { openedAt: true },
} as const;

/** The allow-list, in the shape of the stored records. */
export const ALLOWED = { state: STATE, inFlight: IN_FLIGHT, overview: OVERVIEW } as const satisfies Readonly<
  Record<string, Allowed>
>;

/** The contents of the file; `unknown` is as stored. */
export interface SupportFacts {
  /** Milliseconds. */
  readonly at: number;
  readonly version: string;
  readonly settings: object;
  readonly state: unknown;
  readonly inFlight: unknown;
  readonly overview: unknown;
  readonly orders: unknown;
  readonly schedule: SupportSchedule;
  readonly limits: object;
  /** Keys that could not be read, each with its error code. */
  readonly unread: readonly Readonly<Record<string, string>>[];
}

/** The recurring schedule; `found` is null when the platform did not answer. */
export interface SupportSchedule {
  readonly found: boolean | null;
  readonly everyMinutes: number | null;
  readonly cutOver: number | null;
}

const CODE = /^[a-z][a-z_]{0,40}(?: [a-z-]{1,20}){0,2}$/;

/** The value if it is a number, boolean, null or code. */
function copyPlain(value: unknown): unknown {
  const isCode = typeof value === 'string' && CODE.test(value);
  const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean';
  return isCode || isPlain ? value : undefined;
}

/** The allowed part of a value; undefined when there is none. */
function copy(value: unknown, allowed: Allowed): unknown {
  if (allowed === true || value === null) return copyPlain(value);
  if (allowed === 'count') return Array.isArray(value) ? value.length : undefined;
  if (Array.isArray(value)) return value.map((each) => copy(each, allowed) ?? null);
  if (typeof value !== 'object') return undefined;
  const parts = Object.entries(allowed).map(([name, part]) => [name, copy(readField(value, name), part)]);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as object;
}

/** The file. Commands are only counted: their fields name held batches. */
export function makeSupportFile(facts: SupportFacts): Readonly<Record<string, unknown>> {
  const { at, version, settings, schedule, orders, limits, unread } = facts;
  const commands = typeof orders === 'object' && orders !== null ? Object.keys(orders) : [];
  return {
    v: 1,
    at,
    versions: { app: version, state: copy(readField(facts.state, 'v'), true) ?? null },
    settings,
    schedule,
    state: copy(facts.state, ALLOWED.state) ?? null,
    inFlight: copy(facts.inFlight, ALLOWED.inFlight) ?? null,
    overview: copy(facts.overview, ALLOWED.overview) ?? null,
    orders: commands.filter((field) => field !== 'v').length,
    limits,
    unread,
  };
}
