import { createRunWorld, type RunWorld } from '../../test/fakes/run-world';
import { openSendingRun, type GivenSending } from '../../test/fakes/sending-run';
import { KEYS } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { closeBatch, recoverInterruptedBatch } from './settle-batch';
import { beginBatch, readInFlight, writeInFlight, type BatchDetails } from './in-flight-batch';
import type { NamedContact } from '../naming/named-contact';
import { sendBatch } from './send-batch';
import type { SendingRun } from './sending-state';
import { readTrend } from '../volumes/trend';

const QUEUE = { identifier: 'freshdesk:7:1:tickets', name: 'Care email Tickets', channel: 'cases' } as const;

function contact(ticketId: number, run: SendingRun): NamedContact {
  const queue = run.queues.register(QUEUE);
  const contactId = `ticket:${ticketId}`;
  return { contactId, ticketId, occurredAt: run.now() - 60_000, queue, unknown: false, recordIds: [] };
}

async function sendOne(run: SendingRun, ticketId: number): Promise<void> {
  const one = contact(ticketId, run);
  await run.ledger.load([one]);
  await sendBatch(run, [one], { origin: 'outbox' });
}

/** Leaves a run only so many operations. */
function spendAllBut(run: SendingRun, left: number): void {
  while (run.budget.opsLeft() > left) run.budget.spend();
}

async function sentInTrend(world: RunWorld): Promise<number> {
  const trend = await readTrend(world.store, 1);
  return [...(trend.get('0')?.days.values() ?? [])].reduce((sum, each) => sum + each, 0);
}

it('adds to the trend what a run sent, all its batches at once', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world);
  await sendOne(run, 1);
  await sendOne(run, 2);
  expect(await sentInTrend(world)).toBe(0);

  await closeBatch(run);

  expect(await sentInTrend(world)).toBe(2);
  expect(run.inFlight.value).toMatchObject({
    ...{ number: 2, accepted: 2, newestAt: run.now() - 60_000 },
    ...{ queues: [], contacts: [], outcome: null, pendingTrend: {} },
  });
});

it('leaves the trend to later runs after it spent much, until the sums of several wait', async () => {
  const world = createRunWorld();
  for (let sent = 1; sent <= LIMITS.trendRunsWaiting; sent += 1) {
    expect(await sentInTrend(world)).toBe(0);
    const run = await openSendingRun(world);
    await sendOne(run, sent);
    spendAllBut(run, LIMITS.opsLeftForTrend - 1);
    await closeBatch(run);
    world.clock.now += 120_000;
  }

  expect(await sentInTrend(world)).toBe(LIMITS.trendRunsWaiting);
});

it('leaves the trend to the next run when the operations do not suffice, which adds it beside its own', async () => {
  const world = createRunWorld();
  for (const ticketId of [1, 2]) {
    const run = await openSendingRun(world);
    await recoverInterruptedBatch(run);
    await sendOne(run, ticketId);
    spendAllBut(run, LIMITS.reserves.close);
    await closeBatch(run);
    expect(await sentInTrend(world)).toBe(0);
  }

  const last = await openSendingRun(world);
  await recoverInterruptedBatch(last);
  await closeBatch(last);

  expect(await sentInTrend(world)).toBe(2);
  expect((await readInFlight(world.store)).olderTrend).toEqual([]);
});

it('adds nothing twice when a run was killed between the trend and its note', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world);
  await sendOne(run, 1);
  const before = world.store.operations().length;
  // Reading the trend, writing it, and then the note.
  world.store.onOperation = ({ n }) => (n === before + 3 ? 'kill before' : 'go');
  await expect(closeBatch(run)).rejects.toMatchObject({ name: 'Killed' });
  world.store.revive();

  const next = await openSendingRun(world);
  await recoverInterruptedBatch(next);
  await sendOne(next, 2);
  await closeBatch(next);

  expect(await sentInTrend(world)).toBe(2);
});

it('has nothing to do without a batch', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world);
  const before = world.store.operations().length;

  await recoverInterruptedBatch(run);
  await closeBatch(run);

  expect(world.store.operations()).toHaveLength(before);
});

describe('a note that a killed run left', () => {
  const IDS = [1, 2, 3];

  /** Leaves a note with three contacts as a run does that dies in its POST, or right after the answer. */
  async function leave(world: RunWorld, details: BatchDetails = {}): Promise<void> {
    const run = await openSendingRun(world);
    const contacts = IDS.map((ticketId) => contact(ticketId, run));
    await run.queues.save();
    await writeInFlight(world.store, beginBatch(run.inFlight.value, contacts, { at: run.now(), ...details }));
  }

  async function finish(world: RunWorld, given: GivenSending = {}): Promise<SendingRun> {
    const run = await openSendingRun(world, given);
    await recoverInterruptedBatch(run);
    return run;
  }

  async function marks(run: SendingRun): Promise<readonly string[]> {
    const contacts = IDS.map((ticketId) => contact(ticketId, run));
    await run.ledger.load(contacts);
    return contacts.map((each) => run.ledger.markOf(each));
  }

  it('is held as unclear when its outcome is not known, and sending begins again with a question', async () => {
    const world = createRunWorld();
    await leave(world);

    const run = await finish(world, { sending: { batchLimit: 200 } });

    expect(run.sending.value).toMatchObject({
      mode: 'probe',
      batchLimit: 100,
      failure: { code: 'run_ended' },
    });
    expect(run.held.value.batches).toEqual([{ number: 1, reason: 'unclear', contacts: 3, at: run.now() }]);
    expect(world.store.valueOf(KEYS.state)).toMatchObject({ held: run.held.value });
    expect(await marks(run)).toEqual(['held', 'held', 'held']);
    expect(run.inFlight.value).toMatchObject({ number: 1, contacts: [] });
    expect(world.log.lines).toEqual([
      { level: 'warn', message: 'contacts held', fields: { batch: 1, batchSize: 3, reason: 'unclear' } },
    ]);
  });

  it.each([
    [3, 1],
    [1, 1],
  ])('halves batches of %i, never below one contact', async (batchLimit, halved) => {
    const world = createRunWorld();
    await leave(world);

    expect((await finish(world, { sending: { batchLimit } })).sending.value.batchLimit).toBe(halved);
  });

  it('is settled when injixo is known to have taken it: nothing is held, and sending goes on', async () => {
    const world = createRunWorld();
    await leave(world, { outcome: { kind: 'accepted', at: world.clock.now } });

    const run = await finish(world, { sending: { batchLimit: 200 } });

    expect(run.sending.value).toMatchObject({ mode: 'normal', batchLimit: 200, failure: null });
    expect(run.held.value.batches).toEqual([]);
    expect(await marks(run)).toEqual(['settled', 'settled', 'settled']);
    expect(world.log.lines).toEqual([]);
  });

  it('is held once, however often runs are killed while they hold it', async () => {
    const world = createRunWorld();
    await leave(world);
    const before = world.store.operations().length;
    world.store.onOperation = ({ n, verb, key }) =>
      n > before && verb === 'set' && key === KEYS.inFlight ? 'kill before' : 'go';
    await expect(finish(world)).rejects.toMatchObject({ name: 'Killed' });
    world.store.revive();

    const run = await finish(world);

    expect(run.held.value.batches).toMatchObject([{ number: 1, contacts: 3 }]);
  });

  it('stands beside what is held already', async () => {
    const world = createRunWorld();
    await leave(world);
    const other = { number: 9, reason: 'parked', contacts: 1, at: 0 } as const;

    const run = await finish(world, { held: { batches: [other] } });

    expect(run.held.value.batches).toMatchObject([other, { number: 1 }]);
  });

  it('takes what was sent again out of the batch that held it', async () => {
    const world = createRunWorld();
    await leave(world);
    const { held } = await finish(world);
    const run = await openSendingRun(world, { held: held.value });
    const accepted = { outcome: { kind: 'accepted', at: run.now() }, from: 1 } as const;
    const [first, ...others] = IDS.map((ticketId) => contact(ticketId, run));
    await writeInFlight(
      world.store,
      beginBatch(run.inFlight.value, first === undefined ? [] : [first], {
        origin: 'held',
        at: 0,
        ...accepted,
      }),
    );

    const next = await finish(world, { held: held.value });
    expect(next.held.value.batches).toMatchObject([{ number: 1, contacts: 2 }]);
    expect(next.inFlight.value).toMatchObject({ contacts: [], from: null });

    await writeInFlight(
      world.store,
      beginBatch(next.inFlight.value, others, { origin: 'held', at: 0, ...accepted }),
    );
    expect((await finish(world, { held: next.held.value })).held.value.batches).toEqual([]);
  });

  it('leaves nothing in the list when the batch that held what was sent again is lost', async () => {
    const world = createRunWorld();
    await leave(world);
    const { held } = await finish(world);
    const run = await openSendingRun(world, { held: held.value });
    const accepted = { outcome: { kind: 'accepted', at: run.now() }, from: 1 } as const;
    const one = IDS.slice(0, 1).map((ticketId) => contact(ticketId, run));
    const inFlight = beginBatch(run.inFlight.value, one, { origin: 'held', at: 0, ...accepted });
    await writeInFlight(world.store, inFlight);
    await world.store.set('held:1', { v: 1 });

    const next = await finish(world, { held: held.value });

    expect(next.held.value.batches).toEqual([]);
    expect(next.store.lost()).toEqual({ records: 1, contacts: 2 });
  });
});
