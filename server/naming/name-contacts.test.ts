import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { openNamingRun } from '../../test/fakes/naming-run';
import { createRunWorld, CUT_OVER, RUN_AT, SETTINGS, type RunWorld } from '../../test/fakes/run-world';
import type { RecordedContact, Ticket, TicketState } from '../contacts/contact';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { WaitingContact } from '../contacts/contact';
import { nameContact, nameDecided, type NamingResult } from './name-contacts';

const CREATED_AT = RUN_AT - 300_000;
const CHAT = 7;
const WAIT: NamingResult = { kind: 'wait' };

const TICKET: Ticket = {
  id: 7,
  source: 1,
  groupId: 351,
  createdAt: CREATED_AT,
  updatedAt: CREATED_AT,
  requesterRespondedAt: null,
  requesterId: 42,
  tags: [],
  spam: false,
  deleted: false,
};
const OWN: RecordedContact = {
  contactId: 'ticket:7',
  kind: 'ticket',
  ticketId: 7,
  occurredAt: CREATED_AT,
  source: 1,
  groupId: null,
};
const REPLY: RecordedContact = { ...OWN, contactId: 'reply:900', kind: 'reply', source: null };
const UNKNOWN: RecordedContact = {
  ...OWN,
  contactId: 'unknown:7',
  kind: 'unknown',
};

const FIELDS = answered([
  { type: 'default_group', choices: { Billing: 351 } },
  { type: 'default_source', choices: { Email: 1, Fax: 1001 } },
]);

function waiting(contact: RecordedContact, since = RUN_AT - 120_000): WaitingContact {
  return { contact, recordIds: ['M-1'], since };
}

function found(changed: Partial<Ticket> = {}): TicketState {
  return { kind: 'found', ticket: { ...TICKET, ...changed } };
}

function worldWith(rules: Parameters<typeof createFakeFreshdesk>[0] = {}): RunWorld {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({ '/api/v2/ticket_fields': FIELDS, ...rules });
  return world;
}

async function open(world: RunWorld = worldWith()) {
  const run = await openNamingRun(world);
  await run.ledger.load([OWN]);
  return run;
}

function queueOf(named: NamingResult): string | null {
  return named.kind === 'send' ? named.contact.queue.name : null;
}

it('names a ticket by its group and source', async () => {
  const run = await open();

  expect(await nameContact(waiting(OWN), found(), run)).toEqual({
    kind: 'send',
    contact: {
      contactId: 'ticket:7',
      ticketId: 7,
      occurredAt: CREATED_AT,
      queue: { identifier: 'freshdesk:351:1:tickets', name: 'Billing email Tickets', channel: 'cases' },
      unknown: false,
      recordIds: ['M-1'],
    },
  });
});

it('asks Freshdesk for names once, and for no name that is frozen', async () => {
  const world = worldWith();
  const run = await open(world);

  await nameContact(waiting(OWN), found(), run);
  await nameContact(waiting(OWN), found(), run);
  await nameContact(waiting(REPLY), found(), run);

  expect(world.freshdesk.paths()).toEqual(['/api/v2/ticket_fields']);
});

it('keeps the name and channel first sent, whatever is renamed or set later', async () => {
  const world = worldWith();
  const run = await open(world);
  run.queues.register({
    identifier: 'freshdesk:351:1:tickets',
    name: 'Former email Tickets',
    channel: 'emails',
  });

  const named = await nameContact(waiting(OWN), found(), run);

  expect(named).toMatchObject({ contact: { queue: { name: 'Former email Tickets', channel: 'emails' } } });
  expect(world.freshdesk.asked).toEqual([]);
});

it('sets the channel by source where the settings say so', async () => {
  const world = worldWith();
  world.settings = { ...SETTINGS, channelMapping: 'By source' };

  expect(await nameContact(waiting(OWN), found(), await open(world))).toMatchObject({
    contact: { queue: { channel: 'emails' } },
  });
});

it.each<[string, RecordedContact, Partial<Ticket>, string]>([
  ['a reply by its ticket', REPLY, {}, 'Billing email Replies'],
  ['a reply by its own channel', { ...REPLY, source: 3 }, { source: 2 }, 'Billing phone Replies'],
  ['a ticket by the source it had', { ...OWN, source: 3 }, { source: 2 }, 'Billing phone Tickets'],
  ['a source of the account by its label', { ...OWN, source: 1001 }, {}, 'Billing Fax Tickets'],
  ['a source without a label by its number', { ...OWN, source: 1002 }, {}, 'Billing source 1002 Tickets'],
])('names %s', async (_what, contact, changed, name) => {
  expect(queueOf(await nameContact(waiting(contact), found(changed), await open()))).toBe(name);
});

describe('a ticket without a group', () => {
  it.each<[string, RecordedContact, string]>([
    ['the ticket', OWN, 'No group email Tickets'],
    ['its reply', REPLY, 'No group email Replies'],
  ])('is waited for ten minutes, then %s is sent without one', async (_what, contact, name) => {
    const state = found({ groupId: null });
    const run = await open();

    expect(await nameContact(waiting(contact, RUN_AT - 599_999), state, run)).toMatchObject({
      kind: 'settling',
      waiting: { contact },
    });
    expect(queueOf(await nameContact(waiting(contact, RUN_AT - 600_000), state, run))).toBe(name);
  });

  it.each([
    ['found by its date, that Freshdesk tells', RUN_AT - 600_000, 'settling'],
    ['recorded by the clock that is ahead', RUN_AT - 70_000, 'settling'],
    ['found long enough ago', RUN_AT - 678_000, 'send'],
    ['dated far ahead', RUN_AT + 40 * 365 * 86_400_000, 'send'],
  ])("is waited for by Freshdesk's clock where the app's is ahead: %s", async (_what, since, kind) => {
    const run = await open();
    const session = { ...run.session, time: () => RUN_AT - 78_000 };

    const named = await nameContact(waiting(OWN, since), found({ groupId: null }), { ...run, session });

    expect(named.kind).toBe(kind);
  });

  it('is sent at once when it got one in between', async () => {
    expect(queueOf(await nameContact(waiting(OWN), found({ groupId: 351 }), await open()))).toBe(
      'Billing email Tickets',
    );
  });

  it.each([{ spam: true }, { deleted: true }])('is not waited for once it is %j', async (changed) => {
    const named = await nameContact(waiting(OWN), found({ groupId: null, ...changed }), await open());

    expect(queueOf(named)).toBe(UNKNOWN_QUEUES.tickets.name);
  });
});

describe('a ticket that is thrown away or gone', () => {
  it.each<[string, TicketState]>([
    ['spam', found({ spam: true })],
    ['deleted', found({ deleted: true })],
    ['gone', { kind: 'gone' }],
  ])('counts in the Unknown queues: %s', async (_what, state) => {
    const run = await open();

    expect(await nameContact(waiting(OWN), state, run)).toMatchObject({
      kind: 'send',
      contact: { contactId: 'ticket:7', unknown: true, queue: UNKNOWN_QUEUES.tickets },
    });
    expect(await nameContact(waiting(REPLY), state, run)).toMatchObject({
      kind: 'send',
      contact: { contactId: 'reply:900', unknown: true, queue: UNKNOWN_QUEUES.replies },
    });
  });

  it('needs no ticket for the contact that says so itself', async () => {
    expect(await nameContact(waiting(UNKNOWN), undefined, await open())).toMatchObject({
      kind: 'send',
      contact: { contactId: 'unknown:7', unknown: true, queue: UNKNOWN_QUEUES.tickets },
    });
  });

  it.each(['held', 'settled'] as const)('counts there once: its Unknown contact is %s', async (mark) => {
    const run = await open();
    run.ledger.raise(UNKNOWN, mark, false);

    expect(await nameContact(waiting(OWN), { kind: 'gone' }, run)).toEqual({
      kind: 'left out',
      waiting: waiting(OWN),
      remember: true,
      reason: 'counted as unknown already',
    });
  });

  it('lets each of its replies count there', async () => {
    const run = await open();
    run.ledger.raise(UNKNOWN, 'settled', false);

    expect(queueOf(await nameContact(waiting(REPLY), { kind: 'gone' }, run))).toBe(
      UNKNOWN_QUEUES.replies.name,
    );
  });
});

describe('a group that exists no more', () => {
  const state = found({ groupId: 999 });

  it.each<[string, RecordedContact, string]>([
    ['a ticket', OWN, UNKNOWN_QUEUES.tickets.name],
    ['a reply', REPLY, UNKNOWN_QUEUES.replies.name],
  ])('puts %s into the Unknown queue', async (_what, contact, name) => {
    expect(queueOf(await nameContact(waiting(contact), state, await open()))).toBe(name);
  });

  it('keeps its queue when that has a name already', async () => {
    const run = await open();
    run.queues.register({
      identifier: 'freshdesk:999:1:tickets',
      name: 'Former email Tickets',
      channel: 'cases',
    });

    expect(queueOf(await nameContact(waiting(OWN), state, run))).toBe('Former email Tickets');
  });

  it('does not put a ticket there twice', async () => {
    const run = await open();
    run.ledger.raise(UNKNOWN, 'settled', false);

    expect(await nameContact(waiting(OWN), state, run)).toMatchObject({ kind: 'left out', remember: true });
  });
});

describe('a contact waits', () => {
  it('when its ticket could not be found out', async () => {
    expect(await nameContact(waiting(OWN), undefined, await open())).toEqual(WAIT);
  });

  it.each<[string, Parameters<typeof createFakeFreshdesk>[0], Partial<Ticket>, RecordedContact]>([
    ['its names', { '/api/v2/ticket_fields': failed({ kind: 'unreachable' }) }, {}, OWN],
    ['its group', { '/api/v2/groups/999': failed({ kind: 'not asked' }) }, { groupId: 999 }, OWN],
    [
      'the label of its source',
      { '/api/v2/ticket_fields': failed({ kind: 'throttled', retryAt: 0 }) },
      {},
      { ...OWN, source: 1001 },
    ],
  ])('when Freshdesk does not say %s', async (_what, rules, changed, contact) => {
    expect(await nameContact(waiting(contact), found(changed), await open(worldWith(rules)))).toEqual(WAIT);
  });
});

describe('without a Freshdesk key', () => {
  async function openLive() {
    const world = worldWith();
    world.settings = { ...SETTINGS, freshdeskApiKey: '' };
    return { world, run: await open(world) };
  }
  const told = { at: RUN_AT - 1000, how: 'event' } as const;
  const BILLING = { kind: 'group', id: 351, name: 'Billing', ...told } as const;

  it.each<[string, RecordedContact, object]>([
    ['group', OWN, { kind: 'group', id: 351 }],
    ['group of a reply', REPLY, { kind: 'group', id: 351 }],
  ])('a contact waits for the name of its %s', async (_what, contact, of) => {
    const { world, run } = await openLive();

    expect(await nameContact(waiting(contact), found(), run)).toEqual({
      kind: 'unnamed',
      waiting: { ...waiting(contact), place: expect.objectContaining({ source: expect.any(Number) }) },
      of,
    });
    expect(world.freshdesk.asked).toEqual([]);
  });

  it('a contact of a named group waits for the label of its source', async () => {
    const { run } = await openLive();
    await run.names.learn([BILLING]);
    const contact = { ...OWN, source: 1001 };

    expect(await nameContact(waiting(contact), found(), run)).toMatchObject({
      kind: 'unnamed',
      of: { kind: 'source', id: 1001 },
    });
    await run.names.learn([{ ...BILLING, kind: 'source', id: 1001, name: null }]);
    expect(queueOf(await nameContact(waiting(contact), found(), run))).toBe('Billing source 1001 Tickets');
  });

  it('a contact is sent under the name that was told', async () => {
    const { run } = await openLive();
    await run.names.learn([BILLING]);

    expect(queueOf(await nameContact(waiting(OWN), found(), run))).toBe('Billing email Tickets');
    expect(queueOf(await nameContact(waiting(REPLY), found(), run))).toBe('Billing email Replies');
  });

  it('a group that is gone is Unknown, also where its source has no name yet', async () => {
    const { run } = await openLive();
    await run.names.learn([{ ...BILLING, name: null }]);

    const named = await nameContact(waiting({ ...OWN, source: 1001 }), found(), run);

    expect(queueOf(named)).toBe(UNKNOWN_QUEUES.tickets.name);
  });

  it('a contact without a group needs no name', async () => {
    const { run } = await openLive();

    const named = await nameContact(waiting(OWN, RUN_AT - 600_000), found({ groupId: null }), run);

    expect(queueOf(named)).toBe('No group email Tickets');
  });
});

describe('what is left out', () => {
  it.each<[string, RecordedContact]>([
    ['a ticket', { ...OWN, occurredAt: CUT_OVER - 1000 }],
    ['a reply', { ...REPLY, occurredAt: CUT_OVER - 1000 }],
  ])('is %s from before the cut-over, left to the history that is imported', async (_what, contact) => {
    const world = worldWith();
    world.settings = { ...SETTINGS, historyFrom: CUT_OVER - 86_400_000 };

    expect(await nameContact(waiting(contact), found(), await open(world))).toEqual({
      kind: 'left out',
      waiting: waiting(contact),
      remember: false,
      reason: 'before cut-over',
    });
  });

  it('is nothing from before the cut-over while no history is imported', async () => {
    const early = { ...OWN, occurredAt: CUT_OVER - 1000 };

    expect(queueOf(await nameContact(waiting(early), found(), await open()))).toBe('Billing email Tickets');
  });

  it('is what was left out on purpose, and that is remembered', async () => {
    const contact = { ...OWN, kind: 'left_out' } as const;

    expect(await nameContact(waiting(contact), found(), await open())).toMatchObject({
      kind: 'left out',
      remember: true,
    });
  });
});

describe('a message at the beginning of a chat', () => {
  const PATH = '/api/v2/tickets/7/conversations';
  const state = found({ source: CHAT });

  const row = (id: number, changed: object = {}) => ({
    id,
    ticket_id: 7,
    user_id: 42,
    incoming: true,
    private: false,
    source: 0,
    created_at: new Date(CREATED_AT).toISOString(),
    ...changed,
  });

  it('is left out when it is the first, by the requester: the ticket itself counts', async () => {
    const run = await open(worldWith({ [PATH]: answered([row(900), row(901)]) }));

    expect(await nameContact(waiting(REPLY), state, run)).toMatchObject({ kind: 'left out', remember: true });
  });

  it.each<[string, readonly object[]]>([
    ['is the second', [row(899), row(900)]],
    ['is by somebody else', [row(900, { user_id: 43 })]],
    ['is not among the conversations', []],
  ])('counts when it %s', async (_what, rows) => {
    const run = await open(worldWith({ [PATH]: answered(rows) }));

    expect(queueOf(await nameContact(waiting(REPLY), state, run))).toBe('Billing chat Replies');
  });

  it('waits when the conversations cannot be read', async () => {
    const run = await open(worldWith({ [PATH]: failed({ kind: 'unreachable' }) }));

    expect(await nameContact(waiting(REPLY), state, run)).toEqual(WAIT);
  });

  it.each<[string, Partial<Ticket>, 'not found' | 'forbidden' | 'unreachable', boolean]>([
    ['deleted and not found', { deleted: true }, 'not found', true],
    ['spam and forbidden', { spam: true }, 'forbidden', true],
    ['deleted and not to be asked now', { deleted: true }, 'unreachable', false],
    ['neither deleted nor spam, and not found', {}, 'not found', false],
  ])('is taken for the first when the chat is %s', async (_what, deletedOrSpam, kind, isLeftOut) => {
    const run = await open(worldWith({ [PATH]: failed({ kind }) }));

    const named = await nameContact(waiting(REPLY), found({ source: CHAT, ...deletedOrSpam }), run);

    const leftOut = { kind: 'left out', waiting: waiting(REPLY), remember: true, reason: 'part of ticket' };
    expect(named).toEqual(isLeftOut ? leftOut : WAIT);
  });

  it('is not looked up for later messages nor for other sources', async () => {
    const world = worldWith({ [PATH]: failed({ kind: 'unreachable' }) });
    const run = await open(world);
    const later = { ...REPLY, occurredAt: CREATED_AT + 11_000 };

    expect(queueOf(await nameContact(waiting(later), state, run))).toBe('Billing chat Replies');
    expect(queueOf(await nameContact(waiting(REPLY), found(), run))).toBe('Billing email Replies');
    expect(world.freshdesk.paths()).not.toContain(PATH);
  });
});

describe('a contact whose queue is decided already', () => {
  const NAMED = { kind: 'named', source: 1, groupId: 351 } as const;

  it('is named by this source and group', async () => {
    expect(queueOf(await nameDecided(waiting(REPLY), NAMED, await open()))).toBe('Billing email Replies');
  });

  it.each<[string, RecordedContact, string]>([
    ['a ticket', OWN, UNKNOWN_QUEUES.tickets.name],
    ['a reply', REPLY, UNKNOWN_QUEUES.replies.name],
  ])('is Unknown: %s', async (_what, contact, name) => {
    expect(queueOf(await nameDecided(waiting(contact), { kind: 'unknown' }, await open()))).toBe(name);
  });

  it('is a thrown-away ticket, whatever was decided', async () => {
    const run = await open();
    run.ledger.raise(UNKNOWN, 'settled', false);

    expect(await nameDecided(waiting(UNKNOWN), NAMED, run)).toMatchObject({
      kind: 'send',
      contact: { contactId: 'unknown:7', unknown: true, queue: UNKNOWN_QUEUES.tickets },
    });
  });
});
