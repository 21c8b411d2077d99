import { pressStart } from '../../sandbox/scenarios/history/press-start';
import { startText } from '../../app/scripts/sections/history/history-view';
import { askOverview } from './ask-page';
import { MINUTE, TICK, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** A story with so many waiting contacts that the app has planned runs between the ticks. */
async function storyWithManySchedules(): Promise<Story> {
  const story = await startStory();
  const { actions } = story.freshdesk;
  const group = actions.createGroup('CustomerService');
  for (let count = 0; count < 260; count += 1) {
    actions.createTicket({ groupId: group.id });
    if (count % 20 === 19) await story.platform.advance(20_000);
  }
  await story.minutes(4);
  expect(story.platform.stores().schedules.length).toBeGreaterThan(1);
  return story;
}

function namesOf(story: Story): readonly string[] {
  return story.platform.stores().schedules.map(({ name }) => name);
}

describe('an uninstallation', () => {
  it('removes the recurring schedule and every run between the ticks', async () => {
    const story = await storyWithManySchedules();
    expect(namesOf(story)).toContain(TICK);
    expect(namesOf(story).some((name) => /^injixo-connect-run-[0-5]\d$/.test(name))).toBe(true);

    const result = await story.platform.uninstall();

    // The platform counts every remaining schedule as a violation, and none is allowed here.
    expect(result).toMatchObject({ ok: true });
  });

  it('finishes the second time, when the first was killed on its way', async () => {
    const story = await startStory();
    story.platform.onStep = ({ n }) => (n === 5 ? 'kill after' : 'go');
    const first = await story.platform.uninstall();
    story.platform.onStep = () => 'go';

    const second = await story.platform.uninstall();

    expect([first.ok, second.ok]).toEqual([false, true]);
  });

  it('finishes when the platform refuses to remove schedules', async () => {
    const story = await startStory();
    story.expectViolation(/schedules were left/);
    story.platform.faults.refuse = ({ kind }) =>
      kind === 'schedule' ? { status: 500, message: 'Internal error' } : null;

    const result = await story.platform.uninstall();

    expect(result.ok).toBe(true);
  });

  it('lets the app be installed again, with a new cut-over', async () => {
    const story = await startStory();
    const before = story.cutOver();
    await story.platform.uninstall();
    await story.minutes(30);

    const result = await story.platform.install(story.settings());

    expect(result.ok).toBe(true);
    expect(story.cutOver()).toBeGreaterThan(before + 29 * MINUTE);
  });
});

describe('installing again with the moment that the page gave', () => {
  /** A ticket every two minutes for an hour, then time until nothing waits. */
  async function storyOfAnHour(): Promise<Story> {
    const story = await startStory();
    await story.minutes(60);
    for (let count = 0; count < 30; count += 1) {
      story.freshdesk.actions.createTicket();
      await story.minutes(2);
    }
    await story.minutes(12);
    return story;
  }

  const ticketsIn = ({ injixo }: Story): number => injixo.receipts.length;

  it('counts nothing twice and loses nothing', async () => {
    const story = await storyOfAnHour();
    const { nextStart, completeUntil } = await askOverview(story);
    expect(ticketsIn(story)).toBe(30);
    expect(nextStart).toBeGreaterThan(completeUntil as number);
    await story.platform.uninstall();
    await story.minutes(5);
    story.freshdesk.actions.createTicket();
    await story.minutes(5);

    await story.platform.install({ ...story.settings(), history_from: startText(nextStart as number) });
    await pressStart(story.platform);
    story.freshdesk.actions.createTicket();
    await story.minutes(90);

    expect(ticketsIn(story)).toBe(32);
  });

  it('is not possible while something waits: no moment is given', async () => {
    const story = await storyOfAnHour();
    story.freshdesk.actions.createTicket();
    await story.minutes(5);

    expect(await askOverview(story)).toMatchObject({ waiting: 1, nextStart: null });
  });
});
