import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { openNamingRun } from '../../test/fakes/naming-run';
import { createRunWorld, RUN_AT, type RunWorld } from '../../test/fakes/run-world';
import type { AccountZone } from '../freshdesk/time-zone';
import { EMPTY_OUTBOX } from '../outbox/outbox-state';
import { LIMITS } from '../values/limits';
import { createSlice } from '../values/slice';
import { refreshAccount } from './refresh-account';

const ACCOUNT = '/api/v2/account';
const FIELDS = '/api/v2/ticket_fields';
const QUEUE = { identifier: 'freshdesk:7:1:tickets', name: 'Care email Tickets', channel: 'cases' } as const;
const KIRITIMATI: AccountZone = { iana: 'Pacific/Kiritimati', askedAt: RUN_AT };

const NOTHING_CAME = { outbox: createSlice(EMPTY_OUTBOX), inFlight: createSlice({ acceptedAt: null }) };

function worldWith(timezone: string): RunWorld {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({
    [ACCOUNT]: answered({ timezone }),
    [FIELDS]: answered([]),
  });
  return world;
}

async function learn(
  world: RunWorld,
  zone: AccountZone | null,
  withQueue = false,
  way: 'live' | 'checked' = 'checked',
  alertEmail: string | null = null,
) {
  const run = await openNamingRun(world, { zone });
  if (withQueue) run.queues.register(QUEUE);
  await refreshAccount({ ...run, ...NOTHING_CAME, way, alertEmail });
  return run;
}

it('asks nothing without a Freshdesk key', async () => {
  const world = worldWith('UTC');

  await learn(world, null, true, 'live');

  expect(world.freshdesk.paths()).toEqual([]);
});

it('asks once for the zone', async () => {
  const world = worldWith('Pacific/Kiritimati');

  const run = await learn(world, null);

  expect(world.freshdesk.paths()).toEqual([ACCOUNT]);
  expect(run.freshdesk.value.zone).toEqual(KIRITIMATI);
});

it.each([
  ['does not ask again within a day', LIMITS.zoneMs - 1, []],
  ['asks again after a day', LIMITS.zoneMs, [ACCOUNT]],
])('%s', async (_what, age, paths) => {
  const world = worldWith('UTC');

  await learn(world, { ...KIRITIMATI, askedAt: RUN_AT - age });

  expect(world.freshdesk.paths()).toEqual(paths);
});

it('follows an account that moved', async () => {
  const run = await learn(worldWith('Asia/Tokyo'), { ...KIRITIMATI, askedAt: RUN_AT - LIMITS.zoneMs });

  expect(run.freshdesk.value.zone).toEqual({ iana: 'Asia/Tokyo', askedAt: RUN_AT });
});

it('keeps what it knows, and asks in the next run, while Freshdesk does not answer', async () => {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({ [ACCOUNT]: failed({ kind: 'unreachable' }) });
  const known = { ...KIRITIMATI, askedAt: RUN_AT - LIMITS.zoneMs };

  const run = await learn(world, known, true);

  expect(run.freshdesk.value.zone).toEqual(known);
  expect(world.freshdesk.paths()).toEqual([ACCOUNT]);
});

it('reads the names again where there are queues to show them for', async () => {
  const world = worldWith('UTC');

  await learn(world, null, true);

  expect(world.freshdesk.paths()).toEqual([ACCOUNT, FIELDS]);
});

it.each([
  ['an hour after they were read, while contacts come in', LIMITS.namesMs, RUN_AT - 60_000, [FIELDS]],
  ['not within the hour', LIMITS.namesMs - 1, RUN_AT - 60_000, []],
  ['not while nothing comes in', LIMITS.namesMs, RUN_AT - LIMITS.livelyMs, []],
])('reads the names again: %s', async (_when, age, recordedAt, paths) => {
  const world = worldWith('UTC');
  const run = await openNamingRun(world, { zone: KIRITIMATI, namesReadAt: RUN_AT - age });
  run.queues.register(QUEUE);
  const came = { ...NOTHING_CAME, outbox: createSlice({ ...EMPTY_OUTBOX, recordedAt }) };

  await refreshAccount({ ...run, ...came, way: 'checked', alertEmail: null });

  expect(world.freshdesk.paths()).toEqual(paths);
  expect(run.freshdesk.value.namesReadAt).toBe(paths.length > 0 ? RUN_AT : RUN_AT - age);
});

it('reads them again in the next run while Freshdesk does not answer', async () => {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({ [FIELDS]: failed({ kind: 'unreachable' }) });
  const run = await openNamingRun(world, { zone: KIRITIMATI, namesReadAt: RUN_AT - LIMITS.namesMs });
  run.queues.register(QUEUE);
  const came = { ...NOTHING_CAME, outbox: createSlice({ ...EMPTY_OUTBOX, recordedAt: RUN_AT }) };

  await refreshAccount({ ...run, ...came, way: 'checked', alertEmail: null });

  expect(run.freshdesk.value.namesReadAt).toBe(RUN_AT - LIMITS.namesMs);
});

it('asks once a day for the language, where somebody is notified', async () => {
  const world = createRunWorld();
  const LANGUAGE = '/api/v2/settings/helpdesk';
  world.freshdesk = createFakeFreshdesk({ [LANGUAGE]: answered({ primary_language: 'de' }) });

  const run = await learn(world, KIRITIMATI, false, 'checked', 'anna@acme.example');
  await refreshAccount({ ...run, ...NOTHING_CAME, way: 'checked', alertEmail: 'anna@acme.example' });

  expect(world.freshdesk.paths()).toEqual([LANGUAGE]);
  expect(run.freshdesk.value.language).toEqual({ tag: 'de', askedAt: RUN_AT });
});
