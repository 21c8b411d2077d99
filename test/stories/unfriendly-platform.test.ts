import type { PlatformFaults } from '../../sandbox/platform/faults';
import { expectAllArrived, explain } from './explain';
import { MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** An hour of a helpdesk: tickets of two groups, replies, spam, deleted tickets and some without a group. */
async function playHour(story: Story): Promise<void> {
  const { actions } = story.freshdesk;
  const groups = ['Care', 'Sales'].map((name) => actions.createGroup(name).id);
  for (let count = 0; count < 30; count += 1) {
    const ticket = actions.createTicket({ groupId: count % 7 === 6 ? null : (groups[count % 2] ?? null) });
    await story.platform.advance(50 * SECOND);
    actions.customerReply(ticket.id, { channel: count % 2 === 0 ? 'email' : 'portal' });
    if (count % 5 === 4) actions.markSpam(ticket.id);
    if (count % 11 === 10) actions.trash(ticket.id);
    await story.platform.advance(70 * SECOND);
  }
}

describe('a platform that is slow to know', () => {
  it.each<[string, Partial<PlatformFaults>]>([
    ['leases that expire late', { lateTtlMs: 40 * SECOND }],
    ['leases that never seem to expire', { lateTtlMs: 24 * 60 * MINUTE }],
    ['values that are read as they were a moment ago', { staleReadMs: 5 * SECOND }],
    ['listings that still show deleted records', { listingShowsDeletedMs: 20 * MINUTE }],
    ['listings that do not show new records yet', { listingMissesNewMs: 3 * MINUTE }],
    ['a clock that is five minutes ahead', { clockSkewMs: 5 * MINUTE }],
    ['a clock that is five minutes behind', { clockSkewMs: -5 * MINUTE }],
    [
      'all of it',
      {
        lateTtlMs: 40 * SECOND,
        listingShowsDeletedMs: 10 * MINUTE,
        listingMissesNewMs: 2 * MINUTE,
        staleReadMs: 3 * SECOND,
      },
    ],
  ])('delays contacts, and loses and doubles none: %s', async (_what, faults) => {
    const story = await startStory();
    Object.assign(story.platform.faults, faults);

    await playHour(story);
    await story.minutes(30);
    Object.assign(story.platform.faults, { listingShowsDeletedMs: 0 });
    await story.minutes(30);

    expect(explain(story, { namedWithinMs: 60 * MINUTE })).toMatchObject({ details: [] });
    expectAllArrived(story, { namedWithinMs: 60 * MINUTE });
  });

  it('has no entity store: the scan delivers everything, a little later', async () => {
    const story = await startStory();
    story.platform.faults.entityStoreOff = true;

    await playHour(story);
    await story.minutes(120);

    expectAllArrived(story, { namedWithinMs: 120 * MINUTE });
    const { answer } = await story.platform.callFunction('getOverview');
    expect(answer).toMatchObject({
      response: { light: { kind: 'operational' }, overview: { entityStoreAvailable: false, waiting: 0 } },
    });
  });

  it('loses a third of the events and repeats another: nothing is lost or doubled', async () => {
    const story = await startStory({ seed: 11 });
    Object.assign(story.platform.faults.events, {
      dropRate: 0.3,
      repeatRate: 0.3,
      lateRate: 0.3,
      lateMs: 10 * MINUTE,
    });

    await playHour(story);
    await story.minutes(120);

    expectAllArrived(story, { namedWithinMs: 120 * MINUTE });
  });

  it.each([429, 500])('refuses one call in ten with %i', async (status) => {
    const story = await startStory();
    story.expectError(/run stopped|recurring schedule cannot be checked/);
    let calls = 0;
    story.platform.faults.refuse = () => {
      calls += 1;
      return calls % 10 === 0 ? { status, message: 'Try again' } : null;
    };

    await playHour(story);
    story.platform.faults.refuse = null;
    await story.minutes(120);

    expect(explain(story, { namedWithinMs: 180 * MINUTE })).toMatchObject({
      lost: 0,
      doubled: 0,
      wrongQueue: 0,
    });
  });
});
