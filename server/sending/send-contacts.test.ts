import {
  createRunWorld,
  injixoAnswer,
  RUN_AT,
  type InjixoAnswer,
  type RunWorld,
} from '../../test/fakes/run-world';
import { openSendingRun, type GivenSending } from '../../test/fakes/sending-run';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import { recoverInterruptedBatch, closeBatch } from './settle-batch';
import type { NamedContact } from '../naming/named-contact';
import { lackingSlots, NOTHING_LACKS } from '../volumes/lacking';
import { readInFlight } from './in-flight-batch';
import { sendContacts } from './send-contacts';
import { refusedIds } from './retry-rules';
import type { Refusal, SendingRun } from './sending-state';

const QUEUE = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;

function contact(ticketId: number, changed: Partial<NamedContact> = {}): NamedContact {
  return {
    contactId: `ticket:${ticketId}`,
    ticketId,
    occurredAt: RUN_AT - 600_000 + ticketId * 1000,
    queue: QUEUE,
    unknown: false,
    recordIds: [],
    ...changed,
  };
}

function contacts(count: number, first = 1): readonly NamedContact[] {
  return [...Array(count).keys()].map((n) => contact(first + n));
}

/** The tickets of each batch, by their second. */
function batches(world: RunWorld): readonly (readonly number[])[] {
  return world.posted.map((events) =>
    events.map(({ timestamp }) => (Date.parse(timestamp) - RUN_AT + 600_000) / 1000),
  );
}

async function send(world: RunWorld, given: readonly NamedContact[], sending: GivenSending['sending'] = {}) {
  const run = await openSendingRun(world, { sending });
  run.queues.register(QUEUE);
  await run.ledger.load(given);
  await sendContacts(run, given, 'outbox');
  return run;
}

function refusal(id: string, stage: Refusal['stage']): Refusal {
  return { id, at: RUN_AT, stage };
}

describe('a contact that was refused alone before', () => {
  it('is not held when injixo takes it after all', async () => {
    const world = createRunWorld();

    const run = await send(world, contacts(3), { refusals: [refusal('ticket:1', 'waiting')] });

    expect(batches(world)).toEqual([[2, 3, 1]]);
    expect(run.held.value.batches).toEqual([]);
    expect(run.ledger.markOf(contact(1))).toBe('settled');
  });

  it('is held once when injixo refuses it again after it took others', async () => {
    const world = createRunWorld();
    world.injixo = (events) => injixoAnswer(events.length > 2 ? 200 : 422);

    const run = await send(world, contacts(3, 2), {
      refusals: [refusal('ticket:1', 'suspect'), refusal('ticket:1', 'waiting')],
    });
    await run.ledger.load([contact(1)]);
    await sendContacts(run, [contact(1)], 'outbox');

    expect(run.held.value.batches.map(({ reason, contacts: count }) => [reason, count])).toEqual([
      ['parked', 1],
    ]);
  });
});

/** The end of a run, a minute later for the next one. */
async function endRun(world: RunWorld, run: SendingRun): Promise<void> {
  await closeBatch(run);
  await run.save(0);
  world.clock.now += 60_000;
}

function marks(run: SendingRun, given: readonly NamedContact[]) {
  return given.map((each) => run.ledger.markOf(each));
}

/** Refuses every batch that holds one of these tickets. */
function refusing(...tickets: readonly number[]): InjixoAnswer {
  const bad = new Set(tickets.map((id) => contact(id).occurredAt));
  return (events) => injixoAnswer(events.some(({ timestamp }) => bad.has(Date.parse(timestamp))) ? 422 : 200);
}

it('sends everything in one batch, oldest first, and settles it', async () => {
  const world = createRunWorld();
  const given = contacts(3);

  const run = await send(world, [...given].reverse());

  expect(batches(world)).toEqual([[1, 2, 3]]);
  expect(marks(run, given)).toEqual(['settled', 'settled', 'settled']);
  expect(run.inFlight.value).toMatchObject({ number: 1, accepted: 3 });
});

it('notes the queue and the batch before it posts, and the outcome after it', async () => {
  const world = createRunWorld();
  let before: Readonly<Record<string, unknown>> = {};
  world.injixo = () => {
    before = world.store.snapshot();
    return injixoAnswer(200);
  };

  await send(world, contacts(1));

  expect(before).toMatchObject({
    'queues:0': { queues: [[QUEUE.identifier, QUEUE.name, QUEUE.channel]] },
    in_flight: { number: 1, outcome: null, contacts: [['ticket:1', expect.any(Number), 0, 1, 0]] },
  });
  // Proved to be absent, and no more.
  expect(before['tickets:0']).toEqual({ v: 1 });
  expect(world.store.valueOf('in_flight')).toMatchObject({ outcome: { kind: 'accepted' } });
});

it('sends 200 at once, and the rest in further batches', async () => {
  const world = createRunWorld();

  await send(world, contacts(450));

  expect(world.posted.map((events) => events.length)).toEqual([200, 200, 50]);
});

it('sends one contact first after a failure, then as many as before', async () => {
  const world = createRunWorld();

  const run = await send(world, contacts(50), { mode: 'single', batchLimit: 20 });

  expect(world.posted.map((events) => events.length)).toEqual([1, 20, 29]);
  expect(run.sending.value.mode).toBe('normal');
});

it.each(['probe', 'paused'] as const)('sends nothing in the mode %s', async (mode) => {
  const world = createRunWorld();

  await send(world, contacts(3), { mode });

  expect(world.posted).toEqual([]);
});

it('sends nothing before the moment injixo named', async () => {
  const world = createRunWorld();

  await send(world, contacts(3), { notBefore: RUN_AT + 1 });
  expect(world.posted).toEqual([]);

  await send(world, contacts(3), { notBefore: RUN_AT });
  expect(world.posted).toHaveLength(1);
});

it('begins no POST when too little time is left', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world);
  await run.ledger.load(contacts(3));
  world.clock.now += 9_000;

  await sendContacts(run, contacts(3), 'outbox');

  expect(world.posted).toEqual([]);
});

it('begins no POST when the operations to settle it are not left', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world);
  await run.ledger.load(contacts(3));
  while (run.budget.opsLeft() > 6) run.budget.spend();

  await sendContacts(run, contacts(3), 'outbox');

  expect(world.posted).toEqual([]);
});

it('counts nothing rather than send nothing, and remembers the interval that lacks it', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world);
  await run.ledger.load(contacts(3));
  while (run.budget.opsLeft() > 8) run.budget.spend();

  await sendContacts(run, contacts(3), 'outbox');
  await closeBatch(run);

  expect(world.posted).toHaveLength(1);
  expect(run.budget.opsLeft()).toBeGreaterThanOrEqual(2);
  expect(Object.keys(world.store.snapshot()).filter((key) => key.startsWith('counts'))).toEqual([]);
  const { lacking } = await readInFlight(world.store);
  const quarter = Date.parse('2026-11-05T11:45:00Z');
  expect(lackingSlots(lacking, quarter, RUN_AT)).toEqual([0]);
});

it('counts the first batch of a run, and sends no second one that it could not count', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world, { sending: { batchLimit: 1 } });
  await run.ledger.load(contacts(3));
  while (run.budget.opsLeft() > 14) run.budget.spend();

  await sendContacts(run, contacts(3), 'outbox');

  expect(world.posted).toHaveLength(1);
  expect(run.inFlight.value.lacking).toEqual(NOTHING_LACKS);
});

it('sends nothing while 300 held batches wait for a person, and says so', async () => {
  const world = createRunWorld();
  const held = Array.from({ length: 300 }, (_each, n) => ({
    number: n + 1,
    reason: 'unclear' as const,
    contacts: 1,
    at: RUN_AT,
  }));

  const run = await openSendingRun(world, { held: { batches: held } });
  await run.ledger.load(contacts(3));
  await sendContacts(run, contacts(3), 'outbox');

  expect(world.posted).toEqual([]);
  expect(run.sending.value.failure?.code).toBe('too_many_held');
});

it('sends no contact that the ledger knows', async () => {
  const world = createRunWorld();
  const run = await openSendingRun(world);
  await run.ledger.load(contacts(3));
  run.ledger.raise(contact(2), 'held', false);

  await sendContacts(run, contacts(3), 'outbox');

  expect(batches(world)).toEqual([[1, 3]]);
});

it('sends a ticket once to the Unknown queue, whichever of its contacts brings it there', async () => {
  const world = createRunWorld();
  const unknown = { queue: UNKNOWN_QUEUES.tickets, unknown: true };
  const both = [
    contact(7, unknown),
    contact(7, { ...unknown, contactId: 'unknown:7', occurredAt: RUN_AT - 1000 }),
  ];

  const run = await send(world, both);

  expect(world.posted.flat()).toHaveLength(1);
  expect(run.ledger.ticketMark(7, 'unknown')).toBe('settled');
});

it('deletes the records of what was accepted', async () => {
  const world = createRunWorld();
  await world.records.create({ n: 1 });
  await world.records.create({ n: 2 });

  await send(world, [contact(1, { recordIds: ['M-1'] })]);

  expect(world.records.snapshot().map(({ recordId }) => recordId)).toEqual(['M-2']);
});

it('parks what injixo would refuse for its shape, without asking', async () => {
  const world = createRunWorld();
  const broken = contact(1, { queue: { ...QUEUE, identifier: 'freshdesk:none' } });

  const run = await send(world, [broken, contact(2)]);

  expect(batches(world)).toEqual([[2]]);
  expect(run.held.value.batches).toMatchObject([{ reason: 'parked', contacts: 1 }]);
});

describe('an answer that is no yes', () => {
  it.each<[string, number, string]>([
    ['an error', 503, 'probe'],
    ['a refused key', 401, 'paused'],
    ['a wait', 429, 'normal'],
  ])('leaves everything pending: %s', async (_what, status, mode) => {
    const world = createRunWorld();
    world.injixo = () => injixoAnswer(status);

    const run = await send(world, contacts(250));

    expect(world.posted).toHaveLength(1);
    expect(new Set(marks(run, contacts(250)))).toEqual(new Set(['none']));
    expect(run.sending.value.mode).toBe(mode);
    expect(run.held.value.batches).toEqual([]);
  });

  it('holds the batch when nobody knows whether it was taken, and sends no more', async () => {
    const world = createRunWorld();
    world.injixo = () => ({ kind: 'broken' });

    const run = await send(world, contacts(250));

    expect(world.posted).toHaveLength(1);
    expect(run.sending.value).toMatchObject({ mode: 'probe', batchLimit: 100 });
    expect(run.held.value.batches).toMatchObject([{ number: 1, reason: 'unclear', contacts: 200 }]);
    expect(run.ledger.markOf(contact(200))).toBe('held');
    expect(run.ledger.markOf(contact(201))).toBe('none');
    expect(world.store.valueOf('state')).toMatchObject({ held: { batches: [{ number: 1 }] } });
  });

  it('halves a batch that is too large until it fits', async () => {
    const world = createRunWorld();
    world.injixo = (events) => injixoAnswer(events.length > 30 ? 413 : 200);

    const run = await send(world, contacts(60));

    expect(world.posted.map((events) => events.length)).toEqual([60, 30, 30]);
    expect(new Set(marks(run, contacts(60)))).toEqual(new Set(['settled']));
  });

  it('parks a contact that is too large by itself once another was accepted since', async () => {
    const world = createRunWorld();
    world.injixo = (events) =>
      injixoAnswer(
        events.some(({ timestamp }) => Date.parse(timestamp) === contact(1).occurredAt) ? 413 : 200,
      );

    const first = await send(world, contacts(2));
    expect(marks(first, contacts(2))).toEqual(['none', 'settled']);
    await endRun(world, first);
    const run = await send(world, contacts(2));

    expect(marks(run, contacts(2))).toEqual(['held', 'settled']);
    expect(run.held.value.batches).toMatchObject([{ reason: 'parked', contacts: 1 }]);
    const [{ number } = { number: 0 }] = run.held.value.batches;
    expect(world.store.valueOf(`held:${number}`)).toMatchObject({ code: 'too_large' });
  });

  it('parks nothing while every contact is too large: the request is at fault', async () => {
    const world = createRunWorld();
    world.injixo = (events) => injixoAnswer(events.length === 0 ? 200 : 413);

    const run = await send(world, contacts(4));

    expect(new Set(marks(run, contacts(4)))).toEqual(new Set(['none']));
    expect(run.held.value.batches).toEqual([]);
    expect(run.sending.value).toMatchObject({ mode: 'paused', failure: { code: 'contacts_refused' } });
  });

  it('holds a batch of which injixo counted fewer, with both numbers', async () => {
    const world = createRunWorld();
    world.injixo = () => injixoAnswer(200, '{"accepted":1,"rejected":2}');

    const run = await send(world, contacts(3));

    expect(run.held.value.batches).toMatchObject([{ number: 1, reason: 'unclear', contacts: 3 }]);
    expect(world.store.valueOf('held:1')).toMatchObject({ confirmed: { accepted: 1, sent: 3 } });
  });
});

describe('a contact that injixo refuses for what it says', () => {
  it('is told from the others by halving, and they are all accepted', async () => {
    const world = createRunWorld();
    world.injixo = refusing(3);

    const run = await send(world, contacts(4));

    expect(batches(world)).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [4]]);
    expect(marks(run, contacts(4))).toEqual(['settled', 'settled', 'none', 'settled']);
    expect(run.sending.value.mode).toBe('normal');
  });

  it('is parked in the end while others are accepted in every run', async () => {
    const world = createRunWorld();
    world.injixo = refusing(1);
    let first = 2;
    let run = await send(world, [contact(1), contact(first)]);
    for (; first < 6 && run.held.value.batches.length === 0; first += 1) {
      await endRun(world, run);
      run = await send(world, [contact(1), contact(first + 1)]);
    }

    expect(run.held.value.batches).toMatchObject([{ reason: 'parked', contacts: 1 }]);
    expect(run.ledger.markOf(contact(1))).toBe('held');
    expect(run.sending.value.failure).toBeNull();
  });

  it('is not parked while nothing else is accepted', async () => {
    const world = createRunWorld();
    world.injixo = refusing(1);
    for (let n = 0; n < 4; n += 1) {
      const run = await send(world, [contact(1)]);
      expect(run.held.value.batches).toEqual([]);
      expect(run.ledger.markOf(contact(1))).toBe('none');
      await endRun(world, run);
    }
  });

  it('pauses sending when three different ones are refused in a row', async () => {
    const world = createRunWorld();
    world.injixo = () => injixoAnswer(422);

    const run = await send(world, contacts(4), { batchLimit: 1 });

    expect(batches(world)).toEqual([[1], [2], [3]]);
    expect(run.sending.value).toMatchObject({ mode: 'paused', failure: { code: 'contacts_refused' } });
    expect(run.held.value.batches).toEqual([]);
  });

  it('gets another try once the request is right again', async () => {
    const world = createRunWorld();
    world.injixo = () => injixoAnswer(422);
    const paused = await send(world, contacts(4), { batchLimit: 1 });
    await endRun(world, paused);
    world.injixo = () => injixoAnswer(200);

    const run = await send(world, contacts(4), { mode: 'single' });

    expect(batches(world)[3]).toEqual([4]);
    expect(new Set(marks(run, contacts(4)))).toEqual(new Set(['settled']));
    expect(run.sending.value).toMatchObject({ mode: 'normal', failure: null });
    expect(refusedIds(run.sending.value, 'waiting')).toEqual([]);
    expect(run.held.value.batches).toEqual([]);
  });
});

describe('a run that is killed', () => {
  const MOST_OPERATIONS = 14;
  const ANSWERS: readonly (readonly [string, InjixoAnswer, boolean])[] = [
    ['accepted', () => injixoAnswer(200), true],
    ['broken', () => ({ kind: 'broken' }), true],
    ['not taken', () => injixoAnswer(503), false],
    ['refused', () => injixoAnswer(422), false],
  ];
  const cases = ANSWERS.flatMap(([what, answer, taken]) =>
    (['kill before', 'kill after', 'refuse before'] as const).map((verdict) => ({
      what,
      answer,
      taken,
      verdict,
    })),
  );

  it.each(cases)(
    'loses and doubles nothing when it is $what, at whatever operation: $verdict',
    async ({ answer, taken, verdict }) => {
      for (let at = 0; at < MOST_OPERATIONS; at += 1) {
        const world = createRunWorld();
        const took: string[] = [];
        world.injixo = (events, nth) => {
          if (taken) took.push(...events.map(({ timestamp }) => timestamp));
          return answer(events, nth);
        };
        const run = await openSendingRun(world);
        run.queues.register(QUEUE);
        await run.ledger.load(contacts(2));
        const before = world.store.operations().length;
        world.store.onOperation = ({ n }) => (n === before + at + 1 ? verdict : 'go');
        await sendContacts(run, contacts(2), 'outbox').catch(() => undefined);
        world.store.revive();
        world.clock.now += 60_000;
        world.injixo = (events) => {
          took.push(...events.map(({ timestamp }) => timestamp));
          return injixoAnswer(200);
        };

        const next = await openSendingRun(world, { sending: { mode: 'normal', batchLimit: 200 } });
        next.queues.register(QUEUE);
        await recoverInterruptedBatch(next);
        next.sending.change({ mode: 'normal' });
        await next.ledger.load(contacts(2));
        await sendContacts(next, contacts(2), 'outbox');

        const held = new Set(
          next.held.value.batches.flatMap(({ number }) => {
            const record = world.store.valueOf(`held:${number}`) as {
              contacts: readonly (readonly [string])[];
            };
            return record.contacts.map(([id]) => id);
          }),
        );
        for (const each of contacts(2)) {
          const times = took.filter((timestamp) => Date.parse(timestamp) === each.occurredAt).length;
          const mark = next.ledger.markOf(each);
          // Never twice; and whoever is not settled is held for a person to see.
          expect(times).toBeLessThanOrEqual(1);
          expect(mark).toBe(held.has(each.contactId) ? 'held' : 'settled');
          if (mark === 'settled') expect(times).toBe(1);
        }
      }
    },
  );
});

describe('what injixo certainly did not take', () => {
  it.each([400, 401, 404, 422, 429, 500, 503])(
    'is not held when the run is killed after a %i',
    async (status) => {
      const world = createRunWorld();
      world.injixo = () => injixoAnswer(status);
      await send(world, [contact(1)]);

      const next = await openSendingRun(world);
      await recoverInterruptedBatch(next);

      expect(next.held.value.batches).toEqual([]);
      await next.ledger.load([contact(1)]);
      expect(next.ledger.markOf(contact(1))).toBe('none');
    },
  );

  it('stays in flight while it is unknown whether injixo took it', async () => {
    const world = createRunWorld();
    world.injixo = () => ({ kind: 'broken' });
    await send(world, [contact(1)]);

    const next = await openSendingRun(world);
    await recoverInterruptedBatch(next);

    expect(next.held.value.batches).toMatchObject([{ reason: 'unclear', contacts: 1 }]);
  });
});
