import { askOverview } from './ask-page';
import { expectAllArrived, explain, heldIds, queueSums } from './explain';
import { endStories, startStory, type Story } from './story';

afterEach(endStories);

/** What became of the runs since a moment. */
function outcomes(story: Story, since: number): readonly string[] {
  const runs = story.platform
    .invocations()
    .filter(({ event, startedAt }) => event === 'onScheduledEvent' && startedAt >= since);
  return [...new Set(runs.map(({ outcome }) => outcome))];
}

describe('an answer whose body comes a byte a second', () => {
  it.each([undefined, 'list', 'agents', 'view'] as const)(
    'of Freshdesk ends with its call: runs end in time, and contacts arrive afterwards (%s)',
    async (family) => {
      const story = await startStory();
      const { actions, faults } = story.freshdesk;
      const group = actions.createGroup('Care');
      await story.minutes(7);
      const since = story.clock.now();
      faults.add({ kind: 'trickle', ...(family === undefined ? {} : { family }) });
      for (let nth = 0; nth < 5; nth += 1) actions.createTicket({ groupId: group.id });
      await story.minutes(16);

      expect(outcomes(story, since)).toEqual(['done']);
      faults.clear();
      await story.minutes(20);
      expectAllArrived(story);
    },
  );

  it('of injixo is unclear, also when its batch was taken, and the run ends in time', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('Care');
    await story.minutes(7);
    const since = story.clock.now();
    story.injixo.faults.add({ kind: 'trickle', isTaken: true, onlyWithContacts: true, times: 1 });
    const { id } = actions.createTicket({ groupId: group.id });
    await story.minutes(12);
    actions.createTicket({ groupId: group.id });
    await story.minutes(20);

    expect(outcomes(story, since)).toEqual(['done']);
    expect(heldIds(story, 'unclear')).toEqual([`ticket:${id}`]);
    expect((await askOverview(story))['unclear']).toBe(1);
    expect(queueSums(story)).toEqual({ 'Care email Tickets': 2 });
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  });
});
