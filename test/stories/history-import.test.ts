import { askOverview } from './ask-page';
import { isDone, startHistory, untilDone, wrongIn } from './history-story';
import { endStories } from './story';

afterEach(endStories);

it('imports every contact of the past once, in its queue', async () => {
  const past = { tickets: 600, days: 30, massUpdate: 150, longTicket: 250 };
  const history = await startHistory(past);

  await untilDone(history.story);
  await history.story.minutes(10);

  expect(wrongIn(history)).toEqual([]);
  expect(history.story.injixo.receipts.length).toBeGreaterThan(1000);
});

it('gets on with ten calls a minute, names of new queues among them', async () => {
  const history = await startHistory({ tickets: 60, days: 20, repliedShare: 1 });
  Object.assign(history.story.freshdesk.limits, { totalPerMinute: 20, listPerMinute: 20 });

  await untilDone(history.story, 120);

  expect(wrongIn(history)).toEqual([]);
});

it('goes on while live contacts wait for their groups, which is no delay', async () => {
  const { story } = await startHistory({ tickets: 40, days: 20 });
  const dues = new Set<string>();

  for (let count = 0; count < 12 && !isDone(story); count += 1) {
    story.freshdesk.actions.createTicket();
    await story.minutes(5);
    const { due = 0 } = await askOverview(story);
    dues.add(String(due));
  }

  expect(isDone(story)).toBe(true);
  expect([...dues]).toEqual(['0']);
});
