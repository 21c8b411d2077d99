import { DAY, MINUTE, START, createCountedWorld } from './oracle-fixture';

describe('tickets', () => {
  it.each([
    ['an outbound mail', { source: 10 }],
    ['an outbound mail of another source', { outboundEmail: true, source: 1 }],
    ['an internal task', { source: 14 }],
    ['a migrated ticket', { importId: '77' }],
    ["the app's own alert", { tags: ['injixo-connect-alert'] }],
  ])('does not count %s', (_what, input) => {
    const { actions, summary } = createCountedWorld();
    actions.createTicket(input);

    expect(summary()).toEqual([]);
  });

  it('waits ten minutes for a group, and no longer', () => {
    const { actions, sales, wait, summary } = createCountedWorld();
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

  it.each([
    [0, 9, ['sales']],
    [5, 9, ['sales', 'none']],
    [5, 4, ['sales']],
  ])(
    'accepts no group as well when lists are %i minutes old and the group came after %i',
    (old, after, right) => {
      const { actions, contacts, sales, wait } = createCountedWorld();
      const { id } = actions.createTicket();
      wait(after * MINUTE);
      actions.routeTicket(id, sales);

      const [contact] = contacts({ staleMs: old * MINUTE });

      const named = right.map((group) => (group === 'sales' ? sales : group));
      expect(contact?.queueIdentifiers).toEqual(named.map((group) => `freshdesk:${group}:1:tickets`));
    },
  );

  it('accepts the group that a ticket moves to before it is named, but no group it gets hours later', () => {
    const { actions, contacts, sales, care, wait } = createCountedWorld();
    actions.createTicket({ groupId: sales });
    wait(2 * MINUTE);
    actions.changeGroup(1, care);
    wait(5 * 60 * MINUTE);
    actions.changeGroup(1, null);

    expect(contacts()[0]?.queueIdentifiers).toEqual([
      `freshdesk:${sales}:1:tickets`,
      `freshdesk:${care}:1:tickets`,
    ]);
  });

  it('names sources of the account by their labels', () => {
    const { actions, sales, summary } = createCountedWorld();
    actions.createTicket({ groupId: sales, source: actions.addSource('Fax') });
    actions.createTicket({ groupId: sales, source: 4711 });

    expect(summary()).toEqual([
      ['ticket:1', 'Sales Fax Tickets'],
      ['ticket:2', 'Sales source 4711 Tickets'],
    ]);
  });

  it('counts a ticket deleted later once more, however often it is deleted', () => {
    const { actions, sales, wait, summary } = createCountedWorld();
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
    const { actions, sales, summary } = createCountedWorld();
    actions.createTicket({ groupId: sales, spam: true });

    expect(summary()).toEqual([['ticket:1', 'Unknown group/source Tickets']]);
  });

  it('counts an old ticket when it is deleted after the cut-over', () => {
    const { actions, wait, summary } = createCountedWorld();
    actions.createTicket();
    wait(DAY);
    actions.trash(1);

    expect(summary({ cutOver: START + MINUTE })).toEqual([['unknown:1', 'Unknown group/source Tickets']]);
  });
});

describe('the history', () => {
  it('is counted by its own date, with the groups of the cut-over', () => {
    const { actions, sales, care, wait, summary } = createCountedWorld();
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
    const { actions, wait, summary } = createCountedWorld();
    actions.createTicket({ importId: '5' });
    wait(DAY);

    expect(summary({ cutOver: START + DAY, historyFrom: START })).toHaveLength(1);
  });

  it('has one Unknown contact for a ticket in the trash, and none for its replies', () => {
    const { actions, wait, summary } = createCountedWorld();
    actions.createTicket();
    actions.customerReply(1, { channel: 'email' });
    actions.trash(1);
    wait(DAY);

    expect(summary({ cutOver: START + DAY, historyFrom: START })).toEqual([
      ['ticket:1', 'Unknown group/source Tickets'],
    ]);
  });
});
