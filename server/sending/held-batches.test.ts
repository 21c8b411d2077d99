import { createHeldWorld, HELD_BATCH, HELD_CONTACTS, HELD_QUEUE } from '../../test/fakes/held-world';
import { injixoAnswer, RUN_AT, type RunWorld } from '../../test/fakes/run-world';
import { openSendingRun } from '../../test/fakes/sending-run';
import { LIMITS } from '../values/limits';
import { discardHeld, resendHeld, restoreHeld } from './held-batches';
import { closeBatch, type HeldRecord } from './settle-batch';

/** A run in which this becomes of the held batch; `stands`: it is to be done again. */
async function decide(world: RunWorld, what: typeof resendHeld | typeof discardHeld) {
  const run = await openSendingRun(world);
  const stands = (await what(run, HELD_BATCH, () => Promise.resolve())) === true;
  await closeBatch(run);
  await run.save(0);
  await run.ledger.load(HELD_CONTACTS);
  world.clock.now += 60_000;
  return {
    run,
    stands,
    held: run.held.value,
    marks: new Set(HELD_CONTACTS.map((each) => run.ledger.markOf(each))),
  };
}

describe('sending a held batch again', () => {
  it('posts its contacts and forgets the batch once they are accepted', async () => {
    const world = await createHeldWorld();

    const { held, marks, stands } = await decide(world, resendHeld);

    expect(world.posted.map((events) => events.length)).toEqual([3]);
    expect(world.posted[0]).toMatchObject([
      { queueName: HELD_QUEUE.name, queueIdentifier: HELD_QUEUE.identifier },
      {},
      {},
    ]);
    expect(marks).toEqual(new Set(['settled']));
    expect(held.batches).toEqual([]);
    expect(stands).toBe(false);
  });

  it('holds them again when it is unclear again', async () => {
    const world = await createHeldWorld();
    world.injixo = () => ({ kind: 'broken' });

    const { held, stands } = await decide(world, resendHeld);

    expect(held.batches).toMatchObject([{ number: 2, reason: 'unclear', contacts: 3 }]);
    expect(stands).toBe(false);
  });

  it('stands while injixo takes nothing', async () => {
    const world = await createHeldWorld();
    world.injixo = () => injixoAnswer(503);

    const { held, marks, stands } = await decide(world, resendHeld);

    expect(held.batches).toMatchObject([{ number: HELD_BATCH, contacts: 3 }]);
    expect(marks).toEqual(new Set(['held']));
    expect(stands).toBe(true);
  });
});

describe('discarding a held batch', () => {
  it('settles its contacts without sending them', async () => {
    const world = await createHeldWorld();

    const { held, marks } = await decide(world, discardHeld);

    expect(world.posted).toEqual([]);
    expect(marks).toEqual(new Set(['settled']));
    expect(held).toMatchObject({ batches: [], discarded: [{ number: HELD_BATCH, contacts: 3 }] });
  });

  it('can be taken back, and the batch sent after all', async () => {
    const world = await createHeldWorld();
    await decide(world, discardHeld);

    const { held } = await decide(world, restoreHeld);
    expect(held).toMatchObject({ batches: [{ number: HELD_BATCH, contacts: 3 }], discarded: [] });

    await decide(world, resendHeld);
    expect(world.posted.flat()).toHaveLength(3);
  });
});

it('leaves alone what is not held any more', async () => {
  const world = await createHeldWorld();
  await decide(world, discardHeld);

  await decide(world, resendHeld);
  const { held } = await decide(world, discardHeld);

  expect(world.posted).toEqual([]);
  expect(held.discarded).toHaveLength(1);
});

describe('a held batch whose record is gone', () => {
  it.each([
    ['sent again', resendHeld],
    ['discarded', discardHeld],
  ] as const)('is held no more once it is to be %s, and its contacts are reported', async (_what, what) => {
    const world = await createHeldWorld();
    await world.store.set(`held:${HELD_BATCH}`, { v: 1 });

    const { run, held } = await decide(world, what);

    expect(held).toEqual({ batches: [], discarded: [] });
    expect(run.store.lost()).toEqual({ records: 1, contacts: 3 });
    expect(world.posted).toEqual([]);
  });

  it('keeps its command and stays held when it is there after all', async () => {
    const world = await createHeldWorld();
    const { get } = world.store;
    world.store.get = (key) => (key === `held:${HELD_BATCH}` ? Promise.resolve(undefined) : get(key));
    const run = await openSendingRun(world);
    const take = jest.fn(() => Promise.resolve());

    await expect(resendHeld(run, HELD_BATCH, take)).rejects.toMatchObject({ code: 'store_failed' });

    expect(take).not.toHaveBeenCalled();
    expect(run.held.value.batches).toHaveLength(1);
  });
});

it('touches no other batch, held or discarded', async () => {
  const world = await createHeldWorld();
  const others = [{ number: 8, reason: 'unclear', contacts: 2, at: 0 }] as const;
  const { run } = await decide(world, discardHeld);
  run.held.set({ batches: others, discarded: [...others, ...run.held.value.discarded] });
  await run.save(0);

  const restored = await decide(world, restoreHeld);
  expect(restored.held).toMatchObject({
    batches: [{ number: 8 }, { number: HELD_BATCH }],
    discarded: others,
  });

  const again = await decide(world, discardHeld);
  expect(again.held).toMatchObject({ batches: others, discarded: [{ number: 8 }, { number: HELD_BATCH }] });
});

it('remembers only so many discarded batches, the latest', async () => {
  const world = await createHeldWorld();
  const run = await openSendingRun(world);
  const at = (n: number) => ({ number: 100 + n, reason: 'unclear', contacts: 1, at: 0 }) as const;
  run.held.change({ discarded: Array.from({ length: LIMITS.restorable }, (_each, n) => at(n)) });
  await run.save(0);

  const { discarded } = (await decide(world, discardHeld)).held;

  expect(discarded).toHaveLength(LIMITS.restorable);
  expect([discarded[0]?.number, discarded.at(-1)?.number]).toEqual([101, HELD_BATCH]);
});

it('settles of contacts of the history only what the ledger has: not their replies', async () => {
  const world = await createHeldWorld();
  const record = world.store.valueOf('held:1') as HeldRecord;
  const reply = ['reply:900', RUN_AT / 1000, 0, 1, 0] as const;
  await world.store.set('held:1', { ...record, past: true, contacts: [...record.contacts, reply] });

  const { run, marks } = await decide(world, discardHeld);

  expect(marks).toEqual(new Set(['settled']));
  const asContact = { contactId: 'reply:900', ticketId: 1, occurredAt: RUN_AT };
  await run.ledger.load([asContact]);
  expect(run.ledger.markOf(asContact)).toBe('none');
});
