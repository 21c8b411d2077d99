import { expectAllArrived } from './explain';
import { HOUR, MINUTE, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** Minutes after `from` in which a run began. */
function runsSince({ platform }: Story, from: number): readonly number[] {
  const starts = platform.invocations().map(({ startedAt }) => startedAt);
  return starts.filter((at) => at >= from).map((at) => Math.floor((at - from) / MINUTE));
}

it('runs go every minute from the first contact after quiet hours until 30 minutes after the last', async () => {
  const story = await startStory();
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  await story.minutes(4 * 60);
  const quietFrom = story.clock.now() - 2 * HOUR;
  expect(runsSince(story, quietFrom)).toHaveLength(24);

  const first = story.clock.now();
  actions.createTicket({ groupId });
  await story.minutes(20);
  actions.createTicket({ groupId });
  await story.minutes(90);

  const runs = new Set(runsSince(story, first));
  const everyMinute = [...Array(40).keys()].map((minute) => minute + 11);
  expect(everyMinute.filter((minute) => !runs.has(minute))).toEqual([]);
  const lateRuns = [...runs].filter((minute) => minute >= 60);
  expect(lateRuns).toHaveLength(10);
  const delays = story.injixo.receipts.map(({ at, timestamp }) => at - Date.parse(timestamp));
  expect(delays[0]).toBeLessThan(6.1 * MINUTE);
  expect(delays[1]).toBeLessThan(2.1 * MINUTE);
  expectAllArrived(story);
});
