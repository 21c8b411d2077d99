import { createFreshdesk } from '../create-freshdesk';
import type { ProductEvent } from '../model/helpdesk';
import { latestVersion, ticketAsOf } from '../model/ticket-versions';

const START = Date.parse('2026-11-02T08:00:00Z');
const DAY = 86_400_000;

const open = () => {
  const clock = { value: START, now: () => clock.value };
  const events: ProductEvent[] = [];
  const { actions, helpdesk } = createFreshdesk({ clock, onEvent: (event) => events.push(event) });
  const ticket = (id: number) => {
    const found = helpdesk.tickets.get(id);
    return found === undefined ? undefined : latestVersion(found);
  };
  const names = (): readonly string[] => events.map(({ name }) => name);
  return { clock, events, actions, helpdesk, ticket, names };
};

describe('a customer reply', () => {
  it('reopens a closed ticket and tells of both', () => {
    const { actions, clock, ticket, names } = open();
    actions.createTicket();
    actions.close(1);
    clock.value += DAY;
    actions.customerReply(1, { channel: 'email' });

    expect(names().slice(-2)).toEqual(['onConversationCreate', 'onTicketUpdate']);
    expect(ticket(1)).toMatchObject({
      status: 2,
      updatedAt: START + DAY,
      stats: { requesterRespondedAt: START + DAY, reopenedAt: START + DAY, closedAt: null },
    });
  });

  it('to an archived ticket opens a new one', () => {
    const { actions, ticket } = open();
    actions.createTicket();
    actions.close(1);
    actions.archive(1);

    expect(actions.customerReply(1, { channel: 'email' })).toBeUndefined();
    expect(ticket(2)).toMatchObject({ status: 2 });
  });

  it('can come from somebody in copy', () => {
    const { actions, ticket } = open();
    actions.createTicket();

    const reply = actions.customerReply(1, { channel: 'email', by: 'cc' });

    expect(reply?.userId).not.toBe(ticket(1)?.requesterId);
  });
});

describe('a chat', () => {
  it.each([7, 12, 13, 15, 17, 19, 21, 22])('of source %d repeats its description', (source) => {
    const { actions, names } = open();
    actions.createTicket({ source });
    actions.createTicket({ source, repeatsDescription: false });

    expect(names()).toEqual(['onTicketCreate', 'onConversationCreate', 'onTicketCreate']);
  });
});

describe('what agents and others write', () => {
  it.each([
    ['agentReply', { isIncoming: false, isPrivate: false, source: 0 }],
    ['publicNote', { isIncoming: false, isPrivate: false, source: 2 }],
    ['privateNote', { isIncoming: false, isPrivate: true, source: 2 }],
    ['forward', { isIncoming: false, isPrivate: true, source: 8 }],
    ['thirdPartyAnswer', { isIncoming: true, isPrivate: true, source: 2, category: 6 }],
    ['survey', { isIncoming: true, isPrivate: false, source: 6 }],
    ['incomingNote', { isIncoming: true, isPrivate: false, source: 2 }],
  ] as const)('%s has its own signs', (kind, signs) => {
    const { actions } = open();
    actions.createTicket();

    expect(actions[kind](1)).toMatchObject(signs);
  });
});

describe('tickets', () => {
  it('can be backdated, and are still new', () => {
    const { actions, events, ticket } = open();
    actions.createTicket({ createdAt: START - DAY, importId: '1' });

    expect(ticket(1)).toMatchObject({ createdAt: START - DAY, updatedAt: START });
    expect(events[0]?.data['ticket']).toMatchObject({ created_at: '2026-11-01T08:00:00Z' });
  });

  it('move their updated_at without an event when only touched', () => {
    const { actions, clock, ticket, names } = open();
    actions.createTicket();
    clock.value += 5_000;
    actions.touch(1);

    expect(ticket(1)?.updatedAt).toBe(START + 5_000);
    expect(names()).toEqual(['onTicketCreate']);
  });

  it('get one updated_at in a mass update', () => {
    const { actions, clock, ticket } = open();
    [1, 2, 3].forEach(() => actions.createTicket());
    clock.value += 1_000;
    actions.massUpdate([1, 2, 3], { priority: 4 });

    expect([1, 2, 3].map((id) => ticket(id)?.updatedAt)).toEqual(Array(3).fill(START + 1_000));
  });

  it('are gone for ever when they are purged', () => {
    const { actions, clock, helpdesk, names } = open();
    [1, 2].forEach(() => actions.createTicket());
    actions.trash(1);
    actions.purge(1);

    expect(names().slice(-1)).toEqual(['onTicketDelete']);
    const living = [...helpdesk.tickets.values()].filter((record) => ticketAsOf(record, clock.value));
    expect(living).toMatchObject([{ id: 2 }]);
    expect(() => actions.restore(1)).toThrow('no ticket 1');
  });

  it('are read-only in the archive', () => {
    const { actions } = open();
    actions.createTicket();
    expect(() => actions.archive(1)).toThrow('not closed');
    actions.close(1);
    actions.archive(1);

    expect(() => actions.agentReply(1)).toThrow('read-only');
    expect(() => actions.changeSource(1, 3)).toThrow('read-only');
  });

  it('can be split off from a reply', () => {
    const { actions, helpdesk, ticket, names } = open();
    const group = actions.createGroup('Sales');
    actions.createTicket({ groupId: group.id, source: 3 });
    const reply = actions.customerReply(1, { channel: 'portal' });

    const made = actions.split(reply?.id ?? 0);

    expect(ticket(made.id)).toMatchObject({ id: 2, source: 3, groupId: group.id });
    expect(helpdesk.threads.get(1)).toEqual([]);
    expect(names().slice(-2)).toEqual(['onConversationDelete', 'onTicketCreate']);
  });

  it('are merged: notes on both sides, the secondary closed', () => {
    const { actions, helpdesk, ticket, names } = open();
    [1, 2].forEach(() => actions.createTicket());
    actions.customerReply(2, { channel: 'email' });
    actions.merge(1, [2]);

    expect(names().slice(-3)).toEqual(['onConversationCreate', 'onConversationCreate', 'onTicketUpdate']);
    expect(helpdesk.threads.get(1)).toHaveLength(2);
    expect(helpdesk.threads.get(2)).toHaveLength(1);
    expect(ticket(2)?.status).toBe(5);
  });
});
