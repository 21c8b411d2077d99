import { createRunWorld, injixoAnswer, openRun, RUN_AT, type RunWorld } from '../../test/fakes/run-context';
import { storeReplyPart } from '../ledger/reply-entries';
import { repliesKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { applyCommands, commandField, readCommands, type HeldCommand } from './commands';
import type { StoredContact } from '../sending/in-flight-batch';
import type { NamedContact } from '../naming/named-contact';
import { sendContacts } from '../sending/send-contacts';
import { type HeldRecord, closeBatch } from '../sending/settle-batch';
import { writeState } from './write-state';

const QUEUE = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;
const BATCH = 1;
const HOUR = 3_600_000;

const CONTACTS: readonly NamedContact[] = [1, 2, 3].map((ticketId) => ({
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
  run.queues.register(QUEUE);
  await run.ledger.load(CONTACTS);
  await sendContacts(run, CONTACTS, 'outbox');
  await closeBatch(run);
  run.state = { ...run.state, mode: 'normal', failure: null };
  await writeState(run, 0);
  await readCommands(world.store);
  world.injixo = () => injixoAnswer(200);
  world.posted.length = 0;
  world.clock.now += 60_000;
  return world;
}

/** Fills two parts of the ledger's hour, so that opening it takes three operations. */
async function crowd(world: RunWorld, hour: number): Promise<void> {
  for (const part of [0, 1]) {
    const entries = [...Array(LIMITS.repliesPerKey).keys()].map((n) => {
      const conversationId = 1_000_000 + hour / HOUR + part * LIMITS.repliesPerKey + n;
      return [conversationId, { conversationId, ticketId: 5, second: n, mark: 'settled' }] as const;
    });
    await world.store.set(repliesKey(hour, part), storeReplyPart({ entries: new Map(entries) }));
  }
}

/** A run that finds these orders. */
async function obey(world: RunWorld, ...orders: readonly HeldCommand[]) {
  for (const order of orders) await world.store.setFields('orders', { [commandField(order, BATCH)]: 1 });
  const run = await openRun(world);
  await applyCommands(run, await readCommands(run.store));
  await closeBatch(run);
  await writeState(run, 0);
  await run.ledger.load(CONTACTS);
  world.clock.now += 60_000;
  return { run, marks: new Set(CONTACTS.map((each) => run.ledger.markOf(each))) };
}

it('makes the key of the orders when there is none, and reads it afterwards', async () => {
  const { store } = createRunWorld();

  expect(await readCommands(store)).toEqual([]);
  expect(store.valueOf('orders')).toEqual({ v: 1 });
  expect(await readCommands(store)).toEqual([]);
  expect(store.operations().map(({ verb }) => verb)).toEqual(['get', 'set', 'get']);
});

it('reads the orders it knows, and no others', async () => {
  const { store } = createRunWorld();
  await store.set('orders', {
    v: 1,
    send_7: 1,
    discard_8: 1,
    restore_9: 1,
    history_pause: 1,
    send_x: 1,
    other_3: 1,
  });

  expect(await readCommands(store)).toEqual([
    { kind: 'held', field: 'send_7', order: 'send', number: 7 },
    { kind: 'held', field: 'discard_8', order: 'discard', number: 8 },
    { kind: 'held', field: 'restore_9', order: 'restore', number: 9 },
    { kind: 'history', field: 'history_pause', order: 'pause' },
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
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
  });

  it('makes one held batch more at most, however many of its contacts would become unclear one by one', async () => {
    const world = await heldWorld();
    world.injixo = () => ({ kind: 'broken' });
    const oneByOne = async () => writeState(await openRun(world, { mode: 'single' }), 0);
    await oneByOne();

    const { run } = await obey(world, 'send');
    await oneByOne();
    const later = await obey(world);

    expect(world.posted.map((events) => events.length)).toEqual([1]);
    expect(run.state.held).toMatchObject([
      { number: BATCH, contacts: 2 },
      { number: 2, contacts: 1 },
    ]);
    expect(later.run.state.held).toHaveLength(2);
  });

  it('goes on in later runs when crowded hours leave no operations for all ledger keys', async () => {
    const world = await heldWorld();
    const hours = [...Array(6).keys()].map((n) => RUN_AT - (n + 2) * HOUR);
    for (const hour of hours) await crowd(world, hour);
    const replies = hours.map((hour, n): StoredContact => [`reply:${n + 1}`, hour / 1000, 0, 7, 0]);
    const record = world.store.valueOf('held:1') as HeldRecord;
    await world.store.set('held:1', { ...record, contacts: replies });
    await world.store.setFields('orders', { [commandField('send', BATCH)]: 1 });

    const spent: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { run } = await obey(world);
      spent.push(run.budget.opsSpent());
    }

    expect(world.posted.flat()).toHaveLength(replies.length);
    expect(world.store.valueOf('orders')).toEqual({ v: 1 });
    expect((await openRun(world)).state.held).toEqual([]);
    expect(Math.max(...spent)).toBeLessThanOrEqual(LIMITS.keyValueOpsPerRun);
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
    await world.store.setFields('orders', { [commandField('send', BATCH)]: 1 });
    const run = await openRun(world);
    const orders = await readCommands(run.store);
    world.store.onOperation = ({ verb }) => (verb === 'removeFields' ? 'kill after' : 'go');
    await expect(applyCommands(run, orders)).rejects.toMatchObject({ name: 'Killed' });
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

it.each([
  ['leaves orders to the next run when too few operations are left', 19, 0],
  ['obeys while the operations just suffice', 20, 1],
])('%s', async (_what, operations, posted) => {
  const world = await heldWorld();
  await world.store.setFields('orders', { [commandField('send', BATCH)]: 1 });
  const run = await openRun(world);
  while (run.budget.opsLeft() > operations) run.budget.spend();

  await applyCommands(run, [{ kind: 'held', field: 'send_1', order: 'send', number: BATCH }]);

  expect(world.posted).toHaveLength(posted);
  expect(Object.keys(world.store.valueOf('orders') as object)).toHaveLength(2 - posted);
});

it('leaves orders to the next run when it is too late for a POST', async () => {
  const world = await heldWorld();
  await world.store.setFields('orders', { [commandField('discard', BATCH)]: 1 });
  const run = await openRun(world);
  world.clock.now += LIMITS.lastPostMs + 1;

  await applyCommands(run, await readCommands(run.store));

  expect(run.state.held).toMatchObject([{ number: BATCH }]);
  expect(world.store.valueOf('orders')).toMatchObject({ discard_1: 1 });
});

it('touches no other batch, held or discarded', async () => {
  const world = await heldWorld();
  const others = [{ number: 8, reason: 'unclear', contacts: 2, at: 0 }] as const;
  const { run } = await obey(world, 'discard');
  run.state = { ...run.state, held: others, discarded: [...others, ...run.state.discarded] };
  await writeState(run, 0);

  const restored = await obey(world, 'restore');
  expect(restored.run.state).toMatchObject({ held: [{ number: 8 }, { number: BATCH }], discarded: others });

  const again = await obey(world, 'discard');
  expect(again.run.state).toMatchObject({ held: others, discarded: [{ number: 8 }, { number: BATCH }] });
});

it('remembers only so many discarded batches, the latest', async () => {
  const world = await heldWorld();
  const run = await openRun(world);
  const at = (n: number) => ({ number: 100 + n, reason: 'unclear', contacts: 1, at: 0 }) as const;
  run.state = { ...run.state, discarded: Array.from({ length: LIMITS.restorable }, (_each, n) => at(n)) };
  await writeState(run, 0);

  const { discarded } = (await obey(world, 'discard')).run.state;

  expect(discarded).toHaveLength(LIMITS.restorable);
  expect([discarded[0]?.number, discarded.at(-1)?.number]).toEqual([101, BATCH]);
});

it('settles of contacts of the history only what the ledger has: not their replies', async () => {
  const world = await heldWorld();
  const record = world.store.valueOf('held:1') as HeldRecord;
  const reply = ['reply:900', RUN_AT / 1000, 0, 1, 0] as const;
  await world.store.set('held:1', { ...record, past: true, contacts: [...record.contacts, reply] });

  const { run, marks } = await obey(world, 'discard');

  expect(marks).toEqual(new Set(['settled']));
  const asContact = { contactId: 'reply:900', ticketId: 1, occurredAt: RUN_AT };
  await run.ledger.load([asContact]);
  expect(run.ledger.markOf(asContact)).toBe('none');
});

it('logs what was ordered, and of which batch', async () => {
  const world = await heldWorld();
  await obey(world, 'discard');
  const run = await openRun(world);

  await applyCommands(run, [{ kind: 'history', field: 'history_pause', order: 'pause' }]);

  expect(world.log.lines.filter(({ message }) => message === 'order obeyed')).toEqual([
    { level: 'info', message: 'order obeyed', fields: { event: 'discard', batch: BATCH } },
    { level: 'info', message: 'order obeyed', fields: { event: 'pause' } },
  ]);
});
