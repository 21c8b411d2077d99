import { queueSums } from './explain';
import { askedOfFreshdesk, openTicketPage, startLiveStory } from './live-only';
import { endStories } from './story';

afterEach(endStories);

it('counts by events alone; the name of a group comes from its own event, or from the page of one of its tickets', async () => {
  const story = await startLiveStory({ installs: false });
  const { actions } = story.freshdesk;
  const old = actions.createGroup('CustomerService');
  await story.minutes(1);
  await story.platform.install(story.settings());
  const made = actions.createGroup('Sales');
  const first = actions.createTicket({ source: 1, groupId: made.id });
  const second = actions.createTicket({ source: 7, groupId: old.id });
  await story.minutes(12);
  const before = queueSums(story);
  await openTicketPage(story, second.id);
  actions.customerReply(first.id, { channel: 'portal' });
  await story.minutes(6);

  expect(before).toEqual({ 'Sales email Tickets': 1 });
  expect(queueSums(story)).toEqual({
    'Sales email Tickets': 1,
    'CustomerService chat Tickets': 1,
    'Sales email Replies': 1,
  });
  expect(askedOfFreshdesk(story)).toEqual([]);
});
