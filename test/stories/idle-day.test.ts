import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import { expectAllArrived } from './explain';
import { DAY, HOUR, MINUTE, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** Credits of the Freshdesk calls until then: a list with stats costs three. */
async function creditsUntil(story: Story, until: number): Promise<number> {
  let credits = 0;
  while (story.clock.now() < until) {
    story.network.clearRequests();
    await story.minutes(60);
    const calls = story.network.requests().filter(({ host }) => host === FRESHDESK_HOST);
    for (const { query } of calls) credits += query.includes('include=stats') ? 3 : 1;
  }
  return credits;
}

it('a day without any contact costs 288 runs and at most 400 credits', async () => {
  const story = await startStory();
  await story.minutes(2 * 60);
  const before = story.platform.usage();

  expect(await creditsUntil(story, story.clock.now() + DAY)).toBeLessThanOrEqual(400);

  const { kv, entity } = story.platform.usage();
  expect(entity.calls - before.entity.calls).toBe(288);
  expect(kv.calls - before.kv.calls).toBeLessThanOrEqual(2_019);
});

it('what no event told is found after quiet hours all the same, a reply too', async () => {
  const story = await startStory();
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  await story.minutes(3 * 60);
  story.platform.faults.events.dropRate = 1;
  const { id } = actions.createTicket({ groupId });
  await story.minutes(3 * 60);
  actions.customerReply(id, { channel: 'email' });
  await story.minutes(60);

  expectAllArrived(story, { namedWithinMs: HOUR });
  const delays = story.injixo.receipts.map(({ at, timestamp }) => at - Date.parse(timestamp));
  expect(delays).toHaveLength(2);
  for (const delay of delays) expect(delay).toBeLessThan(26 * MINUTE);
});
