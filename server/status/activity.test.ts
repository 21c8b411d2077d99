import {
  changedSettings,
  entriesBetween,
  NO_ACTIVITY,
  withCell,
  withRun,
  type ActivityFacts,
  type ActivitySeen,
  type ActivityState,
} from './activity';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const MINUTE = 60_000;
const FINE = { kind: 'operational' } as const;
const SETTINGS = { injixo_api_key: 1, alert_email: 2 };
const QUIET: ActivityFacts = {
  at: NOW,
  failures: { injixo: null, freshdesk: null },
  held: [],
  discarded: [],
  history: null,
  names: {},
  setAside: 0,
  scheduleMadeAt: null,
  settings: SETTINGS,
  lost: 0,
  accepted: 0,
};
const BATCH = { number: 7, reason: 'unclear', contacts: 3, at: NOW - MINUTE } as const;
const IMPORT = { state: 'running', contacts: 40, hasNext: false };

/** What is seen after a run with these facts. */
function seenAfter(given: Partial<ActivityFacts>): ActivitySeen {
  return withRun(NO_ACTIVITY, { ...QUIET, ...given }, FINE).seen;
}

type Case = readonly [
  what: string,
  before: Partial<ActivityFacts>,
  now: Partial<ActivityFacts>,
  entries: object[],
];

const DOWN = { code: 'injixo_down', since: NOW - MINUTE };
const KEY = { code: 'injixo_key', since: NOW - MINUTE };
const failing = (injixo: typeof DOWN | null) => ({ failures: { injixo, freshdesk: null } });

it.each<Case>([
  ['nothing', {}, {}, []],
  [
    'a failure that began',
    {},
    failing(DOWN),
    [{ kind: 'failure_began', code: 'injixo_down', at: DOWN.since }],
  ],
  ['nothing while it lasts', failing(DOWN), failing(DOWN), []],
  ['a failure that ended', failing(DOWN), {}, [{ kind: 'failure_ended', code: 'injixo_down' }]],
  ['a key that was refused', {}, failing(KEY), [{ kind: 'key_refused', code: 'injixo_key', at: KEY.since }]],
  ['a key that was accepted again', failing(KEY), {}, [{ kind: 'key_accepted', code: 'injixo_key' }]],
  ['a batch that is held', {}, { held: [BATCH] }, [{ kind: 'batch_held', batch: 7, count: 3, at: BATCH.at }]],
  [
    'contacts that are parked',
    {},
    { held: [{ ...BATCH, reason: 'parked' }] },
    [{ kind: 'batch_parked', batch: 7, count: 3, at: BATCH.at }],
  ],
  [
    'a batch that was discarded',
    { held: [BATCH] },
    { discarded: [BATCH] },
    [{ kind: 'batch_discarded', batch: 7, count: 3 }],
  ],
  [
    'a batch that was restored',
    { discarded: [BATCH] },
    { held: [BATCH] },
    [{ kind: 'batch_restored', batch: 7, count: 3 }],
  ],
  ['a batch that was sent', { held: [BATCH] }, {}, [{ kind: 'batch_sent', batch: 7, count: 3 }]],
  [
    'records that were lost, and no batch as sent',
    { held: [BATCH] },
    { lost: 1 },
    [{ kind: 'records_lost', count: 1 }],
  ],
  [
    'an import that is planned',
    {},
    { history: { ...IMPORT, state: 'planned' } },
    [{ kind: 'import', code: 'planned', count: 40 }],
  ],
  [
    'one that began',
    { history: { ...IMPORT, state: 'planned' } },
    { history: IMPORT },
    [{ kind: 'import', code: 'begun', count: 40 }],
  ],
  [
    'one that was paused',
    { history: IMPORT },
    { history: { ...IMPORT, state: 'paused' } },
    [{ kind: 'import', code: 'paused', count: 40 }],
  ],
  [
    'one that goes on',
    { history: { ...IMPORT, state: 'paused' } },
    { history: IMPORT },
    [{ kind: 'import', code: 'resumed', count: 40 }],
  ],
  [
    'one that ended',
    { history: IMPORT },
    { history: { ...IMPORT, state: 'done' } },
    [{ kind: 'import', code: 'ended', count: 40 }],
  ],
  [
    'one that was cancelled',
    { history: IMPORT },
    { history: { ...IMPORT, state: 'cancelled' } },
    [{ kind: 'import', code: 'cancelled', count: 40 }],
  ],
  [
    'a further plan',
    { history: IMPORT },
    { history: { ...IMPORT, hasNext: true } },
    [{ kind: 'import', code: 'planned' }],
  ],
  [
    'a plan that was dropped',
    { history: { ...IMPORT, state: 'planned' } },
    {},
    [{ kind: 'import', code: 'dropped' }],
  ],
  [
    'names, by how they were learned',
    {},
    { names: { typed: 2, page: 1 } },
    [
      { kind: 'names', code: 'typed', count: 2 },
      { kind: 'names', code: 'page', count: 1 },
    ],
  ],
  ['tickets that were set aside', { setAside: 1 }, { setAside: 3 }, [{ kind: 'set_aside', count: 2 }]],
  ['tickets that can be read again', { setAside: 3 }, { setAside: 1 }, [{ kind: 'read_again', count: 2 }]],
  [
    'the schedule that was made again',
    {},
    { scheduleMadeAt: NOW - 9 },
    [{ kind: 'schedule_made', at: NOW - 9 }],
  ],
  [
    'a setting that was changed',
    {},
    { settings: { ...SETTINGS, alert_email: 9 } },
    [{ kind: 'settings_changed', code: 'alert_email' }],
  ],
])('tells %s', (_what, before, now, entries) => {
  const told = entriesBetween(seenAfter(before), { ...QUIET, ...now });

  expect(told).toEqual(entries.map((each) => ({ at: NOW, ...each })));
});

it('tells each failure of an outage once, whatever it looks like in turn', () => {
  const codes = ['injixo_down', 'connection_broken', 'injixo_down', 'injixo_key', 'injixo_down'];
  const outage = codes.reduce<ActivityState>(
    (state, code) => withRun(state, { ...QUIET, ...failing({ code, since: NOW }) }, FINE),
    NO_ACTIVITY,
  );

  const { entries } = withRun(outage, QUIET, FINE);

  expect(entries.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
    'failure_began injixo_down',
    'failure_began connection_broken',
    'key_refused injixo_key',
    'failure_ended injixo_down',
    'failure_ended connection_broken',
    'key_accepted injixo_key',
  ]);
});

it('tells nothing of settings before a run has seen them, or of those that another version does not know', () => {
  expect(changedSettings(null, SETTINGS)).toEqual([]);
  expect(changedSettings({ alert_email: 2 }, SETTINGS)).toEqual([]);
  expect(changedSettings(SETTINGS, { ...SETTINGS, injixo_api_key: 3 })).toEqual(['injixo_api_key']);
});

it('forgets what happened more than 30 days ago', () => {
  const old = { at: NOW - 31 * 86_400_000, kind: 'read_again' };
  const kept = { at: NOW - 29 * 86_400_000, kind: 'read_again' };

  expect(withRun({ ...NO_ACTIVITY, entries: [old, kept] }, QUIET, FINE).entries).toEqual([kept]);
});

describe('the strip', () => {
  const CELL = 15 * MINUTE;
  const first = NOW / CELL;
  const LATE = { kind: 'delayed', code: 'injixo_down', since: NOW } as const;
  const ONE = { first, accepted: [2], lights: '1' };

  it('adds what was accepted to its interval, in which the worst light stays', () => {
    const late = withCell(ONE, 3, LATE, NOW + MINUTE);

    expect(late).toEqual({ first, accepted: [5], lights: '2' });
    expect(withCell(late, 0, FINE, NOW + 2 * MINUTE)).toEqual(late);
    expect(withCell(late, 0, { kind: 'action needed', code: 'injixo_key', since: null }, NOW).lights).toBe(
      '3',
    );
  });

  it('leaves intervals without a run dark', () => {
    expect(withCell(ONE, 1, FINE, NOW + 3 * CELL)).toEqual({ first, accepted: [2, 0, 0, 1], lights: '1001' });
  });

  it('keeps a day', () => {
    const day = [...Array(200).keys()].reduce(
      (strip, nth) => withCell(strip, nth, FINE, NOW + nth * CELL),
      NO_ACTIVITY.strip,
    );

    expect(day.first).toBe(first + 104);
    expect(day.accepted).toEqual([...Array(96).keys()].map((nth) => nth + 104));
    expect(day.lights).toBe('1'.repeat(96));
  });

  it.each([
    ['after more than a day without runs', NOW + 100 * CELL],
    ['after the clock was set back', NOW - CELL],
  ])('begins anew %s', (_when, at) => {
    expect(withCell(ONE, 4, FINE, at)).toEqual({ first: at / CELL, accepted: [4], lights: '1' });
  });
});
