import { askOverview } from './ask-page';
import { expectAllArrived } from './explain';
import { MINUTE, TICK, endStories, startStory, type Story } from './story';
import { addContacts } from './waiting-contacts';

afterEach(endStories);

function tickOf(story: Story): Readonly<Record<string, unknown>> | undefined {
  return story.platform.stores().schedules.find(({ name }) => name === TICK)?.data;
}

describe('a recurring schedule that was lost', () => {
  it('comes back when somebody opens the page, with the cut-over it had', async () => {
    const story = await startStory();
    await story.minutes(10);
    const cutOver = story.cutOver();
    story.platform.loseSchedule(TICK);
    await story.minutes(30);

    await askOverview(story);
    expect(tickOf(story)).toMatchObject({ kind: 'tick', cutOver });
    await addContacts(story, 3);
    await story.minutes(12);

    expectAllArrived(story);
  });

  it('stays as it is when the page is opened and all is well', async () => {
    const story = await startStory();
    await story.minutes(12);
    const before = story.platform.usage().schedule.calls;

    await askOverview(story);

    expect(story.platform.usage().schedule.calls).toBe(before);
  });

  it('comes back with every twentieth event', async () => {
    const story = await startStory();
    const cutOver = story.cutOver();
    await story.minutes(7);
    story.platform.loseSchedule(TICK);

    await addContacts(story, 30);
    await story.minutes(12);

    expect(tickOf(story)).toBeDefined();
    expectAllArrived(story, { cutOver });
  });

  it('comes back by a run between two ticks', async () => {
    const story = await startStory({ platformLimits: { entityPageRecords: 5 } });
    const cutOver = story.cutOver();
    await story.minutes(7);
    await addContacts(story, 12);
    story.injixo.faults.add({ kind: 'status', status: 500 });
    await story.minutes(6);
    story.platform.loseSchedule(TICK);
    expect(story.platform.stores().schedules.length).toBeGreaterThan(0);
    story.injixo.faults.clear();

    await story.platform.advance(14 * MINUTE);

    expect(tickOf(story)).toMatchObject({ kind: 'tick', cutOver });
    expectAllArrived(story);
  });
});
