import { calmState, createDeliveryWorld, TICK, type GivenState } from '../../test/fakes/delivery-world';
import { closeServers, reply } from '../../test/fakes/local-server';
import { RUN_AT } from '../../test/fakes/run-world';
import { KEYS } from '../platform/keys';
import { NO_BATCH, type InFlightBatch } from '../sending/in-flight-batch';
import { reportFailure } from '../status/failures';
import { LIMITS } from '../values/limits';
import { runDelivery } from './run';

/** A note of what was accepted on the days up to that of the run, and how long it took. */
const NOTE: InFlightBatch = {
  ...NO_BATCH,
  accepted: 120,
  repaired: 2,
  acceptedAt: RUN_AT - 1000,
  delays: {
    days: [
      [20_755, 9],
      [20_756, 8],
      [20_761, 7],
      [20_762, 6],
    ],
    delays: { day: 20_762, worstSeconds: 300, buckets: [[43, 4]] },
  },
};

afterEach(closeServers);

async function run(state: GivenState = {}) {
  const world = await createDeliveryWorld({ state });
  await world.store.set(KEYS.inFlight, NOTE);
  const before = world.store.operations().length;
  await runDelivery(world.deps, TICK);
  return { world, overview: world.overview(), spent: world.store.operations().length - before };
}

it('says what was accepted, by the note of the last batch', async () => {
  const { overview } = await run();

  expect(overview).toMatchObject({ accepted: 120, repaired: 2, lastAcceptedAt: RUN_AT - 1000 });
});

it('plans a run for every minute after something was accepted: the scan found it, or an event recorded it', async () => {
  expect((await run()).world.scheduler.planned.size).toBe(4);
});

it.each([[null], ['Asia/Tokyo']])(
  "tells the account's day: what was accepted, and how long it took (%p)",
  async (iana) => {
    const { overview } = await run({ freshdesk: { zone: { iana, askedAt: RUN_AT } } });

    expect(overview).toMatchObject({
      timeZone: iana,
      today: { day: '2026-11-05', accepted: 6, medianSeconds: 62, worstSeconds: 300 },
      accepted7Days: 21,
    });
  },
);

it.each([
  [null, 0, null],
  [{ count: 3, lastAt: RUN_AT - 1000, places: ['7'] }, 0, { rows: 3, at: RUN_AT - 1000, records: 0 }],
  [{ count: 3, lastAt: RUN_AT - LIMITS.lostShownMs, places: [] }, 0, null],
  [null, 2, { rows: 0, at: null, records: 2 }],
])('says how many rows (%j) and records (%j) cannot be read', async (unreadable, records, expected) => {
  const world = await createDeliveryWorld({ state: { freshdesk: { unreadable } } });
  for (let count = 0; count < records; count += 1) await world.records.create({ kind: 'of a later version' });

  await runDelivery(world.deps, TICK);

  expect(world.overview()).toMatchObject({ unreadable: expected });
});

it('says what the run used of the limits', async () => {
  const { overview, world, spent } = await run();

  expect(overview.use).toEqual({
    keyValueOps: spent,
    keyValueLimit: 50,
    entityOps: world.records.operations().length,
    entityLimit: 250,
    freshdeskCalls: world.freshdesk.requests.length,
    freshdeskLimit: LIMITS.freshdeskCallsPerMinute,
  });
});

it('goes back with the scan when the check has shown that the key sees less, which ended the steps', async () => {
  const { scan, freshdesk } = calmState();
  const live = RUN_AT - 3_600_000;
  const world = await createDeliveryWorld({
    state: {
      freshdesk: { failure: reportFailure(null, 'freshdesk_unreachable', RUN_AT - 1) },
      scan: { lastFullScope: { ...scan.lastFullScope, at: freshdesk.scopeSeenAt, live } },
    },
    freshdesk: reply(200, JSON.stringify({ ticket_scope: 2 })),
  });

  await runDelivery(world.deps, TICK);

  expect(world.state()).toMatchObject({
    checkedUntil: live,
    completeUntil: live,
    freshdesk: { failure: { code: 'freshdesk_scope' }, scopeSeenAt: 0 },
  });
});

it('leaves the next run what this one spent, its last operations with it', async () => {
  const { world, spent } = await run();

  expect(world.state().spent.keyValue).toMatchObject({ at: RUN_AT });
  // The overview, which is written last, counts as well.
  expect(world.state().spent.keyValue?.offsets).toHaveLength(spent);
});
