import { createFreshdesk } from '../freshdesk/create-freshdesk';
import { truth } from './truth';

const START = Date.parse('2026-11-02T08:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

const createWorld = () => {
  const clock = { value: START, now: () => clock.value };
  const { actions, helpdesk } = createFreshdesk({ clock });
  const sales = actions.createGroup('Sales').id;
  const care = actions.createGroup('Care').id;
  const wait = (ms: number): void => {
    clock.value += ms;
  };
  const summary = (options: { historyFrom?: number; cutOver?: number } = {}) =>
    truth(helpdesk, { cutOver: START, ...options }).map(({ contactId, queueName }) => [contactId, queueName]);
  return { clock, actions, helpdesk, sales, care, wait, summary };
};

describe('tickets', () => {
  it.each([
    ['an outbound mail', { source: 10 }],
    ['an outbound mail of another source', { outboundEmail: true, source: 1 }],
    ['an internal task', { source: 14 }],
    ['a migrated ticket', { importId: '77' }],
    ["the app's own alert", { tags: ['injixo-connect-alert'] }],
  ])('does not count %s', (_what, input) => {
    const { actions, summary } = createWorld();
    actions.createTicket(input);

    expect(summary()).toEqual([]);
  });

  it('waits ten minutes for a group, and no longer', () => {
    const { actions, sales, wait, summary } = createWorld();
    const [early, late] = [actions.createTicket(), actions.createTicket()];
    wait(9 * MINUTE);
    actions.routeTicket(early.id, sales);
    wait(2 * MINUTE);
    actions.routeTicket(late.id, sales);

    expect(summary()).toEqual([
      ['ticket:1', 'Sales email Tickets'],
      ['ticket:2', 'No group email Tickets'],
    ]);
  });

  it('accepts the group that a ticket moves to before it is named, but no group it gets hours later', () => {
    const { actions, helpdesk, sales, care, wait } = createWorld();
    actions.createTicket({ groupId: sales });
    wait(2 * MINUTE);
    actions.changeGroup(1, care);
    wait(5 * 60 * MINUTE);
    actions.changeGroup(1, null);

    expect(truth(helpdesk, { cutOver: START })[0]?.queueIdentifiers).toEqual([
      `freshdesk:${sales}:1:tickets`,
      `freshdesk:${care}:1:tickets`,
    ]);
  });

  it('names sources of the account by their labels', () => {
    const { actions, sales, summary } = createWorld();
    actions.createTicket({ groupId: sales, source: actions.addSource('Fax') });
    actions.createTicket({ groupId: sales, source: 4711 });

    expect(summary()).toEqual([
      ['ticket:1', 'Sales Fax Tickets'],
      ['ticket:2', 'Sales source 4711 Tickets'],
    ]);
  });

  it('counts a ticket thrown away later once more, however often it is thrown away', () => {
    const { actions, sales, wait, summary } = createWorld();
    actions.createTicket({ groupId: sales });
    wait(2 * 60 * MINUTE);
    actions.markSpam(1);
    actions.unspam(1);
    actions.trash(1);
    actions.purge(1);

    expect(summary()).toEqual([
      ['ticket:1', 'Sales email Tickets'],
      ['unknown:1', 'Unknown group/source Tickets'],
    ]);
  });

  it('puts a ticket that is spam from the start into Unknown', () => {
    const { actions, sales, summary } = createWorld();
    actions.createTicket({ groupId: sales, spam: true });

    expect(summary()).toEqual([['ticket:1', 'Unknown group/source Tickets']]);
  });

  it('counts an old ticket when it is thrown away after the cut-over', () => {
    const { actions, wait, summary } = createWorld();
    actions.createTicket();
    wait(DAY);
    actions.trash(1);

    expect(summary({ cutOver: START + MINUTE })).toEqual([['unknown:1', 'Unknown group/source Tickets']]);
  });
});

describe('replies', () => {
  it.each([
    ['email', 1, 'Sales email Replies'],
    ['portal', 3, 'Sales phone Replies'],
    ['twitter', 1, 'Sales twitter Replies'],
    ['facebook', 1, 'Sales facebook Replies'],
    ['phone', 1, 'Sales phone Replies'],
    ['mobihelp', 1, 'Sales mobihelp Replies'],
    ['ecommerce', 1, 'Sales ecommerce Replies'],
    ['portal', 10, 'Sales email Replies'],
  ] as const)('by %s on a ticket of source %d count as %s', (channel, source, queueName) => {
    const { actions, sales, wait, summary } = createWorld();
    const ticket = actions.createTicket({ groupId: sales, source });
    wait(MINUTE);
    const reply = actions.customerReply(ticket.id, { channel });

    expect(summary()).toContainEqual([`reply:${reply?.id}`, queueName]);
  });

  it('does not count what no customer wrote to the agents', () => {
    const { actions, sales, summary } = createWorld();
    actions.createTicket({ groupId: sales });
    actions.agentReply(1);
    actions.publicNote(1);
    actions.privateNote(1);
    actions.forward(1);
    actions.thirdPartyAnswer(1);
    actions.survey(1);

    expect(summary()).toEqual([['ticket:1', 'Sales email Tickets']]);
  });

  it('counts a note that an integration writes for the customer', () => {
    const { actions, sales, summary } = createWorld();
    actions.createTicket({ groupId: sales });
    actions.incomingNote(1);

    expect(summary()).toHaveLength(2);
  });

  it('takes the first message of a chat for its description, and the next for a reply', () => {
    const { actions, sales, wait, summary } = createWorld();
    actions.createTicket({ groupId: sales, source: 7 });
    wait(5_000);
    const second = actions.customerReply(1, { channel: 'chat' });

    expect(summary()).toEqual([
      ['ticket:1', 'Sales chat Tickets'],
      [`reply:${second?.id}`, 'Sales chat Replies'],
    ]);
  });

  it('is right under the ticket that a ticket was merged into, too', () => {
    const { actions, helpdesk, sales, care, wait } = createWorld();
    actions.createTicket({ groupId: sales });
    actions.createTicket({ groupId: care });
    wait(MINUTE);
    actions.customerReply(2, { channel: 'email' });
    actions.merge(1, [2]);

    const reply = truth(helpdesk, { cutOver: START }).find(({ kind }) => kind === 'replies');
    expect(reply?.queueIdentifiers).toEqual([`freshdesk:${care}:1:replies`, `freshdesk:${sales}:1:replies`]);
  });

  it('counts in Unknown on a ticket in the trash', () => {
    const { actions, wait, summary } = createWorld();
    actions.createTicket();
    wait(DAY);
    actions.trash(1);
    wait(MINUTE);
    actions.customerReply(1, { channel: 'portal' });

    expect(summary().at(-1)?.[1]).toBe('Unknown group/source Replies');
  });
});

describe('the history', () => {
  it('is counted by its own date, with the groups of the cut-over', () => {
    const { actions, sales, care, wait, summary } = createWorld();
    actions.createTicket({ groupId: sales });
    wait(2 * DAY);
    actions.createTicket({ groupId: sales });
    actions.customerReply(1, { channel: 'email' });
    wait(DAY);
    actions.changeGroup(2, care);
    wait(DAY);
    actions.createTicket({ groupId: sales });

    const cutOver = START + 4 * DAY;
    expect(summary({ cutOver }).map(([id]) => id)).toEqual(['ticket:3']);
    expect(summary({ cutOver, historyFrom: START + DAY })).toEqual([
      ['ticket:2', 'Care email Tickets'],
      ['ticket:3', 'Sales email Tickets'],
      [expect.stringMatching(/^reply:/), 'Sales email Replies'],
    ]);
  });

  it('counts tickets that a migration wrote, because the API does not show it', () => {
    const { actions, wait, summary } = createWorld();
    actions.createTicket({ importId: '5' });
    wait(DAY);

    expect(summary({ cutOver: START + DAY, historyFrom: START })).toHaveLength(1);
  });

  it('has one Unknown contact for a ticket in the trash, and none for its replies', () => {
    const { actions, wait, summary } = createWorld();
    actions.createTicket();
    actions.customerReply(1, { channel: 'email' });
    actions.trash(1);
    wait(DAY);

    expect(summary({ cutOver: START + DAY, historyFrom: START })).toEqual([
      ['ticket:1', 'Unknown group/source Tickets'],
    ]);
  });
});
