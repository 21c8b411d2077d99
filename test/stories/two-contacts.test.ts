import { expectAllArrived, queueSums } from './explain';
import { DAY, MINUTE, endStories, startStory } from './story';

afterEach(endStories);

describe('the story of the product', () => {
  it('counts an e-mail ticket and the second e-mail two days later as two contacts in two queues', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');

    const ticket = actions.createTicket({ groupId: group.id });
    await story.platform.advance(20 * MINUTE);
    actions.agentReply(ticket.id);
    actions.close(ticket.id);
    story.skip(2 * DAY);
    actions.customerReply(ticket.id, { channel: 'email' });
    await story.platform.advance(20 * MINUTE);

    expect(queueSums(story)).toEqual({
      'CustomerService email Tickets': 1,
      'CustomerService email Replies': 1,
    });
    expectAllArrived(story);
  });

  it('puts a chat reply and an e-mail reply on one chat ticket into two queues of replies', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');

    const ticket = actions.createTicket({ groupId: group.id, source: 7 });
    await story.minutes(3);
    actions.customerReply(ticket.id, { channel: 'chat' });
    await story.minutes(3);
    actions.customerReply(ticket.id, { channel: 'email' });
    await story.minutes(20);

    expect(queueSums(story)).toEqual({
      'CustomerService chat Tickets': 1,
      'CustomerService chat Replies': 1,
      'CustomerService email Replies': 1,
    });
    expectAllArrived(story);
  });
});
