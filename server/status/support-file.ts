import { readField } from '../values/read-field';

/**
 * The file that a person downloads and sends to support. Of each stored record only what ALLOWED names is copied, and of
 * that only numbers, booleans, nulls and this app's own codes: no text that came from Freshdesk, injixo or the install page
 * has a way into it, and no id of a ticket or contact.
 */

/**
 * What of a value may leave the installation: the value itself when it is a number, a boolean, null or a code; only how
 * many entries a list has; or some fields of a record, or of each record of a list.
 */
export type Allowed = true | 'count' | { readonly [field: string]: Allowed };

const FAILURE = { code: true, since: true } as const;

const HELD = { number: true, reason: true, contacts: true, at: true } as const;

/** Where a walk stands, without the ticket it stands at. */
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
    refused: 'count',
    suspects: 'count',
    triedAgain: 'count',
    lastAnswerAt: true,
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
  // Whether the import sent it.
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
  // Whether it is unknown: the name of a zone is no code.
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

/** What may leave the installation, in the shape in which it is stored. */
export const ALLOWED = { state: STATE, inFlight: IN_FLIGHT, overview: OVERVIEW } as const satisfies Readonly<
  Record<string, Allowed>
>;

/** What the file is made of; `unknown` is as it was stored. */
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
  /** Keys the store did not give, each with the code of why: their records are missing here, not there. */
  readonly unread: readonly Readonly<Record<string, string>>[];
}

/** What is known of the recurring schedule; `found` is null when the platform did not say. */
export interface SupportSchedule {
  readonly found: boolean | null;
  readonly everyMinutes: number | null;
  readonly cutOver: number | null;
}

const CODE = /^[a-z][a-z_]{0,40}(?: [a-z-]{1,20}){0,2}$/;

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return CODE.test(value);
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

function copyFields(record: unknown, fields: Readonly<Record<string, Allowed>>): object | undefined {
  if (typeof record !== 'object') return undefined;
  const copied = Object.entries(fields).map(([name, inner]) => [name, copy(readField(record, name), inner)]);
  return Object.fromEntries(copied.filter(([, value]) => value !== undefined)) as object;
}

/** What is allowed of a value; undefined when nothing is. */
function copy(value: unknown, allowed: Allowed): unknown {
  if (allowed === true || value === null) return isPlain(value) ? value : undefined;
  if (!Array.isArray(value)) return allowed === 'count' ? undefined : copyFields(value, allowed);
  return allowed === 'count' ? value.length : value.map((each) => copy(each, allowed) ?? null);
}

/** Orders are told by their number: their fields name held batches. */
function countOrders(orders: unknown): number {
  const fields = typeof orders === 'object' && orders !== null ? Object.keys(orders) : [];
  return fields.filter((field) => field !== 'v').length;
}

/** The whole file. */
export function makeSupportFile(facts: SupportFacts): Readonly<Record<string, unknown>> {
  const { at, version, settings, schedule, limits, unread } = facts;
  return {
    v: 1,
    at,
    versions: { app: version, state: copy(readField(facts.state, 'v'), true) ?? null },
    settings,
    schedule,
    state: copy(facts.state, ALLOWED.state) ?? null,
    inFlight: copy(facts.inFlight, ALLOWED.inFlight) ?? null,
    overview: copy(facts.overview, ALLOWED.overview) ?? null,
    orders: countOrders(facts.orders),
    limits,
    unread,
  };
}
