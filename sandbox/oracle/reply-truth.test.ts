import { DAY, MINUTE, createCountedWorld } from './oracle-fixture';

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
    const { actions, sales, wait, summary } = createCountedWorld();
    const ticket = actions.createTicket({ groupId: sales, source });
    wait(MINUTE);
    const reply = actions.customerReply(ticket.id, { channel });

    expect(summary()).toContainEqual([`reply:${reply?.id}`, queueName]);
  });

  it('does not count what no customer wrote to the agents', () => {
    const { actions, sales, summary } = createCountedWorld();
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
    const { actions, sales, summary } = createCountedWorld();
    actions.createTicket({ groupId: sales });
    actions.incomingNote(1);

    expect(summary()).toHaveLength(2);
  });

  it('takes the first message of a chat for its description, and the next for a reply', () => {
    const { actions, sales, wait, summary } = createCountedWorld();
    actions.createTicket({ groupId: sales, source: 7 });
    wait(5_000);
    const second = actions.customerReply(1, { channel: 'chat' });

    expect(summary()).toEqual([
      ['ticket:1', 'Sales chat Tickets'],
      [`reply:${second?.id}`, 'Sales chat Replies'],
    ]);
  });

  it('is right under the ticket that a ticket was merged into, too', () => {
    const { actions, contacts, sales, care, wait } = createCountedWorld();
    actions.createTicket({ groupId: sales });
    actions.createTicket({ groupId: care });
    wait(MINUTE);
    actions.customerReply(2, { channel: 'email' });
    actions.merge(1, [2]);

    const reply = contacts().find(({ kind }) => kind === 'replies');
    expect(reply?.queueIdentifiers).toEqual([`freshdesk:${care}:1:replies`, `freshdesk:${sales}:1:replies`]);
  });

  it('counts in Unknown on a ticket in the trash', () => {
    const { actions, wait, summary } = createCountedWorld();
    actions.createTicket();
    wait(DAY);
    actions.trash(1);
    wait(MINUTE);
    actions.customerReply(1, { channel: 'portal' });

    expect(summary().at(-1)?.[1]).toBe('Unknown group/source Replies');
  });
});
