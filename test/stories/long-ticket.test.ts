import { expectAllArrived } from './explain';
import { startHistory, untilDone, wrongIn } from './history-story';
import { DAY, HOUR, MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** A ticket with so many conversations, all but the last known to the app; the event of the last was lost. */
async function longTicket(conversations: number): Promise<{ story: Story; ticketId: number }> {
  const story = await startStory({ plan: 'trial' });
  await story.minutes(10);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const { id: ticketId } = actions.createTicket({ groupId });
  await story.minutes(5);
  for (let count = 0; count < conversations - 1; count += 1) {
    story.skip(SECOND);
    actions.privateNote(ticketId);
  }
  story.platform.faults.events.dropRate = 1;
  actions.customerReply(ticketId, { channel: 'email' });
  return { story, ticketId };
}

function callsOf(story: Story, ticketId: number): readonly number[] {
  const path = `/api/v2/tickets/${ticketId}/conversations`;
  const minutes = new Map<number, number>();
  for (const { path: asked, at } of story.network.requests()) {
    const minute = Math.floor(at / MINUTE);
    if (asked === path) minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  }
  return [...minutes.values()];
}

it('leaves the others their share: 2,700 conversations at 50 calls a minute, and one event lost', async () => {
  const { story, ticketId } = await longTicket(2_700);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Sales').id;
  for (let count = 0; count < 5; count += 1) {
    story.skip(10 * SECOND);
    actions.createTicket({ groupId });
  }
  story.network.clearRequests();
  await story.minutes(2 * 60);

  expectAllArrived(story, { namedWithinMs: DAY });
  const calls = callsOf(story, ticketId);
  // A quarter of half of 50 calls a minute.
  expect(Math.max(...calls)).toBeLessThanOrEqual(7);
  // 27 pages, one of them again with each further run.
  expect(calls.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(40);
});

it('goes on one page before where it stopped: conversations that were deleted meanwhile move the pages', async () => {
  const { story, ticketId } = await longTicket(1_500);
  const { actions, helpdesk } = story.freshdesk;
  let isMoved = false;
  for (let minute = 0; minute < 120; minute += 1) {
    await story.minutes(1);
    if (isMoved || callsOf(story, ticketId).length === 0) continue;
    isMoved = true;
    // Whatever stood on page 8 is now on page 7.
    const thread = helpdesk.threads.get(ticketId) ?? [];
    helpdesk.threads.set(ticketId, thread.slice(90));
    actions.touch(ticketId);
  }

  expect(isMoved).toBe(true);
  expectAllArrived(story, { namedWithinMs: DAY });
});

it('holds up no import of the history', async () => {
  const history = await startHistory({ days: 2, tickets: 12, seed: 3 }, { plan: 'trial' });
  const { story } = history;
  expect(story.clock.now()).toBeGreaterThan(HOUR);
  await untilDone(story);
  expect(wrongIn(history)).toEqual([]);
});
