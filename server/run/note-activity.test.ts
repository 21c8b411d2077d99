import { createDeliveryWorld, recordTicket, TICK, type DeliveryWorld } from '../../test/fakes/delivery-world';
import { closeServers, reply } from '../../test/fakes/local-server';
import { RUN_AT } from '../../test/fakes/run-world';
import { KEY_OF, KEYS } from '../platform/keys';
import { sumSettings } from '../setup/settings';
import { NO_ACTIVITY, type ActivityState } from '../status/activity';
import { LIMITS } from '../values/limits';
import { runDelivery } from './run';

afterEach(closeServers);

const PART = KEY_OF.activity(0);

/** A world in whose state so many entries stand. */
async function worldWith(entries: number): Promise<DeliveryWorld> {
  const world = await createDeliveryWorld();
  const activity: ActivityState = {
    ...NO_ACTIVITY,
    seen: { ...NO_ACTIVITY.seen, settings: sumSettings({}) },
    entries: [...Array(entries).keys()].map((nth) => ({
      at: RUN_AT - 1000 + nth,
      kind: 'read_again',
      count: nth,
    })),
  };
  await world.store.set(KEYS.state, { ...world.state(), activity });
  return world;
}

/** The operations of a run. */
async function spentBy(world: DeliveryWorld): Promise<number> {
  const before = world.store.operations().length;
  await runDelivery(world.deps, TICK);
  return world.store.operations().length - before;
}

it('shows on the page what happened, and in which quarter of an hour what was accepted', async () => {
  const world = await createDeliveryWorld({ injixo: reply(503) });
  await recordTicket(world);
  await runDelivery(world.deps, TICK);

  expect(world.overview()).toMatchObject({
    activity: {
      entries: [
        { kind: 'failure_began', code: 'injixo_down', at: RUN_AT },
        { kind: 'names', code: 'read', count: 1 },
      ],
      parts: 0,
      strip: { first: RUN_AT / 900_000, accepted: [0], lights: '2' },
    },
    lastError: { at: RUN_AT, status: 503 },
  });
});

it('costs a run no operation', async () => {
  const quiet = await spentBy(await worldWith(0));

  expect(await spentBy(await worldWith(2 * LIMITS.activityPerKey - 1))).toBe(quiet);
});

it('moves a full part to a key of its own, with one operation', async () => {
  const quiet = await spentBy(await worldWith(0));
  const world = await worldWith(2 * LIMITS.activityPerKey);

  expect(await spentBy(world)).toBe(quiet + 1);
  expect(world.store.valueOf(PART)).toMatchObject({ v: 1, entries: { length: 50, 0: { count: 0 } } });
  expect(world.overview().activity).toMatchObject({ parts: 1, entries: { length: 50, 0: { count: 50 } } });
});

it('goes on without moving it when the store does not take it', async () => {
  const world = await worldWith(2 * LIMITS.activityPerKey);
  const { set } = world.store;
  const store = {
    ...world.store,
    set: async (...given: Parameters<typeof set>) => {
      if (given[0] === PART) throw new Error('no');
      return await set(...given);
    },
  };

  await runDelivery({ ...world.deps, store }, TICK);

  expect(world.overview()).toMatchObject({
    lastRunAt: RUN_AT,
    activity: { parts: 0, entries: { length: 100 } },
  });
  expect(world.log.messages('warn')).toContain('activity was not moved');
});

describe('after a setting was changed', () => {
  /** A run of a calm hour, with settings other than those of the run before. */
  async function runWithNew(answers: Parameters<typeof createDeliveryWorld>[0] = {}): Promise<DeliveryWorld> {
    const world = await createDeliveryWorld(answers);
    await runDelivery(world.deps, TICK);
    world.clock.now += 300_000;
    const { length } = world.freshdesk.requests;
    const settings = { ...world.deps.settings, sums: sumSettings({ injixo_api_key: 'another' }) };
    await runDelivery({ ...world.deps, settings, runId: 'run-2' }, TICK);
    return { ...world, freshdesk: { ...world.freshdesk, requests: world.freshdesk.requests.slice(length) } };
  }

  it('asks both sides at once', async () => {
    const world = await runWithNew();

    // Then the scan sends the ticket that this Freshdesk has.
    expect(world.batches()).toEqual([0, 1]);
    expect(world.freshdesk.requests[0]).toMatchObject({ url: '/api/v2/agents/me' });
    expect(world.overview().activity.entries).toMatchObject([
      { kind: 'names', code: 'read' },
      { kind: 'settings_changed', code: 'injixo_api_key' },
    ]);
  });

  it('tells at once that a key is wrong', async () => {
    const world = await runWithNew({ injixo: reply(401) });

    expect(world.overview()).toMatchObject({ failure: { code: 'injixo_key' }, lastError: { status: 401 } });
  });
});
