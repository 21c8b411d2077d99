import type { History, Named, Overview } from '../../server/page-contract';

export const NOON = Date.parse('2026-11-05T12:00:00Z');

/** A half completed import. */
export const RUNNING_IMPORT: History = {
  state: 'running',
  from: NOON - 10 * 86_400_000,
  until: NOON,
  tickets: 1200,
  contacts: 3400,
  queues: 22,
  calls: 560,
  doneUntil: NOON - 5 * 86_400_000,
  minutesLeft: 95,
  plan: { tickets: 2400, changed: 2600, contacts: 4123, gap: 12, minutes: 180 },
  outOfReach: ['archived', 'old_trash'],
  problem: null,
  startedFrom: NOON - 10 * 86_400_000,
  next: null,
};

/** The overview of a day without problems. */
export const GOOD_DAY: Overview = {
  lastRunAt: NOON - 60_000,
  installedAt: NOON - 86_400_000,
  completeUntil: NOON - 120_000,
  nextStart: NOON - 60_000,
  lastAcceptedAt: NOON - 300_000,
  lastAnswerAt: NOON - 60_000,
  accepted: 12_345,
  repaired: 2,
  waiting: 3,
  due: 0,
  unclear: 0,
  parked: 0,
  leftOut: 7,
  queues: 22,
  history: null,
  timeZone: 'Europe/Berlin',
  today: { day: '2026-11-05', accepted: 321, medianSeconds: 290, worstSeconds: 3900 },
  accepted7Days: 2100,
  deepEndedAt: NOON - 8 * 3_600_000,
  entityStoreAvailable: true,
  use: {
    keyValueOps: 9,
    keyValueLimit: 50,
    entityOps: 4,
    entityLimit: 250,
    freshdeskCalls: 12,
    freshdeskLimit: null,
  },
  alert: null,
  setAside: [],
  unreadable: null,
};

const NONE = { contacts: 0, oldestDueAt: null };

/** No contact waits for what no run can get. */
export const NOTHING_WAITS: Required<Overview>['waits'] = { names: NONE, facts: NONE, sending: NONE };

/** The overview of an account without a Freshdesk key, on whose first day names are missing. */
export const LIVE_DAY: Overview = {
  ...GOOD_DAY,
  completeUntil: null,
  nextStart: null,
  repaired: 0,
  waiting: 20,
  due: 15,
  timeZone: null,
  deepEndedAt: null,
  way: 'live',
  checkedFrom: null,
  waits: {
    names: { contacts: 15, oldestDueAt: NOON - 3_600_000 },
    facts: { contacts: 2, oldestDueAt: null },
    sending: NONE,
  },
  unnamed: [
    {
      kind: 'group',
      id: 80_000_000_401,
      contacts: 12,
      oldestDueAt: NOON - 3_600_000,
      queues: [
        { source: 'email', kind: 'tickets' },
        { source: 'email', kind: 'replies' },
        { source: 'phone', kind: 'tickets' },
      ],
    },
    {
      kind: 'group',
      id: 80_000_000_402,
      contacts: 1,
      oldestDueAt: NOON - 600_000,
      queues: [{ source: 'chat', kind: 'tickets' }],
    },
    {
      kind: 'source',
      id: 101,
      contacts: 2,
      oldestDueAt: NOON - 600_000,
      queues: [{ source: 'Billing', kind: 'tickets' }],
    },
  ],
};

/** What the app knows on that day. */
export const KNOWN_NAMES: readonly Named[] = [
  { kind: 'group', id: 80_000_000_403, name: 'Billing', how: 'page', at: NOON - 7_200_000, isSent: true },
  { kind: 'group', id: 80_000_000_404, name: 'Partners', how: 'typed', at: NOON - 900_000, isSent: false },
  { kind: 'group', id: 80_000_000_405, name: null, how: 'event', at: NOON - 9_000_000, isSent: false },
];
