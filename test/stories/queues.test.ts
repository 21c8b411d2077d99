import { expectAllArrived, outboxIds, queueSums } from './explain';
import { endStories, startStory, type Story } from './story';

afterEach(endStories);

const UNKNOWN_TICKETS = 'Unknown group/source Tickets';
const UNKNOWN_REPLIES = 'Unknown group/source Replies';

describe('the settle window', () => {
  it('sends a ticket that gets its group after three minutes in the name of that group', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');

    const ticket = actions.createTicket();
    await story.minutes(3);
    actions.routeTicket(ticket.id, group.id);
    await story.minutes(12);

    expect(queueSums(story)).toEqual({ 'CustomerService email Tickets': 1 });
    expectAllArrived(story);
  });

  it('sends a ticket that gets no group within ten minutes as one without a group', async () => {
    const story = await startStory();

    story.freshdesk.actions.createTicket({ source: 3 });
    await story.minutes(8);
    expect(queueSums(story)).toEqual({});
    await story.minutes(9);

    expect(queueSums(story)).toEqual({ 'No group phone Tickets': 1 });
    expectAllArrived(story);
  });

  it('sends a ticket in the name of the group it was moved to within the first minute', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const first = actions.createGroup('First');
    const second = actions.createGroup('Second');

    const ticket = actions.createTicket({ groupId: first.id });
    await story.platform.advance(30_000);
    actions.changeGroup(ticket.id, second.id);
    await story.minutes(12);

    expect(queueSums(story)).toEqual({ 'Second email Tickets': 1 });
    expectAllArrived(story);
  });
});

describe('a queue that was sent once', () => {
  it('keeps its name when the group is renamed', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('Before');
    actions.createTicket({ groupId: group.id });
    await story.minutes(12);

    actions.renameGroup(group.id, 'After');
    actions.createTicket({ groupId: group.id });
    await story.minutes(75);
    actions.createTicket({ groupId: group.id, source: 2 });
    await story.minutes(12);

    expect(queueSums(story)).toEqual({ 'Before email Tickets': 2, 'After portal Tickets': 1 });
    expect(story.injixo.queues()).toHaveLength(2);
    expectAllArrived(story);
  });

  it('keeps its channel when the setting changes, and only new queues get the new one', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    actions.createTicket({ groupId: group.id });
    await story.minutes(12);

    story.change({ channel_mapping: 'By source' });
    actions.createTicket({ groupId: group.id });
    for (const source of [3, 5, 7, 4]) actions.createTicket({ groupId: group.id, source });
    const spam = actions.createTicket({ groupId: group.id });
    actions.markSpam(spam.id);
    await story.minutes(12);

    const channels = story.injixo.queues().map(({ queueName, channel }) => [queueName, channel]);
    expect(Object.fromEntries(channels)).toEqual({
      'CustomerService email Tickets': 'cases',
      'CustomerService phone Tickets': 'calls',
      'CustomerService twitter Tickets': 'social_media',
      'CustomerService chat Tickets': 'chats',
      'CustomerService forum Tickets': 'cases',
      [UNKNOWN_TICKETS]: 'cases',
    });
    expect(channels).toHaveLength(6);
    expectAllArrived(story);
  });

  it('keeps its name when the group is deleted; other queues of that group are unknown', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('Closing');
    actions.createTicket({ groupId: group.id });
    await story.minutes(12);

    actions.deleteGroup(group.id);
    actions.createTicket({ groupId: group.id });
    await story.minutes(75);
    actions.createTicket({ groupId: group.id, source: 2 });
    await story.minutes(12);

    expect(queueSums(story)).toEqual({ 'Closing email Tickets': 2, [UNKNOWN_TICKETS]: 1 });
    expectAllArrived(story);
  });
});

describe('tickets that are deleted or marked as spam', () => {
  it.each([
    ['spam', (story: Story, id: number) => story.freshdesk.actions.markSpam(id)],
    ['deleted', (story: Story, id: number) => story.freshdesk.actions.trash(id)],
  ])('count once, as unknown, when they are %s before they were sent', async (_how, deleteOrMarkSpam) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');

    const ticket = actions.createTicket({ groupId: group.id });
    actions.customerReply(ticket.id, { channel: 'email' });
    await story.platform.advance(20_000);
    deleteOrMarkSpam(story, ticket.id);
    await story.minutes(12);
    actions.purge(ticket.id);
    await story.minutes(80);

    expect(queueSums(story)).toEqual({ [UNKNOWN_TICKETS]: 1, [UNKNOWN_REPLIES]: 1 });
    expectAllArrived(story);
  });

  it.each(['200', '403', '404'] as const)(
    'count in their named queue and once as unknown when they are deleted later (Freshdesk shows the trash as %s)',
    async (trashView) => {
      const story = await startStory();
      story.freshdesk.settings.trashView = trashView;
      const { actions } = story.freshdesk;
      const group = actions.createGroup('CustomerService');
      const ticket = actions.createTicket({ groupId: group.id });
      await story.minutes(12);

      actions.trash(ticket.id);
      await story.minutes(12);
      actions.restore(ticket.id);
      await story.minutes(12);
      actions.trash(ticket.id);
      await story.minutes(80);

      expect(queueSums(story)).toEqual({ 'CustomerService email Tickets': 1, [UNKNOWN_TICKETS]: 1 });
      expectAllArrived(story);
    },
  );

  it.each([
    ['spam', (story: Story, id: number) => story.freshdesk.actions.markSpam(id)],
    ['deleted', (story: Story, id: number) => story.freshdesk.actions.trash(id)],
  ])(
    'count once when they are chats: the first message only repeats the ticket (%s)',
    async (_how, deleteOrMarkSpam) => {
      const story = await startStory();
      const { actions } = story.freshdesk;
      const group = actions.createGroup('CustomerService');

      const ticket = actions.createTicket({ groupId: group.id, source: 7 });
      await story.platform.advance(20_000);
      deleteOrMarkSpam(story, ticket.id);
      await story.minutes(12);

      expect(queueSums(story)).toEqual({ [UNKNOWN_TICKETS]: 1 });
      expectAllArrived(story);
    },
  );

  it('are named when they are restored before they were sent', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');

    const ticket = actions.createTicket({ groupId: group.id });
    actions.trash(ticket.id);
    await story.platform.advance(20_000);
    actions.restore(ticket.id);
    await story.minutes(12);

    expect(queueSums(story)).toEqual({ 'CustomerService email Tickets': 1 });
    expectAllArrived(story);
  });

  it('count nowhere when they were outbound, migrated, internal tasks or alerts of the app', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');

    const tickets = [
      actions.createTicket({ groupId: group.id, source: 10 }),
      actions.createTicket({ groupId: group.id, importId: '55' }),
      actions.createTicket({ groupId: group.id, source: 14 }),
      actions.createTicket({ groupId: group.id, tags: ['injixo-connect-alert'] }),
    ];
    await story.minutes(12);
    tickets.forEach(({ id }) => actions.trash(id));
    await story.minutes(80);

    expect(queueSums(story)).toEqual({});
    expectAllArrived(story);
  });
});

describe('names of queues', () => {
  it('use the label of a source of the account, and its number where it has none', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    const kiosk = actions.addSource('  Kiosk\tin the   lobby ');

    actions.createTicket({ groupId: group.id, source: kiosk });
    actions.createTicket({ groupId: group.id, source: 4711 });
    await story.minutes(12);

    expect(queueSums(story)).toEqual({
      'CustomerService Kiosk in the lobby Tickets': 1,
      'CustomerService source 4711 Tickets': 1,
    });
  });

  it.each([
    ['white space', '  Customer \n  Service ', /^Customer Service email Tickets$/],
    ['control characters', 'Customer\u0000Service\u200b', /^Customer ?Service email Tickets$/],
    ['nothing to see', ' \u200b ', /^Group \d+ email Tickets$/],
    ['three hundred characters', 'x'.repeat(300), /^x{73} #\d{11} email Tickets$/],
    ['a name in another script', 'お客様 🙂', /^お客様 🙂 email Tickets$/],
  ])('are tidy whatever the group is called: %s', async (_what, groupName, expected) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup(groupName);

    actions.createTicket({ groupId: group.id });
    await story.minutes(12);

    const [name = ''] = Object.keys(queueSums(story));
    expect(name).toMatch(expected);
    expect(name.length).toBeLessThanOrEqual(100);
    expect(outboxIds(story)).toEqual([]);
  });

  it('tell the channel of a reply where it is not the one of its ticket', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    const phoned = actions.createTicket({ groupId: group.id, source: 3 });
    const outbound = actions.createTicket({ groupId: group.id, source: 10 });
    await story.minutes(3);

    for (const channel of ['email', 'portal', 'twitter', 'facebook', 'ecommerce', 'mobihelp'] as const) {
      actions.customerReply(phoned.id, { channel });
      await story.platform.advance(2_000);
    }
    actions.customerReply(outbound.id, { channel: 'portal' });
    await story.minutes(12);

    expect(queueSums(story)).toEqual({
      'CustomerService phone Tickets': 1,
      'CustomerService email Replies': 2,
      'CustomerService phone Replies': 1,
      'CustomerService twitter Replies': 1,
      'CustomerService facebook Replies': 1,
      'CustomerService ecommerce Replies': 1,
      'CustomerService mobihelp Replies': 1,
    });
    expectAllArrived(story);
  });
});

describe('two groups of one name', () => {
  it.each([
    ['made anew after the first was deleted', 'Sales', true],
    ['beside the first', 'Sales', false],
    ['with an invisible character', 'Sa\u200bles', false],
  ])('have queues that can be told apart: %s', async (_how, name, isFirstDeleted) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const first = actions.createGroup('Sales');
    actions.createTicket({ groupId: first.id });
    await story.minutes(12);
    if (isFirstDeleted) actions.deleteGroup(first.id);
    const second = actions.createGroup(name);
    actions.createTicket({ groupId: second.id });
    await story.minutes(12);

    expect(queueSums(story)).toEqual({
      'Sales email Tickets': 1,
      [`Sales #${second.id} email Tickets`]: 1,
    });
    expectAllArrived(story);
  });

  it('whose names and sources only together are the same', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const [first, second] = [actions.createGroup('Sales'), actions.createGroup('Sales web')];
    actions.createTicket({ groupId: first.id, source: 15 });
    await story.minutes(12);
    actions.createTicket({ groupId: second.id, source: 7 });
    await story.minutes(12);

    expect(queueSums(story)).toEqual({
      'Sales web chat Tickets': 1,
      [`Sales web #${second.id} chat Tickets`]: 1,
    });
    expectAllArrived(story);
  });
});
