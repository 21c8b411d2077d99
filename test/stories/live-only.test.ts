import { askOverview } from './ask-page';
import { outboxIds, queueSums } from './explain';
import { askedOfFreshdesk, openTicketPage, startLiveStory, unheard, waitsOf } from './live-only';
import { DAY, endStories, MINUTE, SECOND, startStory, type Story } from './story';

afterEach(endStories);

const CHAT = 7;
const UNKNOWN_TICKETS = 'Unknown group/source Tickets';
const UNKNOWN_REPLIES = 'Unknown group/source Replies';

function expectNothingWaits(story: Story): void {
  expect(outboxIds(story)).toEqual([]);
  expect(waitsOf(story)).toEqual({});
  expect(askedOfFreshdesk(story)).toEqual([]);
}

it('counts tickets and replies as their events tell, each once and in the right queue', async () => {
  const story = await startLiveStory();
  const { actions } = story.freshdesk;
  const sales = actions.createGroup('Sales');
  const care = actions.createGroup('Care');
  const mail = actions.createTicket({ groupId: sales.id });
  actions.createTicket({ source: 3 });
  const moved = actions.createTicket({ groupId: sales.id });
  const spam = actions.createTicket({ groupId: sales.id });
  const chat = actions.createTicket({ groupId: care.id, source: CHAT });
  await story.platform.advance(20 * SECOND);
  actions.changeGroup(moved.id, care.id);
  actions.markSpam(spam.id);
  actions.customerReply(mail.id, { channel: 'email' });
  actions.customerReply(chat.id, { channel: 'chat' });
  actions.customerReply(chat.id, { channel: 'phone' });
  await story.minutes(20);

  expect(queueSums(story)).toEqual({
    'Sales email Tickets': 1,
    'No group phone Tickets': 1,
    'Care email Tickets': 1,
    'Care chat Tickets': 1,
    [UNKNOWN_TICKETS]: 1,
    'Sales email Replies': 1,
    'Care chat Replies': 1,
    'Care phone Replies': 1,
  });
  expectNothingWaits(story);

  actions.changeGroup(mail.id, care.id);
  await story.platform.advance(5 * SECOND);
  actions.customerReply(mail.id, { channel: 'email' });
  actions.trash(moved.id);
  await story.minutes(20);

  expect(queueSums(story)).toMatchObject({ 'Care email Replies': 1, [UNKNOWN_TICKETS]: 2 });
  expectNothingWaits(story);
});

it('sends contacts of a group once its name is known: from a ticket page, a person, or as Unknown when it is gone', async () => {
  const story = await startLiveStory();
  const { actions } = story.freshdesk;
  const [seen, typed, gone] = ['Seen', 'Typed', 'Gone'].map(
    (name) => unheard(story, () => actions.createGroup(name)).id,
  );
  const first = actions.createTicket({ groupId: seen ?? 0 });
  actions.createTicket({ groupId: typed ?? 0 });
  actions.createTicket({ groupId: gone ?? 0 });
  await story.minutes(20);
  expect(queueSums(story)).toEqual({});
  expect(outboxIds(story)).toEqual([]);

  await openTicketPage(story, first.id);
  await story.platform.callFunction('nameGroup', { request: { kind: 'group', id: typed, name: 'Called' } });
  actions.deleteGroup(gone ?? 0);
  await story.minutes(12);

  expect(queueSums(story)).toEqual({
    'Seen email Tickets': 1,
    'Called email Tickets': 1,
    [UNKNOWN_TICKETS]: 1,
  });
  expectNothingWaits(story);
});

describe('a reply on a ticket older than the installation', () => {
  async function replied() {
    const story = await startLiveStory();
    const group = story.freshdesk.actions.createGroup('Sales');
    const ticket = unheard(story, () => story.freshdesk.actions.createTicket({ groupId: group.id }));
    story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
    await story.platform.advance(MINUTE);
    story.freshdesk.actions.customerReply(ticket.id, { channel: 'email' });
    await story.minutes(20);
    expect(queueSums(story)).toEqual({});
    expect(outboxIds(story)).toEqual([]);
    return { story, ticket: { id: ticket.id, groupId: group.id } };
  }

  it('is sent after the ticket’s next event', async () => {
    const { story, ticket } = await replied();
    story.platform.faults.events.plan = () => [0];

    story.freshdesk.actions.changeStatus(ticket.id, 3);
    await story.minutes(12);

    expect(queueSums(story)).toEqual({ 'Sales email Replies': 1 });
    expectNothingWaits(story);
  });

  it('takes the place that its ticket has when that is told, also while injixo refuses', async () => {
    const { story, ticket } = await replied();
    const { actions } = story.freshdesk;
    story.platform.faults.events.plan = ({ name }) => (name === 'onConversationCreate' ? [0] : []);
    // Freshdesk makes the first message of a chat by itself.
    const chat = actions.createTicket({ groupId: ticket.groupId, source: CHAT });
    await story.minutes(5);
    expect(waitsOf(story)).toEqual({ facts: 2 });
    story.platform.faults.events.plan = () => [0];
    story.injixo.faults.add({ kind: 'status', status: 503 });
    for (const { id } of [ticket, chat]) actions.changeStatus(id, 3);
    await story.minutes(30);
    expect(waitsOf(story)).toEqual({ sending: 1 });
    actions.changeGroup(ticket.id, actions.createGroup('Care').id);
    await story.minutes(20);
    story.skip(DAY + 6 * 60 * MINUTE);
    story.injixo.faults.clear();
    await story.minutes(60);

    expect(queueSums(story)).toEqual({ 'Sales email Replies': 1 });
    expectNothingWaits(story);
  });

  it('counts as Unknown after 24 hours', async () => {
    const { story } = await replied();

    story.skip(DAY - 30 * MINUTE);
    await story.minutes(5);
    expect(queueSums(story)).toEqual({});
    await story.minutes(20);

    expect(queueSums(story)).toEqual({ [UNKNOWN_REPLIES]: 1 });
    expectNothingWaits(story);
  });
});

it('keeps everything while injixo refuses for hours, in a store that does not fill', async () => {
  const story = await startLiveStory();
  const { actions } = story.freshdesk;
  const group = actions.createGroup('Sales');
  await story.minutes(10);
  story.injixo.faults.add({ kind: 'status', status: 503 });
  let most = 0;
  for (let minute = 0; minute < 120; minute += 1) {
    for (let n = 0; n < 5; n += 1) {
      const ticket = actions.createTicket({ groupId: group.id });
      await story.platform.advance(4 * SECOND);
      for (const status of [3, 6, 5]) actions.changeStatus(ticket.id, status);
      await story.platform.advance(8 * SECOND);
    }
    most = Math.max(most, outboxIds(story).length);
  }
  expect(most).toBeLessThan(250);
  expect(waitsOf(story)['sending']).toBeGreaterThan(500);

  story.injixo.faults.clear();
  await story.minutes(60);

  expect(queueSums(story)).toEqual({ 'Sales email Tickets': 600 });
  expectNothingWaits(story);
});

it('keeps contacts out of the outbox while injixo asks to wait for a day', async () => {
  const story = await startLiveStory();
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Sales').id;
  await story.minutes(10);
  story.injixo.faults.add({
    kind: 'status',
    status: 429,
    retryAfter: String(DAY / SECOND),
    onlyWithContacts: true,
    times: 1,
  });
  actions.createTicket({ groupId });
  await story.minutes(20);
  actions.createTicket({ groupId });
  await story.minutes(10);

  expect(outboxIds(story)).toEqual([]);
  expect(waitsOf(story)).toEqual({ sending: 2 });

  story.skip(DAY);
  await story.minutes(20);

  expect(queueSums(story)).toEqual({ 'Sales email Tickets': 2 });
  expectNothingWaits(story);
});

it('delays nobody for what waits for a name or for facts', async () => {
  const story = await startLiveStory();
  const { actions } = story.freshdesk;
  const named = actions.createGroup('Sales');
  const unnamed = unheard(story, () => actions.createGroup('Nobody'));
  const old = unheard(story, () =>
    [...Array(300).keys()].map(() => actions.createTicket({ groupId: named.id })),
  );
  await story.platform.advance(MINUTE);
  story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
  for (const ticket of old) {
    actions.customerReply(ticket.id, { channel: 'email' });
    actions.createTicket({ groupId: unnamed.id });
    await story.platform.advance(SECOND);
  }
  await story.minutes(5);
  for (let n = 0; n < 10; n += 1) actions.createTicket({ groupId: named.id });
  await story.minutes(6);

  expect(queueSums(story)).toEqual({ 'Sales email Tickets': 10 });
  expect(waitsOf(story)).toEqual({ names: 300, facts: 300 });
  expect(outboxIds(story)).toEqual([]);
});

/** A reply, the second message of a chat of which no event told anything, that waits for the chat's facts. */
async function withUnknownChat(story: Story) {
  const { actions } = story.freshdesk;
  const groupId = unheard(story, () => actions.createGroup('Care')).id;
  const chat = unheard(story, () => actions.createTicket({ groupId, source: CHAT }));
  await story.platform.advance(2 * SECOND);
  unheard(story, () => actions.customerReply(chat.id, { channel: 'chat' }));
  await story.platform.advance(2 * SECOND);
  story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
  const reply = actions.customerReply(chat.id, { channel: 'chat' });
  await story.minutes(15);
  story.platform.faults.events.plan = null;
  expect(waitsOf(story)).toEqual({ facts: 1 });
  return { chat: { id: chat.id, groupId }, reply: { createdAt: reply?.createdAt ?? 0 } };
}

describe('a Freshdesk key that comes later', () => {
  async function withWaiting() {
    const story = await startLiveStory();
    const { actions } = story.freshdesk;
    const key = story.freshdesk.admin.apiKey;
    const group = unheard(story, () => actions.createGroup('Sales'));
    const old = unheard(story, () => actions.createTicket({ groupId: group.id }));
    actions.createTicket({ groupId: group.id });
    story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
    await story.platform.advance(MINUTE);
    actions.customerReply(old.id, { channel: 'email' });
    await story.minutes(15);
    expect(waitsOf(story)).toEqual({ names: 1, facts: 1 });
    expect(askedOfFreshdesk(story)).toEqual([]);
    story.platform.faults.events.plan = null;
    return { story, group, key };
  }

  it('sends what waited for names and facts, and counts nothing again', async () => {
    const { story, key } = await withWaiting();

    story.change({ freshdesk_api_key: key });
    await story.minutes(60);

    expect(queueSums(story)).toEqual({ 'Sales email Tickets': 1, 'Sales email Replies': 1 });
    expect(waitsOf(story)).toEqual({});
  });

  it('and goes again leaves names and ledger as they are', async () => {
    const { story, group, key } = await withWaiting();
    story.change({ freshdesk_api_key: key });
    await story.minutes(30);
    story.change({ freshdesk_api_key: '' });
    const before = story.freshdesk.calls.list;
    story.freshdesk.actions.createTicket({ groupId: group.id });
    await story.minutes(20);

    expect(queueSums(story)).toEqual({ 'Sales email Tickets': 2, 'Sales email Replies': 1 });
    expect(story.freshdesk.calls.list).toBe(before);
    expect(outboxIds(story)).toEqual([]);
    expect(story.platform.stores().keyValues['state']).toMatchObject({
      completeUntil: null,
      checkedFrom: null,
    });
  });

  it('finds what no event told past a waiting reply whose chat cannot be read, and names that', async () => {
    const story = await startLiveStory();
    const { actions, faults } = story.freshdesk;
    const { chat, reply } = await withUnknownChat(story);
    faults.add({ kind: 'status', status: 500, family: 'conversations', ticketId: chat.id });
    story.change({ freshdesk_api_key: story.freshdesk.admin.apiKey });
    await story.minutes(30);
    unheard(story, () => actions.createTicket({ groupId: chat.groupId }));
    await story.minutes(60);

    expect(queueSums(story)).toEqual({ 'Care email Tickets': 1 });
    expect(waitsOf(story)).toEqual({ facts: 1 });
    const { setAside, completeUntil, due } = await askOverview(story);
    expect({ setAside, due }).toEqual({ setAside: [expect.objectContaining({ ticketId: chat.id })], due: 0 });
    expect(completeUntil).toBeGreaterThan(reply.createdAt);

    faults.clear();
    await story.minutes(70);

    expect(queueSums(story)).toEqual({ 'Care email Tickets': 1, 'Care chat Replies': 1 });
    expect(waitsOf(story)).toEqual({});
    expect((await askOverview(story))['setAside']).toEqual([]);
  });
});

it.each([
  ['after the scan listed them', 12],
  ['before a scan listed them', 5],
])(
  'a Freshdesk key that goes %s leaves what is known of chats: their first message is no contact later',
  async (_when, minutes) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    await story.minutes(10);
    story.platform.faults.events.plan = ({ name }) => [
      name === 'onConversationCreate' ? (minutes + 1) * MINUTE : 0,
    ];
    actions.createTicket({ groupId, source: CHAT });
    await story.minutes(minutes);
    story.change({ freshdesk_api_key: '' });
    await story.minutes(20);

    expect(queueSums(story)).toEqual({ 'Care chat Tickets': 1 });
    expect(waitsOf(story)).toEqual({});
    expect(outboxIds(story)).toEqual([]);
  },
);
