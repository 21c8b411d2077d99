import { createFreshdesk } from '../freshdesk/create-freshdesk';
import { compare } from './compare';
import type { CountedReceipt } from './comparison';
import { truth } from './truth';

const START = Date.parse('2026-11-02T08:00:00Z');
const MINUTE = 60_000;

const createWorld = () => {
  const clock = { value: START, now: () => clock.value };
  const freshdesk = createFreshdesk({ clock });
  const group = freshdesk.actions.createGroup('CustomerService');
  return {
    clock,
    group,
    actions: freshdesk.actions,
    helpdesk: freshdesk.helpdesk,
    contacts: (options: { historyFrom?: number; cutOver?: number } = {}) =>
      truth(freshdesk.helpdesk, { cutOver: START, ...options }),
  };
};

const receipt = (queueIdentifier: string, queueName: string, at: number): CountedReceipt => ({
  queueIdentifier,
  queueName,
  timestamp: new Date(Math.floor(at / 1000) * 1000).toISOString(),
  offered: true,
  handled: !queueIdentifier.startsWith('freshdesk:unknown'),
});

const unknownTickets = (at: number) =>
  receipt('freshdesk:unknown:tickets', 'Unknown group/source Tickets', at);

describe('compare', () => {
  it('finds nothing wrong when every contact is there once, in its queue', () => {
    const { actions, clock, group, contacts } = createWorld();
    const ticket = actions.createTicket({ groupId: group.id });
    clock.value += 5 * MINUTE;
    actions.customerReply(ticket.id, { channel: 'email' });

    const result = compare(contacts(), [
      receipt(`freshdesk:${group.id}:1:tickets`, 'CustomerService email Tickets', START),
      receipt(`freshdesk:${group.id}:1:replies`, 'CustomerService email Replies', START + 5 * MINUTE),
    ]);

    expect(result).toMatchObject({ contacts: 2, lost: 0, doubled: 0, wrongQueue: 0, details: [] });
  });

  it.each([
    ['the same name', 'CustomerService email Tickets', 1],
    ['a name with an invisible character', 'Customer\u00adService  email Tickets', 1],
    ['a name with the group’s mark', undefined, 0],
  ])('says that two queues share a name: %s', (_what, sent, wrong) => {
    const { actions, group, contacts } = createWorld();
    const twin = actions.createGroup('CustomerService');
    actions.createTicket({ groupId: group.id });
    actions.createTicket({ groupId: twin.id });

    const result = compare(contacts(), [
      receipt(`freshdesk:${group.id}:1:tickets`, 'CustomerService email Tickets', START),
      receipt(`freshdesk:${twin.id}:1:tickets`, sent ?? `CustomerService #${twin.id} email Tickets`, START),
    ]);

    expect(result.wrongQueue).toBeGreaterThanOrEqual(wrong);
    expect(result.wrongQueue === 0).toBe(wrong === 0);
  });

  it('tells lost, doubled and misplaced contacts apart', () => {
    const { actions, clock, group, contacts } = createWorld();
    [0, 1, 2].forEach(() => {
      actions.createTicket({ groupId: group.id });
      clock.value += MINUTE;
    });
    const right = `freshdesk:${group.id}:1:tickets`;

    const result = compare(contacts(), [
      receipt(right, 'CustomerService email Tickets', START),
      receipt(right, 'CustomerService email Tickets', START),
      receipt('freshdesk:none:1:tickets', 'No group email Tickets', START + MINUTE),
    ]);

    expect(result).toMatchObject({ contacts: 3, lost: 1, doubled: 1, wrongQueue: 1 });
    expect(result.details.map(({ problem, contactId }) => [problem, contactId])).toEqual([
      ['lost', 'ticket:3'],
      ['doubled', 'ticket:1'],
      ['wrong queue', 'ticket:2'],
    ]);
  });

  it('does not miss what is held back', () => {
    const { actions, contacts } = createWorld();
    actions.createTicket();

    expect(compare(contacts(), [], { held: ['ticket:1'] })).toMatchObject({ contacts: 1, lost: 0 });
    expect(compare(contacts(), [])).toMatchObject({ contacts: 1, lost: 1 });
  });

  it('counts a receipt that no contact explains as one too many', () => {
    const { contacts } = createWorld();

    expect(compare(contacts(), [unknownTickets(START)])).toMatchObject({ contacts: 0, doubled: 1 });
  });

  it('notices a wrong name and a wrong handled flag', () => {
    const { actions, group, contacts } = createWorld();
    actions.createTicket({ groupId: group.id });
    const right = receipt(`freshdesk:${group.id}:1:tickets`, 'CustomerService email Tickets', START);

    expect(compare(contacts(), [{ ...right, queueName: 'Sales email Tickets' }]).wrongQueue).toBe(1);
    expect(compare(contacts(), [{ ...right, handled: false }]).wrongQueue).toBe(1);
  });

  describe('for a ticket deleted while its contact may still wait', () => {
    const createDeleted = () => {
      const world = createWorld();
      world.actions.createTicket({ groupId: world.group.id });
      world.clock.value += 30_000;
      world.actions.trash(1);
      const named = receipt(`freshdesk:${world.group.id}:1:tickets`, 'CustomerService email Tickets', START);
      return { contacts: world.contacts(), named };
    };

    it('takes one contact in Unknown for the whole', () => {
      const { contacts } = createDeleted();

      expect(compare(contacts, [unknownTickets(START)])).toMatchObject({ contacts: 1, lost: 0, doubled: 0 });
    });

    it('takes the named queue and Unknown, too', () => {
      const { contacts, named } = createDeleted();

      expect(compare(contacts, [named, unknownTickets(START + 30_000)])).toMatchObject({
        contacts: 2,
        lost: 0,
        doubled: 0,
      });
    });

    it('misses the Unknown contact when only the named queue got it', () => {
      const { contacts, named } = createDeleted();

      expect(compare(contacts, [named])).toMatchObject({ lost: 1, doubled: 0 });
    });

    it('notices when it counted in Unknown twice', () => {
      const { contacts } = createDeleted();

      expect(compare(contacts, [unknownTickets(START), unknownTickets(START + 30_000)])).toMatchObject({
        lost: 0,
        doubled: 1,
      });
    });
  });

  describe('for two tickets of one queue and second, the first deleted before its event came', () => {
    /** Ticket 1 counts in Unknown alone; ticket 2 has no other place than its queue. */
    const createTwo = () => {
      const world = createWorld();
      [1, 2].forEach(() => world.actions.createTicket({ groupId: world.group.id }));
      world.clock.value += 30_000;
      world.actions.trash(1);
      const named = receipt(`freshdesk:${world.group.id}:1:tickets`, 'CustomerService email Tickets', START);
      return { contacts: world.contacts(), named, unknown: unknownTickets(START + 30_000) };
    };

    it('leaves the named queue to the ticket that has no other place', () => {
      const { contacts, named, unknown } = createTwo();

      expect(compare(contacts, [named, unknown]).details).toEqual([]);
    });

    it('takes both in the named queue, too', () => {
      const { contacts, named, unknown } = createTwo();

      expect(compare(contacts, [named, named, unknown]).details).toEqual([]);
    });

    it.each([
      [
        'the ticket that has no other place',
        ({ unknown }: ReturnType<typeof createTwo>) => [unknown],
        'ticket:2',
      ],
      ['the deletion', ({ named }: ReturnType<typeof createTwo>) => [named, named], 'unknown:1'],
    ])('misses %s', (_what, receiptsOf, contactId) => {
      const world = createTwo();

      expect(compare(world.contacts, receiptsOf(world)).details).toMatchObject([
        { problem: 'lost', contactId },
      ]);
    });

    it('leaves a place in Unknown to the ticket that was not counted there by its deletion, also when that might be missing', () => {
      const { contacts, unknown } = createTwo();
      const queues = [{ identifier: unknown.queueIdentifier, names: [unknown.queueName] }];
      const placed = contacts.map((each) => {
        if (each.contactId === 'unknown:1') return { ...each, isOptional: true };
        return { ...each, queues, orElse: each.contactId.replace('ticket', 'unknown') };
      });

      expect(compare(placed, [unknownTickets(START), unknown]).details).toEqual([]);
    });

    it('notices a third one in the named queue', () => {
      const { contacts, named, unknown } = createTwo();

      expect(compare(contacts, [named, named, named, unknown])).toMatchObject({ lost: 0, doubled: 1 });
    });
  });

  it('leaves a place in Unknown to the ticket that has no other receipt', () => {
    const { actions, clock, contacts } = createWorld();
    [1, 2].forEach(() => actions.createTicket());
    clock.value += 30_000;
    actions.markSpam(1);
    clock.value += 30_000;
    actions.trash(2);
    // Ticket 1 by its change, ticket 2 by its creation.
    const receipts = [unknownTickets(START + 30_000), unknownTickets(START)];

    expect(compare(contacts(), receipts).details).toEqual([]);
    expect(compare(contacts(), receipts.slice(0, 1)).lost).toBe(2);
    expect(compare(contacts(), receipts.slice(1)).lost).toBe(2);
    expect(compare(contacts(), [...receipts, unknownTickets(START)])).toMatchObject({ lost: 0, doubled: 1 });
    expect(compare(contacts(), [...receipts, unknownTickets(START + MINUTE)])).toMatchObject({
      lost: 0,
      doubled: 1,
    });
  });
});
