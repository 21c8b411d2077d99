import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { createSlowFreshdesk } from '../../test/fakes/slow-freshdesk';
import { openLiveRun, type GivenLive } from '../../test/fakes/live-run';
import { createRunWorld, CUT_OVER, RUN_AT, SETTINGS, type RunWorld } from '../../test/fakes/run-world';
import type { RecordedContact } from '../contacts/contact';
import { toOutboxRecord } from '../outbox/record-contact';
import { storeReplyPart } from '../ledger/reply-entries';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { deliverOutbox, lookAtOutbox } from './deliver-outbox';
import { closeBatch } from '../sending/settle-batch';

const LIST = '/api/v2/tickets';
const GROUP = 351;

function ticket(id: number, changed: Partial<RecordedContact> = {}): RecordedContact {
  return {
    contactId: `ticket:${id}`,
    kind: 'ticket',
    ticketId: id,
    occurredAt: RUN_AT - 600_000 + id * 1000,
    source: 1,
    groupId: GROUP,
    ...changed,
  };
}

function apiTicket(id: number, changed: Readonly<Record<string, unknown>> = {}) {
  const time = new Date(RUN_AT - 600_000 + id * 1000).toISOString();
  return { id, source: 1, group_id: GROUP, created_at: time, updated_at: time, tags: [], ...changed };
}

/** A Freshdesk whose list shows these tickets. */
function listing(...tickets: readonly unknown[]) {
  return createFakeFreshdesk({
    [LIST]: answered(tickets),
    '/api/v2/ticket_fields': answered([{ type: 'default_group', choices: { Billing: GROUP } }]),
    ...Object.fromEntries(
      tickets.map((each) => [`/api/v2/tickets/${(each as { id: number }).id}`, answered(each)]),
    ),
  });
}

/** Records contacts so long ago that they are due, or just now. */
async function record(world: RunWorld, contacts: readonly RecordedContact[], ageMs = 600_000): Promise<void> {
  world.clock.now = RUN_AT - ageMs;
  for (const each of contacts) await world.records.create({ ...toOutboxRecord(each) });
  world.clock.now = RUN_AT;
}

async function deliver(world: RunWorld, given: GivenLive = {}) {
  const run = await openLiveRun(world, given);
  const rest = await deliverOutbox(run, false);
  return { run, rest };
}

describe('records of an earlier installation', () => {
  const SAFE_MS = 600_000;

  async function withRecord(recordedAt: number, isCutOverKnown = true) {
    const world = createRunWorld();
    world.freshdesk = listing(apiTicket(1), apiTicket(2));
    await record(world, [ticket(1)], RUN_AT - recordedAt);
    await record(world, [ticket(2)]);
    const run = { ...(await openLiveRun(world)), isCutOverKnown };
    const rest = await deliverOutbox(run, false);
    return { world, rest, sent: world.posted.flat().length };
  }

  it('are deleted and not sent when they were stored more than ten minutes before this one', async () => {
    const { world, rest, sent } = await withRecord(CUT_OVER - SAFE_MS - 1000);

    expect({ sent, waiting: rest.waiting, left: world.records.snapshot() }).toEqual({
      sent: 1,
      waiting: [],
      left: [],
    });
  });

  it('are sent when they were stored later: clocks differ', async () => {
    expect((await withRecord(CUT_OVER - SAFE_MS)).sent).toBe(2);
  });

  it('are sent when the moment of installation is a guess', async () => {
    expect((await withRecord(CUT_OVER - SAFE_MS - 1000, false)).sent).toBe(2);
  });

  it('do not count as waiting while nothing can be sent, and are kept until then', async () => {
    const world = createRunWorld();
    await record(world, [ticket(1)], RUN_AT - CUT_OVER + SAFE_MS + 1000);

    expect((await lookAtOutbox(await openLiveRun(world))).waiting).toEqual([]);
    expect(world.records.snapshot()).toHaveLength(1);
  });
});

describe('records that cannot be read', () => {
  it.each([
    ['are counted, once however often they are listed', {}, 2],
    ['are not forgotten by a listing that the store refuses', { unavailable: true }, 2],
  ])('%s', async (_what, { unavailable = false }: { unavailable?: boolean }, expected) => {
    const world = createRunWorld();
    world.freshdesk = listing(apiTicket(1));
    await world.records.create({ kind: 'of a later version' });
    await world.records.create({});
    await record(world, [ticket(1)]);

    const { run } = await deliver(world);
    if (unavailable) world.records.refuses = () => true;
    await lookAtOutbox(run);

    expect(run.outbox.value.unreadable).toBe(expected);
    expect(world.posted.flat()).toHaveLength(1);
  });
});

it('sends what is due and deletes its records', async () => {
  const world = createRunWorld();
  world.freshdesk = listing(apiTicket(1), apiTicket(2));
  await record(world, [ticket(1), ticket(2)]);

  const { run, rest } = await deliver(world);

  expect(world.posted.flat().map(({ queueName }) => queueName)).toEqual([
    'Billing email Tickets',
    'Billing email Tickets',
  ]);
  expect(world.records.snapshot()).toEqual([]);
  expect(run.ledger.markOf(ticket(1))).toBe('settled');
  expect(rest).toEqual({
    waiting: [],
    due: 0,
    settling: 0,
    oldestWaiting: null,
    complete: true,
    isAvailable: true,
    ...{ told: [], facts: [], tickets: new Set([1, 2]) },
  });
});

it('does not call a contact due that waits for its group', async () => {
  const world = createRunWorld();
  const young = { occurredAt: RUN_AT - 300_000, groupId: null };
  world.freshdesk = listing(apiTicket(1, { group_id: null }), apiTicket(2));
  await record(world, [ticket(1, young), ticket(2)], 300_000);

  const { rest } = await deliver(world);

  expect(world.posted.flat()).toHaveLength(1);
  expect(rest).toMatchObject({
    waiting: ['ticket:1'],
    due: 0,
    settling: 1,
    oldestWaiting: young.occurredAt,
  });
});

it('sends no Unknown contact of a ticket whose own contact is recorded and not due yet', async () => {
  const world = createRunWorld();
  world.freshdesk = listing(apiTicket(1, { spam: true }));
  await record(world, [ticket(1, { contactId: 'unknown:1', kind: 'unknown' })], 90_000);
  await record(world, [ticket(1)], 30_000);

  await deliver(world);
  expect(world.posted).toEqual([]);
  world.clock.now += 30_000;
  await deliver(world);

  expect(world.posted.flat().map(({ queueName }) => queueName)).toEqual(['Unknown group/source Tickets']);
  expect(world.records.snapshot()).toEqual([]);
});

it('lists no further back than an event may be late, however old the date of a contact is', async () => {
  const world = createRunWorld();
  world.freshdesk = listing(...[1, 2, 3, 4, 5].map((id) => apiTicket(id)));
  const old = Date.parse('2023-11-05T12:00:00Z');
  await record(world, [ticket(1, { occurredAt: old }), ...[2, 3, 4, 5].map((id) => ticket(id))]);

  await deliver(world);

  expect(world.freshdesk.paths().filter((path) => path === LIST)).toHaveLength(1);
  expect(world.posted.flat()).toHaveLength(5);
});

it('leaves alone what was recorded less than a minute ago, and says since when it waits', async () => {
  const world = createRunWorld();
  await record(world, [ticket(1)], LIMITS.settleMs - 1000);

  const { rest } = await deliver(world);

  expect(world.posted).toEqual([]);
  expect(world.freshdesk.asked).toEqual([]);
  expect(rest).toMatchObject({ waiting: ['ticket:1'], due: 0, oldestWaiting: ticket(1).occurredAt });
});

it('says what is due and could not be sent', async () => {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({ [LIST]: failed({ kind: 'unreachable' }) });
  const all = [ticket(5), ticket(4), ticket(3), ticket(2)];
  await record(world, all);

  const { run, rest } = await deliver(world);

  expect(rest).toMatchObject({ due: 4, oldestWaiting: ticket(2).occurredAt });
  expect([...rest.waiting].sort()).toEqual(['ticket:2', 'ticket:3', 'ticket:4', 'ticket:5']);
  expect(run.freshdesk.value.failure).toMatchObject({ code: 'freshdesk_unreachable' });
  expect(world.records.snapshot()).toHaveLength(4);
});

it('forgets that Freshdesk failed once it answers', async () => {
  const world = createRunWorld();
  world.freshdesk = listing(apiTicket(1));
  await record(world, [ticket(1)]);
  const failure = { code: 'freshdesk_unreachable', since: RUN_AT - 60_000 } as const;

  const { run } = await deliver(world, { freshdesk: { failure } });

  expect(run.freshdesk.value.failure).toBeNull();
});

describe('what is known of Freshdesk stays as it was', () => {
  const failure = { code: 'freshdesk_unreachable', since: RUN_AT - 60_000 } as const;

  it('when a contact needs no question to Freshdesk', async () => {
    const world = createRunWorld();
    await record(world, [ticket(1, { contactId: 'unknown:1', kind: 'unknown' })]);

    const { run } = await deliver(world, { freshdesk: { failure } });

    expect(world.posted.flat()).toHaveLength(1);
    expect(world.freshdesk.asked).toEqual([]);
    expect(run.freshdesk.value.failure).toEqual(failure);
  });

  it('when everything that waits is known to the ledger', async () => {
    const world = createRunWorld();
    await record(world, [ticket(1, { kind: 'left_out' })]);

    const { run } = await deliver(world, { freshdesk: { failure } });

    expect(world.freshdesk.asked).toEqual([]);
    expect(run.freshdesk.value.failure).toEqual(failure);
  });

  it('when the key sees a part: only a look at the key clears that', async () => {
    const world = createRunWorld();
    world.freshdesk = listing(apiTicket(1));
    await record(world, [ticket(1)]);
    const scope = { ...failure, code: 'freshdesk_scope' } as const;

    const { run } = await deliver(world, { freshdesk: { failure: scope } });

    expect(world.posted.flat()).toHaveLength(1);
    expect(run.freshdesk.value.failure).toEqual(scope);
  });
});

it('only deletes the record of what was sent before', async () => {
  const world = createRunWorld();
  world.freshdesk = listing(apiTicket(1));
  await record(world, [ticket(1)]);
  await deliver(world);
  await record(world, [ticket(1)]);

  const { run } = await deliver(world);

  expect(world.posted).toHaveLength(1);
  expect(world.records.snapshot()).toEqual([]);
  expect(run.outbox.value.leftOut).toBe(0);
});

it('settles what is left out on purpose at once, before an import can meet its ticket', async () => {
  const world = createRunWorld();
  await record(world, [ticket(1, { kind: 'left_out' })], 1000);

  const { run, rest } = await deliver(world);

  expect(run.ledger.markOf(ticket(1))).toBe('settled');
  expect(world.records.snapshot()).toEqual([]);
  expect(rest).toMatchObject({ waiting: [], due: 0 });
});

it('settles what an event left out on purpose, so that the scan does not find it', async () => {
  const world = createRunWorld();
  await record(world, [ticket(1, { kind: 'left_out' })]);

  const { run } = await deliver(world);

  expect(world.posted).toEqual([]);
  expect(world.records.snapshot()).toEqual([]);
  expect(run.ledger.markOf(ticket(1))).toBe('settled');
  expect(run.ledger.ticketMark(1, 'unknown')).toBe('settled');
  expect(run.outbox.value.leftOut).toBe(1);
});

it('settles what its ticket shows to be no contact, and logs the reason with the id alone', async () => {
  const world = createRunWorld();
  world.freshdesk = listing(apiTicket(1, { tags: ['injixo-connect-alert'] }));
  await record(world, [ticket(1)]);

  const { run, rest } = await deliver(world);

  expect(world.posted).toEqual([]);
  expect(world.records.snapshot()).toEqual([]);
  expect(run.ledger.markOf(ticket(1))).toBe('settled');
  expect(run.ledger.ticketMark(1, 'unknown')).toBe('none');
  expect(run.outbox.value.leftOut).toBe(1);
  expect(rest.waiting).toEqual([]);
  expect(world.log.lines.filter(({ message }) => message === 'not counted')).toEqual([
    { level: 'info', message: 'not counted', fields: { contactId: 'ticket:1', reason: 'alert' } },
  ]);
});

it('leaves what the import counts to the import: no mark, no record', async () => {
  const world = createRunWorld();
  world.settings = { ...SETTINGS, historyFrom: CUT_OVER - 86_400_000 };
  world.freshdesk = listing(apiTicket(1));
  await record(world, [ticket(1, { occurredAt: CUT_OVER - 60_000 })]);

  const { run, rest } = await deliver(world);

  expect(world.posted).toEqual([]);
  expect(world.records.snapshot()).toEqual([]);
  expect(run.ledger.markOf(ticket(1))).toBe('none');
  expect(run.outbox.value.leftOut).toBe(0);
  expect(rest).toMatchObject({ waiting: [], due: 0 });
});

it('opens the ledger for the oldest contacts first, as far as operations go, and leaves the rest waiting', async () => {
  const world = createRunWorld();
  const keys = LIMITS.ledgerReadsPerRun + 2;
  const ids = [...Array(keys).keys()].map((n) => n * LIMITS.ticketsPerKey + 1);
  const all = ids.map((id, n) => ticket(id, { occurredAt: RUN_AT - 600_000 + n * 1000 }));
  world.freshdesk = listing(...ids.map((id) => apiTicket(id)));
  await record(world, all);

  const { run, rest } = await deliver(world);

  const opened = all.filter((each) => run.ledger.isLoaded(each)).map(({ contactId }) => contactId);
  expect(opened).toEqual(all.slice(0, opened.length).map(({ contactId }) => contactId));
  expect(opened.length).toBeGreaterThan(1);
  expect(opened.length).toBeLessThanOrEqual(LIMITS.ledgerReadsPerRun);
  expect(rest.waiting).toEqual(expect.arrayContaining(all.slice(-2).map(({ contactId }) => contactId)));
});

it('does without an outbox that cannot be read', async () => {
  const world = createRunWorld();
  await record(world, [ticket(1)]);
  world.records.refuses = () => true;

  const { rest } = await deliver(world);

  expect(rest).toEqual({
    waiting: [],
    due: 0,
    settling: 0,
    oldestWaiting: null,
    complete: false,
    isAvailable: false,
    ...{ told: [], facts: [], tickets: new Set() },
  });
  expect(world.log.messages('warn')).toEqual(['the outbox cannot be read, the scan delivers']);
});

it('only looks when nothing can be sent', async () => {
  const world = createRunWorld();
  await record(world, [ticket(1), ticket(2)]);
  const run = await openLiveRun(world);

  const rest = await lookAtOutbox(run);

  expect(rest).toMatchObject({ due: 2, complete: true, isAvailable: true });
  expect(world.freshdesk.asked).toEqual([]);
  expect(world.records.snapshot()).toHaveLength(2);
});

describe('crowded hours, whose ledger lies in several parts', () => {
  const HOUR = 3_600_000;
  const HOURS = [2, 3, 4, 5, 6].map((hours) => RUN_AT - hours * HOUR);

  async function crowd(world: RunWorld, hour: number, parts: number): Promise<void> {
    for (let part = 0; part < parts; part += 1) {
      const entries = [...Array(LIMITS.repliesPerKey).keys()].map((n) => {
        const conversationId = hour / HOUR + 1_000_000 * (part + 1) + n;
        return [conversationId, { conversationId, ticketId: 5, second: n, mark: 'settled' }] as const;
      });
      await world.store.set(KEY_OF.replies(hour, part), storeReplyPart(new Map(entries)));
    }
  }

  function reply(id: number, occurredAt: number): RecordedContact {
    return ticket(1, { contactId: `reply:${id}`, kind: 'reply', occurredAt });
  }

  it.each([
    [0, 4],
    [1, 4],
    [3, 4],
    [4, 6],
    [9, 10],
  ])('are delivered within their operations: %i full parts, in %i runs', async (parts, runs) => {
    const world = createRunWorld();
    world.freshdesk = listing(apiTicket(1));
    for (const hour of HOURS) await crowd(world, hour, parts);
    await record(
      world,
      HOURS.flatMap((hour, n) => [reply(10 * n + 1, hour + 60_000), reply(10 * n + 2, hour + 61_000)]),
    );

    const spent: number[] = [];
    for (let n = 0; n < runs; n += 1) {
      const { run } = await deliver(world);
      await closeBatch(run);
      await run.save(1);
      spent.push(run.budget.opsSpent());
      world.clock.now += 60_000;
    }

    expect(world.posted.flat()).toHaveLength(10);
    expect(world.records.snapshot()).toEqual([]);
    // The overview is not part of it.
    expect(Math.max(...spent)).toBeLessThanOrEqual(LIMITS.keyValueOpsPerRun - 1);
  });
});

describe('a Freshdesk that takes its time', () => {
  const FIELDS = '/api/v2/ticket_fields';
  const CHAT = 7;

  /** What each of some runs posts, a minute after each other. */
  async function runs(world: RunWorld, count: number): Promise<{ posted: number[]; failure: unknown }> {
    const posted: number[] = [];
    let failure: unknown = null;
    for (let n = 0; n < count; n += 1) {
      const before = world.posted.flat().length;
      const { run } = await deliver(world);
      await closeBatch(run);
      await run.save(1);
      posted.push(world.posted.flat().length - before);
      failure = run.freshdesk.value.failure?.code ?? null;
      world.clock.now = RUN_AT + (n + 1) * 60_000;
    }
    return { posted, failure };
  }

  /** Tickets that no list shows, so that each is asked for alone. */
  function unlisted(count: number, found: Readonly<Record<string, unknown>> | null) {
    const ids = [...Array(count).keys()].map((n) => n + 1);
    const rules = ids.map((id) => [`/api/v2/tickets/${id}`, answered(apiTicket(id, found ?? {}))] as const);
    return createFakeFreshdesk({
      ...Object.fromEntries(found === null ? [] : rules),
      [LIST]: answered([apiTicket(9_999)]),
      '/api/v2/agents/me': answered({ ticket_scope: 1, role_ids: [] }),
      [FIELDS]: answered([{ type: 'default_group', choices: { Billing: GROUP } }]),
    });
  }

  it.each([
    ['spam', { spam: true }, 400],
    ['spam', { spam: true }, 700],
    ['gone', null, 400],
  ])(
    'delays tickets that have to be asked for alone, and stops nothing: %s, %j, %i ms',
    async (_what, found, latencyMs) => {
      const world = createRunWorld();
      world.freshdesk = createSlowFreshdesk(unlisted(200, found), world.clock, { latencyMs });
      await record(
        world,
        [...Array(200).keys()].map((n) => ticket(n + 1, { occurredAt: RUN_AT - 600_000 + n })),
      );

      const { posted } = await runs(world, 8);

      expect(posted[0]).toBeGreaterThan(0);
      expect(posted.reduce((sum, each) => sum + each, 0)).toBe(200);
    },
  );

  it('reads the first messages of chats side by side, and others do not wait for them', async () => {
    const world = createRunWorld();
    const ids = [...Array(60).keys()].map((n) => n + 1);
    const chat = { source: CHAT, requester_id: 42 };
    const rows = [...ids.map((id) => apiTicket(id, chat)), apiTicket(900)];
    const said = (id: number) => ({
      id: 1000 + id,
      ticket_id: id,
      user_id: 42,
      incoming: true,
      private: false,
      source: 0,
      created_at: apiTicket(id).created_at,
    });
    const rules = ids.map((id) => [`/api/v2/tickets/${id}/conversations`, answered([said(id)])] as const);
    const fake = createFakeFreshdesk({
      ...Object.fromEntries(rules),
      [LIST]: answered(rows),
      [FIELDS]: answered([{ type: 'default_group', choices: { Billing: GROUP } }]),
    });
    world.freshdesk = createSlowFreshdesk(fake, world.clock, { latencyMs: 800 });
    const replies = ids.map((id) =>
      ticket(id, { contactId: `reply:${1000 + id}`, kind: 'reply', source: null }),
    );
    await record(world, [...replies, ticket(900)]);

    const { posted } = await runs(world, 4);

    // Each chat's first message is left out (C5); only the e-mail counts.
    expect(posted).toEqual([1, 0, 0, 0]);
    expect(world.records.snapshot()).toEqual([]);
  });

  it('asks for names once when they do not come, sends what needs none, and says why the rest waits', async () => {
    const world = createRunWorld();
    const rows = [1, 2, 3, 4, 5, 6].map((id) => apiTicket(id, id > 4 ? { group_id: 352 } : {}));
    const fake = createFakeFreshdesk({ [LIST]: answered(rows) });
    world.freshdesk = createSlowFreshdesk(fake, world.clock, { latencyMs: 300, never: FIELDS });
    const run = await openLiveRun(world);
    run.queues.register({
      identifier: 'freshdesk:351:1:tickets',
      name: 'Billing email Tickets',
      channel: 'cases',
    });
    await run.queues.save();
    await record(
      world,
      [1, 2, 3, 4, 5, 6].map((id) => ticket(id)),
    );

    const { posted, failure } = await runs(world, 1);

    expect(posted).toEqual([4]);
    expect(fake.paths().filter((path) => path === FIELDS)).toHaveLength(1);
    expect(failure).toBe('freshdesk_unreachable');
  });
});
