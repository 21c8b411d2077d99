import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import { pressStart } from '../../sandbox/scenarios/history/press-start';
import { PLANS } from '../../sandbox/freshdesk/api/limits';
import type { Ticket } from '../../sandbox/freshdesk/model/ticket';
import { latestVersion } from '../../sandbox/freshdesk/model/ticket-versions';
import { askHistory, INSTALLED_AT, isDone, startHistory, untilDone, wrongIn } from './history-story';
import { DAY, MINUTE, SECOND, endStories, type Story } from './story';

afterEach(endStories);

const ROWS = 100;

function hasReplied({ isSpam, isDeleted, stats }: Ticket): boolean {
  return !isSpam && !isDeleted && stats.requesterRespondedAt !== null;
}

/** One call per 100 conversations of a ticket with a customer reply, none for other tickets. */
function conversationCallsNeeded({ freshdesk }: Story): number {
  const { tickets, threads } = freshdesk.helpdesk;
  const replied = [...tickets.values()].map(latestVersion).filter(hasReplied);
  return replied.reduce((sum, { id }) => sum + Math.ceil((threads.get(id)?.length ?? 0) / ROWS), 0);
}

/** The most credits used within any minute until the import was done. */
async function mostCredits(story: Story): Promise<number> {
  let most = 0;
  while (!isDone(story)) {
    await story.platform.advance(2 * SECOND);
    most = Math.max(most, story.freshdesk.usedCredits());
  }
  return most;
}

it('reads conversations only where the customer has replied, 100 replies a call, with half of the calls at most', async () => {
  const { story } = await startHistory({ tickets: 500, days: 20, longTicket: 250 }, { plan: 'growth' });
  const before = story.freshdesk.calls.conversations;

  const most = await mostCredits(story);

  // The ticket that changed last is read again, in case it was merged with another one.
  const needed = conversationCallsNeeded(story);
  expect(story.freshdesk.calls.conversations - before).toBeGreaterThanOrEqual(needed);
  expect(story.freshdesk.calls.conversations - before).toBeLessThanOrEqual(needed + 10);
  expect(most).toBeGreaterThan(PLANS.growth.totalPerMinute / 4);
  expect(most).toBeLessThanOrEqual(PLANS.growth.totalPerMinute / 2 + 2);
});

it('asks nothing before the moment that Freshdesk names, and leaves calls to others', async () => {
  const history = await startHistory({ tickets: 300, days: 20 });
  const { story } = history;
  await story.minutes(16);
  const limit = { total: PLANS.pro.totalPerMinute, remaining: 0 };
  story.freshdesk.faults.add({ kind: 'throttle', retryAfterSeconds: 170, limit, times: 1 });
  const asked = (): number => story.network.requests().filter(({ status }) => status === 429).length;
  while (asked() === 0) await story.platform.advance(SECOND);
  const throttledAt = story.clock.now();
  story.network.clearRequests();

  await story.platform.advanceTo(throttledAt + 2 * MINUTE);
  expect(story.network.requests().filter(({ host }) => host === FRESHDESK_HOST)).toEqual([]);
  while (!isDone(story)) {
    // Other integrations of the account use credits too.
    story.freshdesk.spendCredits(PLANS.pro.totalPerMinute * 0.7);
    await story.minutes(1);
  }

  expect(story.network.requests().filter(({ status }) => status === 429)).toEqual([]);
  expect(wrongIn(history)).toEqual([]);
});

it('shows its plan before it begins, then how far it is; archived tickets are a gap in the plan', async () => {
  const past = { tickets: 400, days: 60, archivedShare: 0.2 };
  // The first three days have no tickets.
  const historyFrom = INSTALLED_AT - 63 * DAY;
  const { story } = await startHistory(past, { plan: 'trial', historyFrom, isStarted: false });
  const { tickets } = story.freshdesk.helpdesk;
  const states = [...tickets.values()].map(latestVersion);
  const archived = states.filter(({ isArchived }) => isArchived).length;
  const hidden = states.filter(({ isArchived, isSpam, isDeleted }) => isArchived || isSpam || isDeleted);
  expect(archived).toBeGreaterThan(30);

  await story.minutes(10);
  const planned = await askHistory(story);
  expect(planned).toMatchObject({ state: 'planned', tickets: 0, contacts: 0, doneUntil: null });
  expect(planned['plan']).toMatchObject({
    tickets: states.length - hidden.length,
    gap: hidden.length,
    contacts: expect.any(Number) as number,
    minutes: expect.any(Number) as number,
  });
  expect(planned['outOfReach']).toEqual([
    'archived',
    'old_trash',
    'trash_replies',
    'migrated',
    'present_group',
  ]);

  await pressStart(story.platform);
  await story.minutes(10);
  const running = await askHistory(story);
  expect(running).toMatchObject({ state: 'running', problem: null });
  for (const figure of ['tickets', 'contacts', 'queues', 'calls', 'doneUntil', 'minutesLeft']) {
    expect(running[figure]).toBeGreaterThan(0);
  }
  story.freshdesk.setPlan('pro');
  await untilDone(story);
  expect(await askHistory(story)).toMatchObject({ state: 'done', minutesLeft: null });
});
