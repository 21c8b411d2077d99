import type { ProductEvent } from '../../sandbox/platform/faults';
import { expectAllArrived, queueSums } from './explain';
import { DAY, MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

interface Day {
  readonly story: Story;
  readonly events: readonly ProductEvent[];
}

/** A day on which all of Freshdesk's deliveries are lost, and these events. */
async function dayWithLostEvents(): Promise<Day> {
  const story = await startStory();
  const { actions } = story.freshdesk;
  const events: ProductEvent[] = [];
  story.platform.faults.events.plan = () => [];
  story.freshdesk.onEvent((event) => void events.push(event));
  const group = actions.createGroup('CustomerService');

  const ticket = actions.createTicket({ groupId: group.id });
  const spam = actions.createTicket({ groupId: group.id });
  await story.platform.advance(5 * SECOND);
  actions.customerReply(ticket.id, { channel: 'email' });
  actions.markSpam(spam.id);
  await story.platform.advance(5 * SECOND);
  return { story, events };
}

const ONCE = {
  'CustomerService email Tickets': 1,
  'CustomerService email Replies': 1,
  'Unknown group/source Tickets': 1,
};

function deliverAll(story: Story, events: readonly ProductEvent[]): Promise<unknown> {
  return Promise.all(events.map((event) => story.platform.deliver(event)));
}

describe('an event that arrives more than once', () => {
  it('counts once when it is delivered three times, last first, and all at the same moment', async () => {
    const { story, events } = await dayWithLostEvents();

    await deliverAll(story, [...events, ...events, ...events].reverse());
    await story.minutes(20);

    expect(queueSums(story)).toEqual(ONCE);
    expectAllArrived(story);
  });

  it('counts once when it comes again minutes later and a month later', async () => {
    const { story, events } = await dayWithLostEvents();

    await deliverAll(story, events);
    await story.minutes(12);
    await deliverAll(story, [...events].reverse());
    await story.minutes(12);
    story.skip(30 * DAY);
    await deliverAll(story, events);
    await story.minutes(12);

    expect(queueSums(story)).toEqual(ONCE);
    expectAllArrived(story);
  });

  it.each([
    ['in their order', (events: readonly ProductEvent[]) => events],
    ['last first', (events: readonly ProductEvent[]) => [...events].reverse()],
  ])('counts once when events trickle in, %s, with a run between each two', async (_how, order) => {
    const { story, events } = await dayWithLostEvents();

    for (const event of order(events)) {
      await story.platform.deliver(event);
      await story.minutes(7);
    }

    expect(queueSums(story)).toEqual(ONCE);
    expectAllArrived(story);
  });

  it.each([7, 8, 9])(
    'counts once when the platform repeats and delays events as it likes (%i)',
    async (seed) => {
      const story = await startStory({ seed });
      const { actions } = story.freshdesk;
      Object.assign(story.platform.faults.events, {
        repeatRate: 0.7,
        repeatTimes: 2,
        lateRate: 0.5,
        lateMs: 8 * MINUTE,
      });
      const group = actions.createGroup('CustomerService');

      for (let count = 0; count < 12; count += 1) {
        const { id } = actions.createTicket({ groupId: group.id });
        await story.platform.advance(20 * SECOND);
        actions.customerReply(id, { channel: 'portal' });
        if (count % 4 === 3) actions.trash(id);
        await story.platform.advance(20 * SECOND);
      }
      await story.minutes(40);

      expectAllArrived(story);
    },
  );
});
