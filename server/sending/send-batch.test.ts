import { createRunWorld, type RunWorld } from '../../test/fakes/run-world';
import { openSendingRun } from '../../test/fakes/sending-run';
import { KEYS } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { NamedContact } from '../naming/named-contact';
import { opsToSend, sendBatch } from './send-batch';
import type { SendingRun } from './sending-state';

const QUEUE = { identifier: 'freshdesk:7:1:tickets', name: 'Care email Tickets', channel: 'cases' } as const;
const HOUR = 3_600_000;

function contact(run: SendingRun, ticketId: number, age = 60_000): NamedContact {
  const contactId = `ticket:${ticketId}`;
  const occurredAt = run.now() - age;
  return { contactId, ticketId, occurredAt, queue: QUEUE, unknown: false, recordIds: [] };
}

async function open(world: RunWorld) {
  const run = await openSendingRun(world);
  run.queues.register(QUEUE);
  const one = contact(run, 1);
  await run.ledger.load([one]);
  return { run, one };
}

/** Refuses these writes of the batch note, the first of which notes the batch and the second its outcome. */
function refuseNotes(world: RunWorld, ...refused: readonly number[]): void {
  let writes = 0;
  world.store.onOperation = ({ verb, key }) => {
    if (verb !== 'set' || key !== KEYS.inFlight) return 'go';
    writes += 1;
    return refused.includes(writes) ? 'refuse before' : 'go';
  };
}

describe('the outcome of a batch', () => {
  it.each([
    ['at once', [], 0],
    ['at the second try', [2], 1],
  ])('is noted %s', async (_what, refused, warnings) => {
    const world = createRunWorld();
    const { run, one } = await open(world);
    refuseNotes(world, ...refused);

    expect(await sendBatch(run, [one], { origin: 'outbox' })).toMatchObject({
      outcome: { kind: 'accepted' },
    });

    expect(world.store.valueOf(KEYS.inFlight)).toMatchObject({ accepted: 1, outcome: { kind: 'accepted' } });
    expect(world.log.lines.filter(({ level }) => level === 'warn')).toEqual(
      Array.from({ length: warnings }, () => ({
        level: 'warn',
        message: 'the outcome of a batch was not written',
        fields: { batch: 1, code: 'store_failed' },
      })),
    );
  });

  it('is kept in a schedule when the store takes it at no try, and the run ends', async () => {
    const world = createRunWorld();
    const { run, one } = await open(world);
    refuseNotes(world, 2, 3);

    await expect(sendBatch(run, [one], { origin: 'outbox' })).rejects.toMatchObject({ code: 'store_failed' });

    expect(world.posted).toHaveLength(1);
    expect(world.store.valueOf(KEYS.inFlight)).toMatchObject({ number: 1, outcome: null });
    const data = { kind: 'run', cutOver: run.cutOver, batch: 1, outcome: 'accepted', time: run.now() };
    const at = run.now() + LIMITS.outcomeKeptMs;
    expect(world.scheduler.planned.get('injixo-connect-outcome')).toEqual({ at, every: null, data });
  });
});

it('posts nothing that is not noted', async () => {
  const world = createRunWorld();
  const { run, one } = await open(world);
  refuseNotes(world, 1);

  await expect(sendBatch(run, [one], { origin: 'outbox' })).rejects.toMatchObject({ code: 'store_failed' });

  expect(world.posted).toEqual([]);
});

it('logs how many contacts were sent and what came of it, and nothing else', async () => {
  const world = createRunWorld();
  const { run, one } = await open(world);

  await sendBatch(run, [one], { origin: 'outbox' });

  expect(world.log.lines).toEqual([
    {
      level: 'info',
      message: 'batch sent',
      fields: { batch: 1, batchSize: 1, origin: 'outbox', outcome: 'accepted' },
    },
  ]);
});

describe('the operations a batch needs', () => {
  /** Note, outcome and one to spare; state and overview and the trend, read and written, which end the run. */
  const FIXED = 3 + LIMITS.reserves.close + 2;

  it('are those of its ledger keys, twice its count keys, a new queue and each new ledger key', async () => {
    const { run, one } = await open(createRunWorld());
    const spread = [one, contact(run, LIMITS.ticketsPerKey + 1), contact(run, 2, 24 * HOUR)];

    await run.ledger.load(spread);

    expect(opsToSend(run, [one])).toBe(FIXED + 1 + 2 + 1 + 1);
    expect(opsToSend(run, spread)).toBe(FIXED + 2 + 4 + 1 + 2);
    await run.queues.save();
    expect(opsToSend(run, spread)).toBe(FIXED + 2 + 4 + 2);
    await run.store.prove();
    expect(opsToSend(run, spread)).toBe(FIXED + 2 + 4);
  });

  it('are fewer for the history, which is counted by day alone', async () => {
    const { run, one } = await open(createRunWorld());

    expect(opsToSend(run, [one], { past: true })).toBe(FIXED + 1 + 1 + 1);
  });

  it('are three more for held contacts: their record, read and written, and the list of held batches', async () => {
    const { run, one } = await open(createRunWorld());

    expect(opsToSend(run, [one], { from: 7 })).toBe(opsToSend(run, [one]) + 3);
  });

  it('are at least what it takes', async () => {
    const world = createRunWorld();
    const { run, one } = await open(world);
    const needed = opsToSend(run, [one]);
    const before = run.budget.opsLeft();

    await sendBatch(run, [one], { origin: 'outbox' });

    expect(before - run.budget.opsLeft()).toBeLessThanOrEqual(needed - LIMITS.reserves.close - 2);
  });
});

it('asks injixo first after an unclear batch, though the run was killed as soon as that was held', async () => {
  const world = createRunWorld();
  world.injixo = () => ({ kind: 'broken' });
  const { run, one } = await open(world);

  await sendBatch(run, [one], { origin: 'outbox' });

  const next = await openSendingRun(world);
  expect(next.sending.value).toMatchObject({
    mode: 'probe',
    batchLimit: 100,
    failure: { code: 'connection_broken' },
  });
  expect(next.held.value.batches).toMatchObject([{ reason: 'unclear', contacts: 1 }]);
});
