import { createRunWorld, injixoAnswer, openRun, RUN_AT, type RunWorld } from '../../test/fakes/run-context';
import { closeNote } from './finish-note';
import { obeyOrders, orderField, readOrders, type HeldOrder } from './orders';
import type { OutgoingContact } from './outgoing';
import { sendContacts } from './send-contacts';
import { writeState } from './write-state';

const QUEUE = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;
const BATCH = 1;

const CONTACTS: readonly OutgoingContact[] = [1, 2, 3].map((ticketId) => ({
  contactId: `ticket:${ticketId}`,
  ticketId,
  occurredAt: RUN_AT - 600_000 + ticketId * 1000,
  queue: QUEUE,
  unknown: false,
  recordIds: [],
}));

/** A world in which three contacts are held as unclear under the number 1. */
async function heldWorld(): Promise<RunWorld> {
  const world = createRunWorld();
  world.injixo = () => ({ kind: 'broken' });
  const run = await openRun(world);
  run.queues.freeze(QUEUE);
  await run.ledger.open(CONTACTS);
  await sendContacts(run, CONTACTS, 'outbox');
  await closeNote(run);
  run.state = { ...run.state, mode: 'normal', failure: null };
  await writeState(run, 0);
  await readOrders(world.store);
  world.injixo = () => injixoAnswer(200);
  world.posted.length = 0;
  world.clock.now += 60_000;
  return world;
}

/** A run that finds these orders. */
async function obey(world: RunWorld, ...orders: readonly HeldOrder[]) {
  for (const order of orders) await world.store.setFields('orders', { [orderField(order, BATCH)]: 1 });
  const run = await openRun(world);
  await obeyOrders(run, await readOrders(run.store));
  await closeNote(run);
  await writeState(run, 0);
  await run.ledger.open(CONTACTS);
  world.clock.now += 60_000;
  return { run, marks: new Set(CONTACTS.map((each) => run.ledger.markOf(each))) };
}

it('makes the key of the orders when there is none, and reads it afterwards', async () => {
  const { store } = createRunWorld();

  expect(await readOrders(store)).toEqual([]);
  expect(store.valueOf('orders')).toEqual({ v: 1 });
  expect(await readOrders(store)).toEqual([]);
  expect(store.operations().map(({ verb }) => verb)).toEqual(['get', 'set', 'get']);
});

it('reads the orders it knows, and no others', async () => {
  const { store } = createRunWorld();
  await store.set('orders', { v: 1, send_7: 1, discard_8: 1, restore_9: 1, pause: 1, send_x: 1, other_3: 1 });

  expect(await readOrders(store)).toEqual([
    { kind: 'held', field: 'send_7', order: 'send', number: 7 },
    { kind: 'held', field: 'discard_8', order: 'discard', number: 8 },
    { kind: 'held', field: 'restore_9', order: 'restore', number: 9 },
  ]);
});

describe('sending a held batch again', () => {
  it('posts its contacts and forgets the batch once they are accepted', async () => {
    const world = await heldWorld();

    const { run, marks } = await obey(world, 'send');

    expect(world.posted.map((events) => events.length)).toEqual([3]);
    expect(world.posted[0]).toMatchObject([
      { queueName: QUEUE.name, queueIdentifier: QUEUE.identifier },
      {},
      {},
    ]);
    expect(marks).toEqual(new Set(['settled']));
    expect(run.state.held).toEqual([]);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
  });

  it('holds them again when it is unclear again', async () => {
    const world = await heldWorld();
    world.injixo = () => ({ kind: 'broken' });

    const { run } = await obey(world, 'send');

    expect(run.state.held).toMatchObject([{ number: 2, reason: 'unclear', contacts: 3 }]);
  });

  it('keeps the order while injixo takes nothing', async () => {
    const world = await heldWorld();
    world.injixo = () => injixoAnswer(503);

    const { run, marks } = await obey(world, 'send');

    expect(run.state.held).toMatchObject([{ number: BATCH, contacts: 3 }]);
    expect(marks).toEqual(new Set(['in doubt']));
    expect(world.store.valueOf('orders')).toEqual({ v: 1, send_1: 1 });
  });

  it('is done once, however often it is ordered', async () => {
    const world = await heldWorld();

    await obey(world, 'send');
    await obey(world, 'send');

    expect(world.posted).toHaveLength(1);
  });

  it('posts nothing when the run is killed as the order is taken out', async () => {
    const world = await heldWorld();
    await world.store.setFields('orders', { [orderField('send', BATCH)]: 1 });
    const run = await openRun(world);
    const orders = await readOrders(run.store);
    world.store.onOperation = ({ verb }) => (verb === 'removeFields' ? 'kill after' : 'go');
    await expect(obeyOrders(run, orders)).rejects.toMatchObject({ name: 'Killed' });
    world.store.revive();

    expect(world.posted).toEqual([]);
    expect((await openRun(world)).state.held).toMatchObject([{ number: BATCH }]);
  });
});

describe('discarding a held batch', () => {
  it('settles its contacts without sending them', async () => {
    const world = await heldWorld();

    const { run, marks } = await obey(world, 'discard');

    expect(world.posted).toEqual([]);
    expect(marks).toEqual(new Set(['settled']));
    expect(run.state).toMatchObject({ held: [], discarded: [{ number: BATCH, contacts: 3 }] });
  });

  it('can be taken back, and the batch sent after all', async () => {
    const world = await heldWorld();
    await obey(world, 'discard');

    const { run } = await obey(world, 'restore');
    expect(run.state).toMatchObject({ held: [{ number: BATCH, contacts: 3 }], discarded: [] });

    await obey(world, 'send');
    expect(world.posted.flat()).toHaveLength(3);
  });
});

it('leaves alone what is not held any more', async () => {
  const world = await heldWorld();
  await obey(world, 'discard');

  const { run } = await obey(world, 'send', 'discard');

  expect(world.posted).toEqual([]);
  expect(run.state.discarded).toHaveLength(1);
});

it('leaves orders to the next run when too few operations are left', async () => {
  const world = await heldWorld();
  await world.store.setFields('orders', { [orderField('send', BATCH)]: 1 });
  const run = await openRun(world);
  while (run.budget.opsLeft() > 10) run.budget.spend();

  await obeyOrders(run, [{ kind: 'held', field: 'send_1', order: 'send', number: BATCH }]);

  expect(world.posted).toEqual([]);
  expect(world.store.valueOf('orders')).toMatchObject({ send_1: 1 });
});
