import { closeServers, reply, serve, type Answer, type LocalServer } from '../../test/fakes/local-server';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { createMemoryScheduler } from '../../test/fakes/memory-scheduler';
import { CUT_OVER, RUN_AT, SETTINGS } from '../../test/fakes/run-context';
import { createTestLog } from '../../test/fakes/test-log';
import { toOutboxRecord } from '../outbox/record-contact';
import { KEYS, TICK_NAME } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { ScheduleData } from '../platform/ports';
import type { Settings } from '../setup/settings';
import { reportFailure } from '../status/failures';
import type { Overview } from '../status/overview';
import { runDelivery, type RunDeps } from './run';
import { newState, type State } from './state';

const MINUTE = 60_000;
const TICK: ScheduleData = { kind: 'tick', cutOver: CUT_OVER, every: 5 };
const TICKET = {
  id: 1,
  source: 1,
  group_id: 351,
  created_at: '2026-11-05T11:50:00Z',
  updated_at: '2026-11-05T11:50:00Z',
  tags: [],
};
/** The answers of a Freshdesk with one ticket, by path; everything else is an empty list. */
const FRESHDESK: Readonly<Record<string, unknown>> = {
  '/api/v2/tickets': [TICKET],
  '/api/v2/tickets/1': TICKET,
  '/api/v2/agents/me': { ticket_scope: 1 },
  '/api/v2/account': { timezone: 'Asia/Tokyo' },
  '/api/v2/search/tickets': { results: [], total: 0 },
  '/api/v2/ticket_fields': [{ type: 'default_group', choices: { Billing: 351 } }],
};
/** Nothing that a run would look after by itself is due. */
const CALM: State = {
  ...newState(CUT_OVER),
  checkedUntil: RUN_AT - LIMITS.scanAgeMs,
  lastAnswerAt: RUN_AT,
  zone: { iana: 'Asia/Tokyo', askedAt: RUN_AT },
};

afterEach(closeServers);

const freshdesk: Answer = (response, { url }) => {
  const { pathname, searchParams } = new URL(url, 'http://freshdesk.invalid');
  const found = searchParams.has('filter') ? [] : FRESHDESK[pathname];
  reply(200, JSON.stringify(found ?? []), { 'content-type': 'application/json' })(response, {} as never);
};

interface World {
  readonly deps: RunDeps;
  readonly clock: { now: number };
  readonly store: ReturnType<typeof createMemoryKeyValueStore>;
  readonly records: ReturnType<typeof createMemoryRecordStore>;
  readonly scheduler: ReturnType<typeof createMemoryScheduler>;
  readonly log: ReturnType<typeof createTestLog>;
  readonly freshdesk: LocalServer;
  readonly injixo: LocalServer;
  overview(): Overview;
  state(): State;
}

interface Given {
  readonly state?: State | null;
  readonly injixo?: Answer;
  readonly freshdesk?: Answer;
  readonly settings?: Partial<Settings>;
}

async function createWorld(given: Given = {}): Promise<World> {
  const clock = { now: RUN_AT };
  const now = () => clock.now;
  const store = createMemoryKeyValueStore(now);
  const records = createMemoryRecordStore(now);
  const scheduler = createMemoryScheduler();
  const log = createTestLog();
  const servers = {
    freshdesk: await serve(given.freshdesk ?? freshdesk),
    injixo: await serve(given.injixo ?? reply(200)),
  };
  const { state = CALM } = given;
  if (state !== null) await store.set(KEYS.state, state);
  const value = { ...SETTINGS, injixoApiUrl: servers.injixo.url, ...given.settings };
  const deps: RunDeps = {
    store,
    records,
    scheduler,
    log,
    now,
    runId: 'run-1',
    settings: { ok: true, value, mistakes: [] },
    freshdeskUrl: servers.freshdesk.url,
  };
  return {
    deps,
    clock,
    store,
    records,
    scheduler,
    log,
    ...servers,
    overview: () => store.valueOf(KEYS.overview) as Overview,
    state: () => store.valueOf(KEYS.state) as State,
  };
}

/** Records the ticket as its event did ten minutes ago. */
async function record({ records, clock }: World): Promise<void> {
  const occurredAt = Date.parse(TICKET.created_at);
  clock.now = occurredAt;
  await records.create({
    ...toOutboxRecord({
      contactId: 'ticket:1',
      kind: 'ticket',
      ticketId: 1,
      occurredAt,
      source: 1,
      groupId: 351,
    }),
  });
  clock.now = RUN_AT;
}

/** How many contacts each request to injixo had. */
function batches({ injixo }: World): readonly number[] {
  return injixo.requests.map(({ body }) => (JSON.parse(body) as { data?: unknown[] }).data?.length ?? -1);
}

it('sends what is due, and leaves state, overview and a settled note', async () => {
  const world = await createWorld();
  await record(world);

  await runDelivery(world.deps, TICK);

  expect(batches(world)).toEqual([1]);
  expect(world.records.snapshot()).toEqual([]);
  expect(world.overview()).toMatchObject({
    accepted: 1,
    waiting: 0,
    mode: 'normal',
    lastRunAt: RUN_AT,
    completeUntil: CALM.checkedUntil,
    timeZone: 'Asia/Tokyo',
    entityStoreAvailable: true,
  });
  expect(world.state()).toMatchObject({ lastTickAt: RUN_AT, oldestWaiting: null, lastAnswerAt: RUN_AT });
  expect(world.store.valueOf(KEYS.inFlight)).toMatchObject({ accepted: 1, contacts: [] });
  expect(world.log.lines.filter(({ message }) => message === 'run ended')).toMatchObject([
    { fields: { accepted: 1, waiting: 0, mode: 'normal', durationMs: 0 } },
  ]);
});

it('does nothing while another run has the lease', async () => {
  const world = await createWorld();
  await record(world);
  await runDelivery(world.deps, TICK);
  const before = world.store.operations().length;

  await runDelivery({ ...world.deps, runId: 'run-2' }, TICK);

  expect(world.log.messages('info')).toContain('another run has the lease');
  expect(
    world.store
      .operations()
      .slice(before)
      .map(({ key }) => key),
  ).toEqual([KEYS.lease, KEYS.lease]);
});

it('counts its operations on the overview exactly', async () => {
  const world = await createWorld();
  await record(world);

  await runDelivery(world.deps, TICK);

  // One was the test's own: the state that was there before.
  expect(world.overview().use.keyValueOps).toBe(world.store.operations().length - 1);
});

describe('the moment of installation', () => {
  it('comes with the tick that starts the first run', async () => {
    const world = await createWorld({ state: null });

    await runDelivery(world.deps, { ...TICK, cutOver: RUN_AT - 5 * MINUTE });

    expect(world.state().cutOver).toBe(RUN_AT - 5 * MINUTE);
    expect(world.overview().installedAt).toBe(RUN_AT - 5 * MINUTE);
  });

  it('is looked up in the recurring schedule when another run comes first', async () => {
    const world = await createWorld({ state: null });
    await world.scheduler.repeat(TICK_NAME, RUN_AT, 5, { ...TICK, cutOver: RUN_AT - 7 * MINUTE });

    await runDelivery(world.deps, { kind: 'run' });

    expect(world.state().cutOver).toBe(RUN_AT - 7 * MINUTE);
  });

  it('is now when nobody knows it', async () => {
    const world = await createWorld({ state: null });

    await runDelivery(world.deps, { kind: 'run' });

    expect(world.state().cutOver).toBe(RUN_AT);
  });

  it('is what the state says from then on', async () => {
    const world = await createWorld();

    await runDelivery(world.deps, { ...TICK, cutOver: RUN_AT });

    expect(world.state().cutOver).toBe(CUT_OVER);
    expect(world.scheduler.calls).toEqual([]);
  });
});

describe('a run that cannot work', () => {
  it('says that the settings are at fault, sends nothing, and still tells what waits', async () => {
    const world = await createWorld({ state: { ...CALM, checkedUntil: RUN_AT - 5 * MINUTE } });
    await record(world);

    await runDelivery({ ...world.deps, settings: { ...world.deps.settings, ok: false } }, TICK);

    expect([...world.injixo.requests, ...world.freshdesk.requests]).toEqual([]);
    expect(world.overview()).toMatchObject({
      mode: 'paused',
      failure: { code: 'settings_invalid', since: RUN_AT },
      waiting: 1,
      due: 1,
      completeUntil: Date.parse(TICKET.created_at),
    });
  });

  it('sends nothing while the platform does not say which Freshdesk it is', async () => {
    const world = await createWorld();
    await record(world);

    await runDelivery({ ...world.deps, freshdeskUrl: null }, TICK);

    expect(world.injixo.requests).toEqual([]);
    expect(world.overview()).toMatchObject({ waiting: 1, due: 1 });
  });

  it('asks injixo first after a failure, and sends nothing while that fails', async () => {
    const world = await createWorld({ state: { ...CALM, mode: 'probe' }, injixo: reply(503) });
    await record(world);

    await runDelivery(world.deps, TICK);

    expect(batches(world)).toEqual([0]);
    expect(world.freshdesk.requests).toEqual([]);
    expect(world.overview()).toMatchObject({ mode: 'probe', failure: { code: 'injixo_down' }, due: 1 });
  });

  it('asks Freshdesk first after its failure, and sends nothing while the key sees less', async () => {
    const since = RUN_AT - 5 * MINUTE;
    const freshdeskFailure = { code: 'freshdesk_scope', since } as const;
    const world = await createWorld({
      state: { ...CALM, freshdeskFailure },
      freshdesk: reply(200, JSON.stringify({ ticket_scope: 2 }), { 'content-type': 'application/json' }),
    });
    await record(world);

    await runDelivery(world.deps, TICK);

    expect(world.freshdesk.requests.map(({ url }) => url)).toEqual(['/api/v2/agents/me']);
    expect(world.injixo.requests).toEqual([]);
    expect(world.overview()).toMatchObject({ freshdeskFailure: { code: 'freshdesk_scope', since }, due: 1 });
  });

  it('never rejects: the next run goes on', async () => {
    const world = await createWorld();
    world.log.expectError('run stopped, the next one goes on');
    world.store.onOperation = ({ key }) => (key === KEYS.state ? 'refuse before' : 'go');

    await runDelivery(world.deps, TICK);

    expect(world.log.lines).toMatchObject([{ level: 'error', fields: { code: 'store_failed' } }]);
  });
});

it('sends on once injixo and Freshdesk answer again', async () => {
  const freshdeskFailure = { code: 'freshdesk_key', since: RUN_AT - MINUTE } as const;
  const world = await createWorld({ state: { ...CALM, mode: 'paused', freshdeskFailure } });
  await record(world);

  await runDelivery(world.deps, TICK);

  expect(batches(world)).toEqual([0, 1]);
  expect(world.overview()).toMatchObject({ mode: 'normal', freshdeskFailure: null, accepted: 1 });
});

describe('with nothing to send', () => {
  it.each([
    ['asks nobody within half an hour', LIMITS.quietMs - 1, []],
    ['asks injixo whether it is well after half an hour', LIMITS.quietMs, [0]],
  ])('%s', async (_what, age, sent) => {
    const world = await createWorld({ state: { ...CALM, lastAnswerAt: RUN_AT - age } });

    await runDelivery(world.deps, TICK);

    expect(batches(world)).toEqual(sent);
  });

  it('asks nobody so late that the answer might not come before the run ends', async () => {
    const state = { ...CALM, zone: null, lastAnswerAt: RUN_AT - LIMITS.quietMs };
    const world = await createWorld({
      state,
      freshdesk: (response, request) => {
        world.clock.now = RUN_AT + LIMITS.lastPostMs;
        freshdesk(response, request);
      },
    });

    await runDelivery(world.deps, TICK);

    expect(batches(world)).toEqual([]);
  });

  it('leaves injixo alone while it wants to be', async () => {
    const failure = reportFailure(null, 'injixo_throttled', RUN_AT - LIMITS.quietMs);
    const state = { ...CALM, lastAnswerAt: RUN_AT - LIMITS.quietMs, notBefore: RUN_AT + 1, failure };
    const world = await createWorld({ state });

    await runDelivery(world.deps, TICK);

    expect(batches(world)).toEqual([]);
    expect(world.overview().failure).toMatchObject({ code: 'injixo_throttled' });
  });

  it('asks injixo at once after the installation', async () => {
    const world = await createWorld({ state: { ...CALM, lastAnswerAt: null } });

    await runDelivery(world.deps, TICK);

    expect(batches(world)).toEqual([0]);
  });
});

describe('the runs that follow', () => {
  async function planned(state: Partial<State>, withRecord = false, injixo?: Answer): Promise<number> {
    const world = await createWorld({ state: { ...CALM, ...state }, ...(injixo && { injixo }) });
    if (withRecord) await record(world);
    await runDelivery(world.deps, TICK);
    return world.scheduler.planned.size;
  }

  it('are those of the ticks when nothing is left', async () => {
    expect(await planned({})).toBe(0);
  });

  it('go every minute while something is due and unsent', async () => {
    expect(await planned({ notBefore: RUN_AT + MINUTE }, true)).toBe(4);
  });

  it('go every minute while a history is imported', async () => {
    const settings = { historyFrom: CUT_OVER - 86_400_000 };
    const world = await createWorld({ settings, freshdesk: reply(503) });

    await runDelivery(world.deps, TICK);

    expect(world.scheduler.planned.size).toBe(4);
  });

  it('go every minute while the outbox holds more than a run may read', async () => {
    const world = await createWorld();
    for (let n = 0; n < LIMITS.entityOpsPerRunMost * 20; n += 1) {
      await world.records.create({ v: 0 });
    }

    await runDelivery(world.deps, TICK);

    expect(world.overview()).toMatchObject({ waitingComplete: false, due: 0 });
    expect(world.scheduler.planned.size).toBe(4);
  });

  it.each([
    ['with the ticks alone', 20, 0],
    ['once between two ticks', 40, 1],
    ['every minute', 60, 4],
  ])('go %s while %i contacts a minute come in', async (_what, perMinute, runs) => {
    const world = await createWorld();
    for (let n = 0; n < 5 * perMinute; n += 1) {
      world.clock.now = RUN_AT - Math.round((n * MINUTE) / perMinute);
      await world.records.create({ v: 0 });
    }
    world.clock.now = RUN_AT;

    await runDelivery(world.deps, TICK);

    expect(world.scheduler.planned.size).toBe(runs);
  });

  it('are those of the ticks when the outbox does not answer: the scan delivers', async () => {
    const world = await createWorld();
    world.records.refuses = () => true;

    await runDelivery(world.deps, TICK);

    expect(world.overview()).toMatchObject({ entityStoreAvailable: false });
    expect(world.scheduler.planned.size).toBe(0);
  });
});

it('knows the interval of its ticks from them, and keeps it in the runs between', async () => {
  const world = await createWorld();

  await runDelivery(world.deps, { ...TICK, every: 10 });
  expect(world.overview().nextTryAt).toBe(RUN_AT + 10 * MINUTE);
  world.clock.now += 2 * MINUTE;
  await runDelivery({ ...world.deps, runId: 'run-2' }, { kind: 'run', every: 10 });

  expect(world.overview().nextTryAt).toBe(RUN_AT + 12 * MINUTE);
});

describe('a person who is to be told', () => {
  it('gets a ticket when something needs action for long enough', async () => {
    const since = RUN_AT - 60 * MINUTE;
    const world = await createWorld({
      state: { ...CALM, mode: 'paused', failure: { code: 'injixo_key', since } },
      injixo: reply(401),
      settings: { alertEmail: 'planner@example.com' },
    });

    await runDelivery(world.deps, TICK);

    expect(world.freshdesk.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });
});
