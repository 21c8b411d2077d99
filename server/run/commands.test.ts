import { createHeldWorld, HELD_BATCH, HELD_CONTACTS, HELD_QUEUE } from '../../test/fakes/held-world';
import { openImportRun } from '../../test/fakes/import-run';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createRunWorld, injixoAnswer, RUN_AT, type RunWorld } from '../../test/fakes/run-world';
import { storeReplyPart } from '../ledger/reply-entries';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { applyCommands, commandField, readCommands, type HeldCommand } from './commands';
import type { StoredContact } from '../sending/in-flight-batch';
import { type HeldRecord, closeBatch } from '../sending/settle-batch';

const HOUR = 3_600_000;
const BILLING = { kind: 'group', id: 351, name: 'Billing', at: RUN_AT, how: 'typed' } as const;

/** Fills two parts of the ledger's hour, so that opening it takes three operations. */
async function crowd(world: RunWorld, hour: number): Promise<void> {
  for (const part of [0, 1]) {
    const entries = [...Array(LIMITS.repliesPerKey).keys()].map((n) => {
      const conversationId = 1_000_000 + hour / HOUR + part * LIMITS.repliesPerKey + n;
      return [conversationId, { conversationId, ticketId: 5, second: n, mark: 'settled' }] as const;
    });
    await world.store.set(KEY_OF.replies(hour, part), storeReplyPart(new Map(entries)));
  }
}

/** A run that finds these commands. */
async function apply(world: RunWorld, ...commands: readonly HeldCommand[]) {
  for (const each of commands) await world.store.setFields('orders', { [commandField(each, HELD_BATCH)]: 1 });
  const run = await openImportRun(world);
  await applyCommands(run, await readCommands(run.store));
  await closeBatch(run);
  await run.save(0);
  await run.ledger.load(HELD_CONTACTS);
  world.clock.now += 60_000;
  return { run, marks: new Set(HELD_CONTACTS.map((each) => run.ledger.markOf(each))) };
}

it('reads no commands where there are none, and writes nothing', async () => {
  const { store } = createRunWorld();

  expect(await readCommands(store)).toEqual([]);
  expect(await readCommands(createMemoryKeyValueStore())).toEqual([]);
  expect(store.operations().map(({ verb }) => verb)).toEqual(['get']);
});

it('reads the commands it knows, and no others', async () => {
  const { store } = createRunWorld();
  await store.set('orders', {
    v: 1,
    send_7: 1,
    discard_8: 1,
    restore_9: 1,
    history_pause: 1,
    send_x: 1,
    other_3: 1,
    name_group_351: { name: 'Billing', at: RUN_AT },
    name_group_352: 1,
  });

  expect(await readCommands(store)).toEqual([
    { kind: 'held', field: 'send_7', command: 'send', number: 7 },
    { kind: 'held', field: 'discard_8', command: 'discard', number: 8 },
    { kind: 'held', field: 'restore_9', command: 'restore', number: 9 },
    { kind: 'import', field: 'history_pause', command: 'pause', asked: { command: 'pause' } },
    { kind: 'names', field: 'name_group_351', command: 'name', name: BILLING },
  ]);
});

describe('naming groups and sources', () => {
  const TYPED = {
    name_group_351: { name: 'Billing', at: RUN_AT },
    name_source_1001: { noLabel: true, at: RUN_AT },
  };

  async function applyTyped(world: RunWorld, orders: object) {
    await world.store.setFields('orders', orders as Readonly<Record<string, unknown>>);
    const run = await openImportRun(world);
    await applyCommands(run, await readCommands(run.store));
    return run;
  }

  it('takes all names with one write, and out of the orders', async () => {
    const world = createRunWorld();
    const before = world.store.operations().length;

    const run = await applyTyped(world, TYPED);

    expect([...(await run.names.all()).values()]).toEqual([
      BILLING,
      { kind: 'source', id: 1001, name: null, at: RUN_AT, how: 'typed' },
    ]);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
    const ops = world.store.operations().slice(before);
    expect(ops.filter(({ key, verb }) => key === 'names' && verb !== 'get')).toHaveLength(1);
  });

  it('loses no name to a kill, and takes it twice without harm', async () => {
    const world = createRunWorld();
    world.store.onOperation = ({ verb }) => (verb === 'removeFields' ? 'kill before' : 'go');
    await expect(applyTyped(world, TYPED)).rejects.toMatchObject({ name: 'Killed' });
    world.store.revive();
    expect(world.store.valueOf('orders')).toMatchObject(TYPED);

    const run = await applyTyped(world, {});

    expect((await run.names.all()).size).toBe(2);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
  });

  it.each<[string, string | null, boolean, string | null]>([
    ['changes a typed name until a contact was sent under it', 'Bilings', false, 'Billing'],
    ['leaves a name under which contacts were sent', 'Bilings', true, 'Bilings'],
    ['names a group that was said to be gone', null, true, 'Billing'],
  ])('%s', async (_what, before, isSent, after) => {
    const world = createRunWorld();
    const first = await openImportRun(world);
    await first.names.learn([{ ...BILLING, name: before, at: RUN_AT - 1000 }]);
    if (isSent) first.queues.register({ identifier: 'freshdesk:351:1:tickets', name: 'Q', channel: 'cases' });
    await first.queues.save();

    const run = await applyTyped(world, { name_group_351: { name: 'Billing', at: RUN_AT } });

    expect((await run.names.all()).get('group:351')?.name).toBe(after);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
  });

  it('waits while the operations do not suffice', async () => {
    const world = createRunWorld();
    await world.store.setFields('orders', TYPED);
    const run = await openImportRun(world);
    const commands = await readCommands(run.store);
    while (run.budget.opsLeft() > 5) run.budget.spend();

    await applyCommands(run, commands);

    expect(world.store.valueOf('orders')).toMatchObject(TYPED);
  });
});

describe('sending a held batch again', () => {
  it('posts its contacts and forgets the batch once they are accepted', async () => {
    const world = await createHeldWorld();

    const { run, marks } = await apply(world, 'send');

    expect(world.posted.map((events) => events.length)).toEqual([3]);
    expect(world.posted[0]).toMatchObject([
      { queueName: HELD_QUEUE.name, queueIdentifier: HELD_QUEUE.identifier },
      {},
      {},
    ]);
    expect(marks).toEqual(new Set(['settled']));
    expect(run.held.value.batches).toEqual([]);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
  });

  it('holds them again when it is unclear again', async () => {
    const world = await createHeldWorld();
    world.injixo = () => ({ kind: 'broken' });

    const { run } = await apply(world, 'send');

    expect(run.held.value.batches).toMatchObject([{ number: 2, reason: 'unclear', contacts: 3 }]);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
  });

  it('makes one held batch more at most, however many of its contacts would become unclear one by one', async () => {
    const world = await createHeldWorld();
    world.injixo = () => ({ kind: 'broken' });
    const oneByOne = async () => {
      const next = await openImportRun(world, { sending: { mode: 'single' } });
      await next.save(0);
    };
    await oneByOne();

    const { run } = await apply(world, 'send');
    await oneByOne();
    const later = await apply(world);

    expect(world.posted.map((events) => events.length)).toEqual([1]);
    expect(run.held.value.batches).toMatchObject([
      { number: HELD_BATCH, contacts: 2 },
      { number: 2, contacts: 1 },
    ]);
    expect(later.run.held.value.batches).toHaveLength(2);
  });

  it('goes on in later runs when crowded hours leave no operations for all ledger keys', async () => {
    const world = await createHeldWorld();
    const hours = [...Array(6).keys()].map((n) => RUN_AT - (n + 2) * HOUR);
    for (const hour of hours) await crowd(world, hour);
    const replies = hours.map((hour, n): StoredContact => [`reply:${n + 1}`, hour / 1000 + 60, 0, 7, 0]);
    const record = world.store.valueOf('held:1') as HeldRecord;
    await world.store.set('held:1', { ...record, contacts: replies });
    await world.store.setFields('orders', { [commandField('send', HELD_BATCH)]: 1 });

    const spent: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { run } = await apply(world);
      spent.push(run.budget.opsSpent());
    }

    expect(world.posted.flat()).toHaveLength(replies.length);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
    expect((await openImportRun(world)).held.value.batches).toEqual([]);
    expect(Math.max(...spent)).toBeLessThanOrEqual(LIMITS.keyValueOpsPerRun);
  });

  it('keeps the command while injixo takes nothing', async () => {
    const world = await createHeldWorld();
    world.injixo = () => injixoAnswer(503);

    const { run, marks } = await apply(world, 'send');

    expect(run.held.value.batches).toMatchObject([{ number: HELD_BATCH, contacts: 3 }]);
    expect(marks).toEqual(new Set(['held']));
    expect(world.store.valueOf('orders')).toEqual({ v: 1, send_1: 1 });
  });

  it('is done once, however often it is asked for', async () => {
    const world = await createHeldWorld();

    await apply(world, 'send');
    await apply(world, 'send');

    expect(world.posted).toHaveLength(1);
  });

  it('posts nothing when the run is killed as the order is taken out', async () => {
    const world = await createHeldWorld();
    await world.store.setFields('orders', { [commandField('send', HELD_BATCH)]: 1 });
    const run = await openImportRun(world);
    const orders = await readCommands(run.store);
    world.store.onOperation = ({ verb }) => (verb === 'removeFields' ? 'kill after' : 'go');
    await expect(applyCommands(run, orders)).rejects.toMatchObject({ name: 'Killed' });
    world.store.revive();

    expect(world.posted).toEqual([]);
    expect((await openImportRun(world)).held.value.batches).toMatchObject([{ number: HELD_BATCH }]);
  });
});

it('leaves alone what is not held any more', async () => {
  const world = await createHeldWorld();
  await apply(world, 'discard');

  const { run } = await apply(world, 'send', 'discard');

  expect(world.posted).toEqual([]);
  expect(run.held.value.discarded).toHaveLength(1);
});

it.each([
  ['leaves orders to the next run when too few operations are left', 19, 0],
  ['applies a command while the operations just suffice', 20, 1],
])('%s', async (_what, operations, posted) => {
  const world = await createHeldWorld();
  await world.store.setFields('orders', { [commandField('send', HELD_BATCH)]: 1 });
  const run = await openImportRun(world);
  while (run.budget.opsLeft() > operations) run.budget.spend();

  await applyCommands(run, [{ kind: 'held', field: 'send_1', command: 'send', number: HELD_BATCH }]);

  expect(world.posted).toHaveLength(posted);
  expect(Object.keys(world.store.valueOf('orders') as object)).toHaveLength(2 - posted);
});

it('leaves orders to the next run when it is too late for a POST', async () => {
  const world = await createHeldWorld();
  await world.store.setFields('orders', { [commandField('discard', HELD_BATCH)]: 1 });
  const run = await openImportRun(world);
  world.clock.now += LIMITS.lastPostMs + 1;

  await applyCommands(run, await readCommands(run.store));

  expect(run.held.value.batches).toMatchObject([{ number: HELD_BATCH }]);
  expect(world.store.valueOf('orders')).toMatchObject({ discard_1: 1 });
});

it('logs what was asked for, and of which batch', async () => {
  const world = await createHeldWorld();
  await apply(world, 'discard');
  const run = await openImportRun(world);

  await applyCommands(run, [
    { kind: 'import', field: 'history_pause', command: 'pause', asked: { command: 'pause' } },
  ]);

  expect(world.log.lines.filter(({ message }) => message === 'command applied')).toEqual([
    { level: 'info', message: 'command applied', fields: { event: 'discard', batch: HELD_BATCH } },
    { level: 'info', message: 'command applied', fields: { event: 'pause' } },
  ]);
});
