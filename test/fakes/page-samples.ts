import type { History, Overview } from '../../server/page-contract';

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
  plan: { tickets: 2400, changed: 2600, gap: 12, minutes: 180 },
  outOfReach: ['archived', 'old_trash'],
  problem: null,
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
