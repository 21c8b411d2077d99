import { NO_BATCH, type InFlightBatch } from '../sending/in-flight-batch';
import { newState, type State } from '../run/state';
import type { SetAside } from '../freshdesk/set-aside';
import { NOTHING_LEARNED } from '../freshdesk/quota';
import { NOTHING_KNOWN } from '../freshdesk/session';
import { NOTHING_SENT } from '../sending/sending-state';
import { startCursor, type Cursor } from '../freshdesk/ticket-list-cursor';
import { NO_ALERT } from '../alert/alert-state';
import { NOTHING_WAITS } from '../../test/fakes/page-samples';
import { fc } from '../../test/property';
import { ALLOWED, type Allowed } from './support-fields';
import { NO_ACTIVITY } from './activity';
import { makeSupportFile } from './support-file';
import type { Overview } from './overview';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const TICKET = { id: 4711, openedAt: 6, notes: 2 };
const SCHEDULE = { found: true, everyMinutes: 5, cutOver: NOW, madeAt: NOW - 1000 };

function file(stored: { state?: unknown; inFlight?: unknown; overview?: unknown; orders?: unknown }) {
  return makeSupportFile({
    at: NOW,
    version: '1.2.3',
    settings: {},
    state: stored.state,
    inFlight: stored.inFlight,
    overview: stored.overview,
    orders: stored.orders,
    schedule: SCHEDULE,
    limits: {},
    unread: [],
  });
}

it('can be made before the first run', () => {
  expect(file({})).toMatchObject({
    at: NOW,
    versions: { app: '1.2.3', state: null },
    state: null,
    inFlight: null,
    overview: null,
    orders: 0,
    schedule: SCHEDULE,
  });
});

it('tells what works and what does not, in codes, counts and times', () => {
  const state = {
    ...newState(NOW),
    sending: {
      ...NOTHING_SENT,
      mode: 'paused',
      failure: { code: 'injixo_key', since: NOW - 5, sentence: 'A sentence.' },
      refusals: [{ id: 'ticket:77', at: NOW - 6, stage: 'waiting', why: 'refused' }],
    },
    held: { batches: [{ number: 3, reason: 'unclear', contacts: 12, at: NOW - 9 }], discarded: [] },
    alert: { ...NO_ALERT, matters: [{ code: 'injixo_key', since: 5, told: true }], ticket: TICKET },
  };
  const live = { ...startCursor('live', 1, 2, 3), after: 4711, afterAt: 5 };

  const made = file({
    state: { ...state, scan: { ...state.scan, live } },
    inFlight: {
      ...NO_BATCH,
      number: 4,
      queues: ['freshdesk:1:1:tickets'],
      outcome: { kind: 'accepted', at: 1 },
    },
    orders: { v: 1, send_3: 1 },
  });

  expect(made).toMatchObject({
    versions: { state: 1 },
    state: {
      cutOver: NOW,
      sending: {
        mode: 'paused',
        failure: { code: 'injixo_key', since: NOW - 5 },
        refusals: [{ at: NOW - 6, stage: 'waiting', why: 'refused' }],
      },
      held: { batches: [{ number: 3, reason: 'unclear', contacts: 12, at: NOW - 9 }] },
      alert: { matters: [{ code: 'injixo_key', since: 5, told: true }], ticket: { notes: 2 } },
      outbox: { leftOut: 0 },
      scan: { live: { from: 1, until: 2, since: 3, afterAt: 5 }, spam: null },
      history: null,
    },
    inFlight: { number: 4, origin: 'outbox', outcome: { kind: 'accepted', at: 1 }, contacts: 0, queues: 1 },
    orders: 1,
  });
  const text = JSON.stringify(made);
  for (const hidden of ['4711', 'ticket:77', 'A sentence', 'freshdesk:1']) expect(text).not.toContain(hidden);
});

it('lets no text through that is not one of its own codes, wherever it is stored', () => {
  const name = 'Anna of Care';
  const state = {
    ...newState(NOW),
    sending: { mode: name, failure: { code: name, since: 1 } },
    group: name,
    held: { batches: [{ number: 1, reason: name, queue: name }] },
    history: { state: name, problem: { code: name }, plan: { queue: name } },
    alert: { ticket: { id: 4711 }, matters: [{ code: name }], attempt: { what: name, says: name } },
  };

  const text = JSON.stringify(
    file({ state, overview: { today: { day: name }, use: name }, inFlight: { origin: name } }),
  );

  expect(text).not.toContain('Anna');
  expect(text).not.toContain('4711');
});

it.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  [null, null],
  ['Anna of Care', undefined],
])("tells the account's zone where it is one: %p", (zone, told) => {
  const state = { ...newState(NOW), freshdesk: { ...NOTHING_KNOWN, zone: { iana: zone, askedAt: 1 } } };

  const made = file({ state, overview: { timeZone: zone } }) as unknown as {
    readonly state: { readonly freshdesk: { readonly zone: { readonly iana?: string } } };
    readonly overview: { readonly timeZone?: string };
  };

  expect(made.overview.timeZone).toBe(told);
  expect(made.state.freshdesk.zone.iana).toBe(told);
});

describe('whatever is stored', () => {
  const hidden = fc.constantFrom(
    'Anna of Care',
    'anna@example.com',
    'freshdesk:351:1:tickets',
    'ticket:4711',
  );
  const ids = { id: fc.constant(4711), after: fc.constant(4711), ticketId: fc.constant(4711), name: hidden };
  const leaf = fc.oneof(hidden, fc.array(hidden), fc.record(ids), fc.constant(null), fc.nat({ max: 999 }));

  /** A record with the allowed fields and others, of which each may hold anything. */
  function anyRecord(allowed: Allowed): fc.Arbitrary<unknown> {
    if (typeof allowed === 'string' || allowed === true) return leaf;
    const fields = Object.entries(allowed).map(([name, inner]) => [name, anyRecord(inner)] as const);
    const record = fc.record({ ...Object.fromEntries(fields), ...ids }, { requiredKeys: [] });
    return fc.oneof({ weight: 3, arbitrary: record }, fc.array(record, { maxLength: 2 }), leaf);
  }

  it('tells no text but codes, and no id', () => {
    const stored = fc.record({
      state: anyRecord(ALLOWED.state),
      inFlight: anyRecord(ALLOWED.inFlight),
      overview: anyRecord(ALLOWED.overview),
    });

    fc.assert(
      fc.property(stored, (records) => {
        expect(JSON.stringify(file(records))).not.toMatch(/anna|4711|freshdesk:/i);
      }),
    );
  });
});

describe('the list of what is allowed', () => {
  const PAUSE = { readAt: 1, until: 2 };
  const FAILURE = { code: 'injixo_key', since: 1 } as const;
  const HELD = [{ number: 1, reason: 'unclear', contacts: 2, at: 3, decidedAt: 4 }] as const;
  const LAST_ERROR = { at: 1, status: 503 };
  const ENTRIES = [{ at: 1, kind: 'import', code: 'begun', count: 2, batch: 3 }];
  const CURSOR: Cursor = {
    ...startCursor('live', 1, 2, 3),
    back: { since: 4 },
    after: 4711,
    afterAt: 5,
    begun: { ticketId: 4711, repliesFrom: 6, page: 2, again: 1 },
    isCutShort: true,
  };
  const AILING = { ticketId: 4711, call: 'replies', reason: 'not found', since: 1 } as const;
  const ASIDE: SetAside = {
    tickets: [{ ...AILING, triedAt: 2, from: 3, page: 4, again: 1, until: 5 }],
    failing: [{ ...AILING, runs: 2, runAt: 1 }],
    alike: { replies: { reason: 'refused', tickets: [4711], since: 1, lastAt: 2 } },
  };
  const { scan } = newState(NOW);
  const STATE: State = {
    ...newState(NOW),
    sending: {
      ...NOTHING_SENT,
      failure: FAILURE,
      lastError: LAST_ERROR,
      refusals: [{ id: 'ticket:4711', at: 1, stage: 'waiting', why: 'too_large' }],
    },
    held: { batches: HELD, discarded: HELD },
    freshdesk: {
      ...NOTHING_KNOWN,
      failure: FAILURE,
      lastError: LAST_ERROR,
      zone: { iana: 'Europe/Berlin', askedAt: 1 },
      language: { tag: 'de', askedAt: 1 },
      setAside: ASIDE,
      showsTrash: true,
      unreadable: { count: 2, lastAt: 1, places: ['4711+1'] },
      quota: { ...NOTHING_LEARNED, pause: PAUSE, listPause: PAUSE },
    },
    activity: { ...NO_ACTIVITY, entries: ENTRIES },
    spent: { keyValue: { at: 1, offsets: [2] }, entity: { at: 1, ops: [] } },
    remembered: { batch: { number: 1, accepted: 2, repaired: 3, newestAt: 4, acceptedAt: 5 }, queues: 6 },
    lost: { records: 1, contacts: 2, at: 3 },
    outbox: {
      ...newState(NOW).outbox,
      waiting: {
        next: 2,
        keys: [{ number: 1, reason: 'names', contacts: 2, oldestAt: 3, happenedAt: 3, also: [] }],
        needs: [],
        came: [[4711, 1]],
      },
    },
    scan: { ...scan, live: CURSOR, spam: CURSOR, deleted: CURSOR, deep: CURSOR },
    alert: {
      matters: [{ code: 'injixo_key', since: 5, told: true }],
      solvedAt: 1,
      ticket: TICKET,
      attempt: { what: 'ticket', says: 'injixo_key', at: 1 },
      notBefore: 2,
    },
    history: {
      state: 'running',
      ...{ from: 1, until: 2, tickets: 3, contacts: 4, queues: 5, calls: 6, doneUntil: 7, minutesLeft: 8 },
      plan: { contacts: 9, tickets: 1, changed: 2, gap: 3, minutes: 4 },
      outOfReach: [],
      problem: { code: 'freshdesk_key' },
      setAside: ASIDE.tickets,
      standstill: FAILURE,
      startedFrom: 9,
      next: { from: 1, until: 2, plan: { contacts: 9, tickets: 1, changed: 2, gap: 3, minutes: 4 } },
    },
  };
  const IN_FLIGHT: readonly InFlightBatch[] = [
    { ...NO_BATCH, outcome: { kind: 'accepted', at: 1 } },
    { ...NO_BATCH, outcome: { kind: 'parked', reason: 'refused' } },
  ];
  const USE = { keyValueOps: 1, keyValueLimit: 2, entityOps: 3, entityLimit: 4 } as const;
  const OVERVIEW: Overview = {
    v: 1,
    ...{ lastRunAt: 1, nextTryAt: 2, installedAt: 3, completeUntil: 4, nextStart: 5, lastAcceptedAt: 6 },
    ...{ lastAnswerAt: 1, accepted: 2, repaired: 3, waiting: 4, due: 5, oldestWaiting: 6, found: 7 },
    lacking: { slots: '', days: [] },
    ...{ checkedUntil: 1, unclear: 2, parked: 3, leftOut: 4, queues: 5, accepted7Days: 6, deepEndedAt: 7 },
    changed: {},
    ...{ lastTickAt: 1, scheduleMadeAt: 2 },
    ...{
      mode: 'normal',
      waitingComplete: true,
      entityStoreAvailable: true,
      isCutOverKnown: true,
      timeZone: 'Europe/Berlin',
    },
    failure: FAILURE,
    freshdeskFailure: FAILURE,
    history: STATE.history,
    today: { day: '2026-11-05', accepted: 1, medianSeconds: 2, worstSeconds: 3 },
    use: { ...USE, freshdeskCalls: 5, freshdeskLimit: 6 },
    activity: { ...NO_ACTIVITY, entries: ENTRIES },
    lastError: LAST_ERROR,
    settings: { injixo_api_key: 4711 },
    alert: { ticketId: 4711, openedAt: 1 },
    lost: { records: 1, contacts: 2, at: 3 },
    setAside: [{ ticketId: 4711, reason: 'unreachable', since: 1 }],
    unreadable: { rows: 2, at: 1, records: 3 },
    ...{ way: 'live', checkedFrom: null, waits: NOTHING_WAITS, storeSilentSince: 1 },
    unnamed: [{ kind: 'group', id: 4711, contacts: 1, oldestDueAt: 2, queues: [] }],
  };

  function pathsOf(value: unknown): readonly string[] {
    const [record] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    if (typeof record !== 'object' || record === null) return [];
    return Object.entries(record).flatMap(([name, inner]) => [
      name,
      ...pathsOf(inner).map((path) => `${name}.${path}`),
    ]);
  }

  it.each([
    ['state', ALLOWED.state, [STATE]],
    ['batch in flight', ALLOWED.inFlight, IN_FLIGHT],
    ['overview', ALLOWED.overview, [OVERVIEW]],
  ] as const)('names only what the %s has', (_what, allowed, samples) => {
    const stored = new Set(samples.flatMap(pathsOf));

    expect(pathsOf(allowed).filter((path) => !stored.has(path))).toEqual([]);
  });

  it('leaves out of the state, so far, only this', () => {
    const allowed = new Set(pathsOf(ALLOWED.state));
    const left = pathsOf(STATE).filter((path) => !allowed.has(path));

    expect(left.filter((path) => !/^scan\..*\.(?:after|begun\.ticketId)$/.test(path))).toEqual([
      'sending.refusals.id',
      'freshdesk.language.tag',
      'freshdesk.setAside.tickets.ticketId',
      'freshdesk.setAside.failing.ticketId',
      'freshdesk.setAside.alike.replies.tickets',
      'freshdesk.unreadable.places',
      'outbox.waiting.needs',
      'outbox.waiting.came',
      'outbox.waiting.came.0',
      'outbox.waiting.came.1',
      'history.outOfReach',
      'history.setAside.ticketId',
      'alert.ticket.id',
      'activity.seen.held',
      'activity.seen.heldUpTo',
      'activity.seen.discarded',
      'activity.seen.history',
      'activity.seen.setAside',
      'activity.seen.scheduleMadeAt',
      'activity.seen.settings',
      'activity.seen.lost',
      'activity.seen.accepted',
      'activity.strip',
      'activity.strip.first',
      'activity.strip.accepted',
      'activity.strip.lights',
    ]);
  });
});

it.each([null, 7, 'text', [1], true])('can be made of what is no record at all: %p', (stored) => {
  expect(() => file({ state: stored, inFlight: stored, overview: stored, orders: stored })).not.toThrow();
});
