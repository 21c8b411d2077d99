import { isDone, startHistory, untilDone, wrongIn } from './history-story';
import { explain, queueSums } from './explain';
import { endStories, HOUR, MINUTE, startStory, type Story } from './story';

afterEach(endStories);

/** Half of an hourly account's 3,000 credits. */
const HALF = 1_500;

/** The most credits used in any of the clock's hours while so many pass, and how many calls were refused. */
async function use(
  story: Story,
  hours: number,
): Promise<{ readonly most: number; readonly refused: number }> {
  let most = 0;
  const endsAt = story.clock.now() + hours * HOUR;
  while (story.clock.now() < endsAt) {
    await story.minutes(1);
    most = Math.max(most, story.freshdesk.usedCredits());
  }
  return { most, refused: story.network.requests().filter(({ status }) => status === 429).length };
}

it('an import of 8,000 tickets uses half of the hour of an account limited per hour, and live contacts are as fast as ever', async () => {
  const { story } = await startHistory({ tickets: 8_000, days: 60 }, { plan: 'hourly' });
  const group = story.freshdesk.actions.createGroup('Live');

  const first = await use(story, 1);
  story.freshdesk.actions.createTicket({ groupId: group.id });
  await story.minutes(4);
  const arrived = queueSums(story)['Live email Tickets'];
  const second = await use(story, 0.25);

  expect(isDone(story)).toBe(false);
  expect(arrived).toBe(1);
  expect([first.refused, second.refused]).toEqual([0, 0]);
  expect(Math.max(first.most, second.most)).toBeLessThanOrEqual(HALF);
  expect(first.most).toBeGreaterThan(HALF / 2);
});

it('the import comes to its end, and what others use is theirs: a tenth stays untouched', async () => {
  const history = await startHistory({ tickets: 900, days: 20 }, { plan: 'hourly' });
  const { story } = history;
  await story.minutes(20);
  story.freshdesk.spendCredits(2_690 - story.freshdesk.usedCredits());

  const { most, refused } = await use(story, 0.5);
  expect(most).toBeLessThanOrEqual(2_710);
  expect(refused).toBe(0);
  await untilDone(story);
  expect(wrongIn(history)).toEqual([]);
});

it('without any import all contacts of a busy hour arrive within minutes', async () => {
  const story = await startStory({ plan: 'hourly' });
  const groups = ['Care', 'Sales'].map((name) => story.freshdesk.actions.createGroup(name).id);
  for (let minute = 0; minute < 90; minute += 1) {
    for (let nth = 0; nth < 6; nth += 1) {
      story.freshdesk.actions.createTicket({ groupId: groups[nth % 2] ?? null });
      await story.platform.advance(MINUTE / 6);
    }
  }
  await story.minutes(6);

  expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  expect(story.injixo.receipts).toHaveLength(540);
  expect(story.freshdesk.usedCredits()).toBeLessThanOrEqual(HALF);
});
