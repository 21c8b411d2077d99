/** `true`: a number, boolean, null or code. `zone`: the name of a time zone. `count`: the length of a list. Else these fields of a record or of each in a list. */
export type Allowed = true | 'zone' | 'count' | { readonly [field: string]: Allowed };

const PLAN = { tickets: true, changed: true, contacts: true, gap: true, minutes: true } as const;
const FAILURE = { code: true, since: true } as const;
const HELD = { number: true, reason: true, contacts: true, at: true, decidedAt: true } as const;

const LAST_ERROR = { at: true, status: true } as const;
const ENTRIES = { at: true, kind: true, code: true, count: true, batch: true } as const;
const WAITS = { contacts: true, oldestDueAt: true } as const;
const PAUSE = { readAt: true, until: true } as const;
const CALL_LIMIT = {
  ...({ total: true, isMinute: true, remaining: true, readAt: true } as const),
  ...({ refilledAt: true, mostLeft: true, used: true, usedAt: true } as const),
} as const;

/** A cursor without its ticket. */
const CURSOR = {
  kind: true,
  from: true,
  until: true,
  since: true,
  page: true,
  back: { since: true },
  afterAt: true,
  begun: { repliesFrom: true, page: true, again: true },
  isCutShort: true,
  rows: true,
  isRead: true,
} as const;

/** Tickets that cannot be read, without their numbers. */
const SET_ASIDE = {
  tickets: {
    call: true,
    reason: true,
    since: true,
    triedAt: true,
    from: true,
    page: true,
    again: true,
    until: true,
  },
  failing: { call: true, reason: true, since: true, runs: true, runAt: true },
  alike: { replies: { reason: true, since: true, lastAt: true } },
} as const;

const STATE = {
  v: true,
  cutOver: true,
  isCutOverKnown: true,
  checkedUntil: true,
  completeUntil: true,
  checkedFrom: true,
  sending: {
    mode: true,
    batchLimit: true,
    failure: FAILURE,
    lastError: LAST_ERROR,
    notBefore: true,
    refusals: { at: true, stage: true, why: true },
    lastAnswerAt: true,
    countedLess: true,
  },
  held: { batches: HELD, discarded: HELD },
  freshdesk: {
    failure: FAILURE,
    lastError: LAST_ERROR,
    quota: { account: CALL_LIMIT, lists: CALL_LIMIT, pause: PAUSE, listPause: PAUSE },
    scopeSeenAt: true,
    namesReadAt: true,
    zone: { iana: 'zone', askedAt: true },
    language: { askedAt: true },
    setAside: SET_ASIDE,
    showsTrash: true,
    unreadable: { count: true, lastAt: true },
  },
  outbox: {
    oldestWaiting: true,
    recordedAt: true,
    perMinute: true,
    leftOut: true,
    unreadable: true,
    undeleted: 'count',
    silentSince: true,
    // Without the groups' ids.
    waiting: {
      next: true,
      keys: { number: true, reason: true, contacts: true, oldestAt: true, happenedAt: true, also: 'count' },
    },
  },
  scan: {
    live: CURSOR,
    spam: CURSOR,
    deleted: CURSOR,
    deep: CURSOR,
    found: true,
    oldestFound: true,
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
    plan: PLAN,
    problem: { code: true },
    setAside: SET_ASIDE.tickets,
    standstill: FAILURE,
    startedFrom: true,
    next: { from: true, until: true, plan: PLAN },
  },
  alert: {
    matters: { code: true, since: true, told: true },
    solvedAt: true,
    ticket: { openedAt: true, notes: true },
    attempt: { what: true, says: true, at: true },
    notBefore: true,
  },
  schedule: { lastTickAt: true, tickMinutes: true, madeAt: true },
  // Without the checksums of the settings, and what rides in the overview.
  activity: { seen: { failing: { injixo: 'count', freshdesk: 'count' } }, entries: ENTRIES, parts: true },
  spent: { keyValue: { at: true, offsets: 'count' }, entity: { at: true, ops: 'count' } },
  remembered: {
    batch: { number: true, accepted: true, repaired: true, newestAt: true, acceptedAt: true },
    queues: true,
  },
  lost: { records: true, contacts: true, at: true },
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
  isCutOverKnown: true,
  lastTickAt: true,
  scheduleMadeAt: true,
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
  timeZone: 'zone',
  today: { accepted: true, medianSeconds: true, worstSeconds: true },
  accepted7Days: true,
  deepEndedAt: true,
  entityStoreAvailable: true,
  lost: { records: true, contacts: true, at: true },
  use: {
    keyValueOps: true,
    keyValueLimit: true,
    entityOps: true,
    entityLimit: true,
    freshdeskCalls: true,
    freshdeskLimit: true,
  },
  lastError: LAST_ERROR,
  alert: { openedAt: true },
  setAside: { reason: true, since: true },
  unreadable: { rows: true, at: true, records: true },
  way: true,
  checkedFrom: true,
  waits: { names: WAITS, facts: WAITS, sending: WAITS },
  unnamed: 'count',
  storeSilentSince: true,
} as const;

/** The allow-list, in the shape of the stored records. */
export const ALLOWED = { state: STATE, inFlight: IN_FLIGHT, overview: OVERVIEW } as const satisfies Readonly<
  Record<string, Allowed>
>;
