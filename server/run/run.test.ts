import {
  answerAsFreshdesk,
  calmState,
  createDeliveryWorld,
  recordTicket,
  TICK,
  TICKET,
  type GivenState,
} from '../../test/fakes/delivery-world';
import { closeServers, reply, type Answer } from '../../test/fakes/local-server';
import { RUNNING_IMPORT } from '../../test/fakes/page-samples';
import { CUT_OVER, RUN_AT } from '../../test/fakes/run-world';
import { KEY_OF, KEYS, TICK_NAME } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { reportFailure } from '../status/failures';
import { newSpan } from '../history/history-record';
import { runDelivery } from './run';

const MINUTE = 60_000;

afterEach(closeServers);

it('sends what is due, and leaves state, overview and a settled note', async () => {
  const world = await createDeliveryWorld();
  await recordTicket(world);

  await runDelivery(world.deps, TICK);

  expect(world.batches()).toEqual([1]);
  expect(world.records.snapshot()).toEqual([]);
  expect(world.overview()).toMatchObject({
    accepted: 1,
    waiting: 0,
    mode: 'normal',
    lastRunAt: RUN_AT,
    completeUntil: calmState().checkedUntil,
    timeZone: 'Asia/Tokyo',
    entityStoreAvailable: true,
  });
  expect(world.state()).toMatchObject({
    schedule: { lastTickAt: RUN_AT },
    outbox: { oldestWaiting: null },
    sending: { lastAnswerAt: RUN_AT },
  });
  expect(world.store.valueOf(KEYS.inFlight)).toMatchObject({ accepted: 1, contacts: [] });
  expect(world.log.lines.filter(({ message }) => message === 'run ended')).toMatchObject([
    { fields: { accepted: 1, waiting: 0, mode: 'normal', durationMs: 0 } },
  ]);
});

it('does nothing while another run has the lease', async () => {
  const world = await createDeliveryWorld();
  await recordTicket(world);
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
  const world = await createDeliveryWorld();
  await recordTicket(world);

  await runDelivery(world.deps, TICK);

  // One was the test's own: the state that was there before.
  expect(world.overview().use.keyValueOps).toBe(world.store.operations().length - 1);
});

describe('the moment of installation', () => {
  it('comes with the tick that starts the first run', async () => {
    const world = await createDeliveryWorld({ state: null });

    await runDelivery(world.deps, { ...TICK, cutOver: RUN_AT - 5 * MINUTE });

    expect(world.state().cutOver).toBe(RUN_AT - 5 * MINUTE);
    expect(world.overview().installedAt).toBe(RUN_AT - 5 * MINUTE);
  });

  it('is looked up in the recurring schedule when another run comes first', async () => {
    const world = await createDeliveryWorld({ state: null });
    await world.scheduler.repeat(TICK_NAME, RUN_AT, 5, { ...TICK, cutOver: RUN_AT - 7 * MINUTE });

    await runDelivery(world.deps, { kind: 'run' });

    expect(world.state().cutOver).toBe(RUN_AT - 7 * MINUTE);
  });

  it('is the time of the oldest record when nobody knows it, and the state says that it is a guess', async () => {
    const world = await createDeliveryWorld({ state: null });
    await recordTicket(world, Date.parse('2020-01-01T00:00:00Z'));

    await runDelivery(world.deps, { ...TICK, cutOver: null });

    expect(world.state()).toMatchObject({ cutOver: RUN_AT - 10 * MINUTE, isCutOverKnown: false });
    expect(world.overview()).toMatchObject({ installedAt: RUN_AT - 10 * MINUTE, isCutOverKnown: false });
  });

  it.each([true, false])('is now when there is no record either: %p, or no store for it', async (isEmpty) => {
    const world = await createDeliveryWorld({ state: null });
    world.records.refuses = () => !isEmpty;

    await runDelivery(world.deps, { kind: 'run' });

    expect(world.state()).toMatchObject({ cutOver: RUN_AT, isCutOverKnown: false });
  });

  it('is what the state says from then on', async () => {
    const world = await createDeliveryWorld();

    await runDelivery(world.deps, { ...TICK, cutOver: RUN_AT });

    expect(world.state().cutOver).toBe(CUT_OVER);
    expect(world.scheduler.calls).toEqual([]);
  });
});

describe('a run that cannot work', () => {
  it('says that the settings are at fault, sends nothing, and still tells what waits', async () => {
    const world = await createDeliveryWorld({ state: { checkedUntil: RUN_AT - 5 * MINUTE } });
    await recordTicket(world);

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
    const world = await createDeliveryWorld();
    await recordTicket(world);

    await runDelivery({ ...world.deps, freshdeskUrl: null }, TICK);

    expect(world.injixo.requests).toEqual([]);
    expect(world.overview()).toMatchObject({ waiting: 1, due: 1 });
  });

  it('asks injixo first after a failure, and sends nothing while that fails', async () => {
    const world = await createDeliveryWorld({ state: { sending: { mode: 'probe' } }, injixo: reply(503) });
    await recordTicket(world);

    await runDelivery(world.deps, TICK);

    expect(world.batches()).toEqual([0]);
    expect(world.freshdesk.requests).toEqual([]);
    expect(world.overview()).toMatchObject({ mode: 'probe', failure: { code: 'injixo_down' }, due: 1 });
  });

  it('asks Freshdesk first after its failure, and sends nothing while the key sees less', async () => {
    const since = RUN_AT - 5 * MINUTE;
    const failure = { code: 'freshdesk_scope', since } as const;
    const world = await createDeliveryWorld({
      state: { freshdesk: { failure } },
      freshdesk: reply(200, JSON.stringify({ ticket_scope: 2 }), { 'content-type': 'application/json' }),
    });
    await recordTicket(world);

    await runDelivery(world.deps, TICK);

    expect(world.freshdesk.requests.map(({ url }) => url)).toEqual(['/api/v2/agents/me']);
    expect(world.injixo.requests).toEqual([]);
    expect(world.overview()).toMatchObject({ freshdeskFailure: { code: 'freshdesk_scope', since }, due: 1 });
  });

  it('never rejects: the next run goes on', async () => {
    const world = await createDeliveryWorld();
    world.log.expectError('run stopped, the next one goes on');
    world.store.onOperation = ({ key }) => (key === KEYS.state ? 'refuse before' : 'go');

    await runDelivery(world.deps, TICK);

    expect(world.log.lines).toMatchObject([{ level: 'error', fields: { code: 'store_failed' } }]);
  });
});

it('sends on once injixo and Freshdesk answer again', async () => {
  const failure = { code: 'freshdesk_key', since: RUN_AT - MINUTE } as const;
  const world = await createDeliveryWorld({ state: { sending: { mode: 'paused' }, freshdesk: { failure } } });
  await recordTicket(world);

  await runDelivery(world.deps, TICK);

  expect(world.batches()).toEqual([0, 1]);
  expect(world.overview()).toMatchObject({ mode: 'normal', freshdeskFailure: null, accepted: 1 });
});

describe('with nothing to send', () => {
  it.each([
    ['asks nobody within half an hour', LIMITS.quietMs - 1, []],
    ['asks injixo whether it is well after half an hour', LIMITS.quietMs, [0]],
  ])('%s', async (_what, age, sent) => {
    const world = await createDeliveryWorld({ state: { sending: { lastAnswerAt: RUN_AT - age } } });

    await runDelivery(world.deps, TICK);

    expect(world.batches()).toEqual(sent);
  });

  it('asks nobody so late that the answer might not come before the run ends', async () => {
    const state = { freshdesk: { zone: null }, sending: { lastAnswerAt: RUN_AT - LIMITS.quietMs } };
    const world = await createDeliveryWorld({
      state,
      freshdesk: (response, request) => {
        world.clock.now = RUN_AT + LIMITS.lastPostMs;
        answerAsFreshdesk(response, request);
      },
    });

    await runDelivery(world.deps, TICK);

    expect(world.batches()).toEqual([]);
  });

  it('leaves injixo alone while it wants to be', async () => {
    const failure = reportFailure(null, 'injixo_throttled', RUN_AT - LIMITS.quietMs);
    const sending = { lastAnswerAt: RUN_AT - LIMITS.quietMs, notBefore: RUN_AT + 1, failure };
    const world = await createDeliveryWorld({ state: { sending } });

    await runDelivery(world.deps, TICK);

    expect(world.batches()).toEqual([]);
    expect(world.overview().failure).toMatchObject({ code: 'injixo_throttled' });
  });

  it('asks injixo at once after the installation', async () => {
    const world = await createDeliveryWorld({ state: { sending: { lastAnswerAt: null } } });

    await runDelivery(world.deps, TICK);

    expect(world.batches()).toEqual([0]);
  });
});

describe('the runs that follow', () => {
  async function planned(state: GivenState, withRecord = false, injixo?: Answer): Promise<number> {
    const world = await createDeliveryWorld({ state, ...(injixo && { injixo }) });
    if (withRecord) await recordTicket(world);
    await runDelivery(world.deps, TICK);
    return world.scheduler.planned.size;
  }

  it('are those of the ticks when nothing is left', async () => {
    expect(await planned({})).toBe(0);
  });

  it('go every minute while something is due and unsent', async () => {
    expect(await planned({ sending: { notBefore: RUN_AT + MINUTE } }, true)).toBe(4);
  });

  it.each([
    ['go every minute while a history is imported', 'running', 4],
    ['are those of the ticks while an import is only planned', 'planned', 0],
  ] as const)('%s', async (_name, state, runs) => {
    const from = CUT_OVER - 86_400_000;
    const startedFrom = state === 'planned' ? null : from;
    const history = { ...RUNNING_IMPORT, state, from, until: CUT_OVER, startedFrom, setAside: [] };
    const world = await createDeliveryWorld({
      settings: { historyFrom: from },
      state: { history: { ...history, problem: null, standstill: null } },
      freshdesk: reply(503),
    });
    await world.store.set('history', newSpan(from, CUT_OVER, 1));

    await runDelivery(world.deps, TICK);

    expect(world.scheduler.planned.size).toBe(runs);
  });

  it('go every minute while the outbox holds more than a run may read', async () => {
    const world = await createDeliveryWorld();
    for (let n = 0; n < LIMITS.entityOpsPerRunMost * 20; n += 1) {
      await world.records.create({ v: 0 });
    }

    await runDelivery(world.deps, TICK);

    expect(world.overview()).toMatchObject({ waitingComplete: false, due: 0 });
    expect(world.scheduler.planned.size).toBe(4);
  });

  it.each([
    [LIMITS.livelyMs - 1, 4],
    [LIMITS.livelyMs, 0],
  ])('go every minute for half an hour after something was recorded: %i ms', async (ago, runs) => {
    expect(await planned({ outbox: { recordedAt: RUN_AT - ago } })).toBe(runs);
  });

  it('go every minute after something was left out', async () => {
    const world = await createDeliveryWorld();
    await world.records.create({
      ...{ contact_id: 'ticket:7', kind: 'left_out', ticket_id: 7, v: 1 },
      ...{ occurred_at: new Date(RUN_AT).toISOString() },
    });

    await runDelivery(world.deps, TICK);

    expect(world.overview()).toMatchObject({ waiting: 0, accepted: 0 });
    expect(world.scheduler.planned.size).toBe(4);
  });

  it('are those of the ticks when the outbox does not answer: the scan delivers', async () => {
    const world = await createDeliveryWorld();
    world.records.refuses = () => true;

    await runDelivery(world.deps, TICK);

    expect(world.overview()).toMatchObject({ entityStoreAvailable: false });
    expect(world.scheduler.planned.size).toBe(0);
  });
});

it('knows the interval of its ticks from them, and keeps it in the runs between', async () => {
  const world = await createDeliveryWorld();

  await runDelivery(world.deps, { ...TICK, every: 10 });
  expect(world.overview().nextTryAt).toBe(RUN_AT + 10 * MINUTE);
  world.clock.now += 2 * MINUTE;
  await runDelivery({ ...world.deps, runId: 'run-2' }, { kind: 'run', every: 10 });

  expect(world.overview().nextTryAt).toBe(RUN_AT + 12 * MINUTE);
});

describe('a person who is to be told', () => {
  it('gets a ticket when something needs action for long enough', async () => {
    const since = RUN_AT - 60 * MINUTE;
    const world = await createDeliveryWorld({
      state: { sending: { mode: 'paused', failure: { code: 'injixo_key', since } } },
      injixo: reply(401),
      settings: { alertEmail: 'planner@example.com' },
    });

    await runDelivery(world.deps, TICK);

    expect(world.freshdesk.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });
});

it('leaves what is older than the installation to an import whose start was taken out of the settings', async () => {
  const isPosted = async (state: GivenState): Promise<boolean> => {
    const world = await createDeliveryWorld({ state });
    await recordTicket(world, CUT_OVER - MINUTE);
    await runDelivery(world.deps, TICK);
    expect(world.records.snapshot()).toEqual([]);
    return world.batches().length > 0;
  };

  expect(await isPosted({ history: null })).toBe(true);
  expect(
    await isPosted({ history: { ...RUNNING_IMPORT, problem: null, setAside: [], standstill: null } }),
  ).toBe(false);
});

it('counts days by a time zone from the step on that has learned it', async () => {
  const kiritimati = JSON.stringify({ timezone: 'Pacific/Kiritimati' });
  const world = await createDeliveryWorld({
    state: { freshdesk: { zone: null } },
    freshdesk: (response, request) =>
      (request.url === '/api/v2/account' ? reply(200, kiritimati) : answerAsFreshdesk)(response, request),
  });

  await runDelivery(world.deps, TICK);

  // Shortly after midnight in Kiritimati it is the next day already.
  expect(world.overview()).toMatchObject({
    timeZone: 'Pacific/Kiritimati',
    today: { day: '2026-11-06' },
  });
});

describe('the steps of a run', () => {
  const HELD = { number: 1, reason: 'unclear', contacts: 0, at: RUN_AT } as const;

  async function runWithCommands(injixo: Answer) {
    const batches = [HELD, { ...HELD, number: 2 }];
    const state = { sending: { mode: 'probe' }, held: { batches, discarded: [] } } as const;
    const world = await createDeliveryWorld({ state, injixo });
    await world.store.set(KEYS.orders, { v: 1, discard_1: 1, send_2: 1 });
    for (const { number } of batches)
      await world.store.set(KEY_OF.held(number), { v: 1, queues: [], contacts: [] });
    await recordTicket(world);
    await runDelivery(world.deps, TICK);
    return world;
  }

  it('end after a failed check, and what sends nothing is done before; the run closes all the same', async () => {
    const world = await runWithCommands(reply(503));

    expect(world.batches()).toEqual([0]);
    expect(world.freshdesk.requests).toEqual([]);
    expect(world.store.valueOf(KEYS.orders)).toEqual({ v: 1, send_2: 1 });
    expect(world.state()).toMatchObject({
      sending: { mode: 'probe', failure: { code: 'injixo_down' } },
      held: { batches: [{ number: 2 }], discarded: [{ number: 1 }] },
      outbox: { oldestWaiting: Date.parse(TICKET.created_at) },
      schedule: { lastTickAt: RUN_AT },
    });
    expect(world.overview()).toMatchObject({ lastRunAt: RUN_AT, waiting: 1, due: 1 });
    expect(world.scheduler.planned.size).toBe(4);
    expect(world.log.messages('info')).toContain('run ended');
  });

  it('go on after a check that went well', async () => {
    const world = await runWithCommands(reply(200));

    expect(world.batches()).toEqual([0, 1]);
    expect(world.store.valueOf(KEYS.orders)).toEqual({ v: 1 });
    expect(world.overview()).toMatchObject({ mode: 'normal', accepted: 1, waiting: 0, due: 0 });
  });
});
