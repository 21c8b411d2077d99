import { outboxIds, queueSums } from './explain';
import { askedOfFreshdesk, openTicketPage, startLiveStory, waitsOf } from './live-only';
import { DAY, endStories, HOUR, MINUTE, SECOND, type Story } from './story';

afterEach(endStories);

const CHAT = 7;
const FAX = 101;

/** What was there before the installation, of which no event told. */
async function startWithPast() {
  const story = await startLiveStory({ installs: false });
  const { actions } = story.freshdesk;
  const [seen = 0, typed = 0, gone = 0] = ['Seen', 'Typed', 'Gone'].map(
    (name) => actions.createGroup(name).id,
  );
  actions.addSource('Fax', FAX);
  const [told, untold] = [actions.createTicket({ groupId: seen }), actions.createTicket({ groupId: seen })];
  await story.minutes(1);
  await story.platform.install(story.settings());
  await story.minutes(8);
  return { story, actions, groups: { seen, typed, gone }, told, untold };
}

/** Lets what is told reach injixo: longer than a ticket without a group waits for one. */
async function settle({ platform }: Story): Promise<void> {
  await platform.advance(15 * MINUTE);
}

it('two days with the injixo API key alone: each contact once, in the right queue, and Freshdesk is never asked', async () => {
  const { story, actions, groups, told, untold } = await startWithPast();
  const sales = actions.createGroup('Sales').id;
  const care = actions.createGroup('Care').id;

  // A ticket with a group, one without, one that moves before it is sent, spam, and a chat with its repeated first message.
  const mail = actions.createTicket({ groupId: sales });
  actions.createTicket({ source: 3 });
  const moved = actions.createTicket({ groupId: sales });
  const spam = actions.createTicket({ groupId: sales });
  const chat = actions.createTicket({ groupId: care, source: CHAT });
  await story.platform.advance(20 * SECOND);
  actions.changeGroup(moved.id, care);
  actions.markSpam(spam.id);
  await settle(story);
  // Once they are sent: replies by the ticket's channel and by another, a deletion, a ticket that moves.
  actions.customerReply(chat.id, { channel: 'chat' });
  actions.customerReply(chat.id, { channel: 'email' });
  actions.trash(moved.id);
  actions.changeGroup(mail.id, care);
  await story.platform.advance(5 * SECOND);
  actions.customerReply(mail.id, { channel: 'email' });
  // Tickets of groups and of a source whose names nobody told.
  const first = actions.createTicket({ groupId: groups.seen });
  actions.createTicket({ groupId: groups.typed });
  actions.createTicket({ groupId: groups.gone });
  actions.createTicket({ groupId: sales, source: FAX });
  await settle(story);
  expect(waitsOf(story)).toEqual({ names: 4 });

  await openTicketPage(story, first.id);
  const names = [
    { kind: 'group', id: groups.typed, name: 'Typed by hand' },
    { kind: 'source', id: FAX, name: 'Fax' },
  ];
  await story.platform.callFunction('nameGroup', { request: { names } });
  actions.deleteGroup(groups.gone);
  actions.deleteGroup(care);
  await settle(story);
  // A group that is gone names no new queue; one that was sent keeps its name.
  actions.createTicket({ groupId: care, source: 3 });
  actions.customerReply(chat.id, { channel: 'chat' });
  // Replies on tickets older than the installation: of one, the next event tells where it belongs.
  story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
  for (const { id } of [told, untold]) actions.customerReply(id, { channel: 'email' });
  await settle(story);
  expect(waitsOf(story)).toEqual({ facts: 2 });
  story.platform.faults.events.plan = null;
  actions.changeStatus(told.id, 3);
  await settle(story);
  expect(waitsOf(story)).toEqual({ facts: 1 });
  story.skip(DAY - HOUR);
  await story.minutes(90);

  const expected = {
    'Sales email Tickets': 1,
    'No group phone Tickets': 1,
    'Care email Tickets': 1,
    'Care chat Tickets': 1,
    'Care chat Replies': 2,
    'Care email Replies': 2,
    'Seen email Tickets': 1,
    'Seen email Replies': 1,
    'Typed by hand email Tickets': 1,
    'Sales Fax Tickets': 1,
    'Unknown group/source Tickets': 4,
    'Unknown group/source Replies': 1,
  };
  expect(queueSums(story)).toEqual(expected);
  expect(story.injixo.receipts).toHaveLength(Object.values(expected).reduce((sum, each) => sum + each));
  expect({ waits: waitsOf(story), outbox: outboxIds(story) }).toEqual({ waits: {}, outbox: [] });
  expect(askedOfFreshdesk(story)).toEqual([]);
});

it('names a group before the first run has come', async () => {
  const story = await startLiveStory({ installs: false });
  const { id } = story.freshdesk.actions.createGroup('Nobody told');
  await story.minutes(1);
  await story.platform.install(story.settings());
  const request = { kind: 'group', id, name: 'Named at once' };

  const { answer } = await story.platform.callFunction('nameGroup', { request });

  expect(answer).toMatchObject({ ok: true, response: { ok: true, names: [request] } });
  story.freshdesk.actions.createTicket({ groupId: id });
  await story.minutes(12);
  expect(queueSums(story)).toEqual({ 'Named at once email Tickets': 1 });
});
