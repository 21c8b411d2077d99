import type { Step } from '../../sandbox/support/step';
import { askOverview, askPage } from './ask-page';
import { expectAllArrived } from './explain';
import { HOUR, MINUTE, SECOND, TICK, endStories, startStory, type Story } from './story';
import { addContacts } from './waiting-contacts';

afterEach(endStories);

/** When the recurring schedule was made, in minutes since the story began to watch. */
function watchMaking(story: Story): readonly number[] {
  const begun = story.clock.now();
  const made: number[] = [];
  story.platform.onStep = ({ label, at }) => {
    if (label === `create ${TICK}`) made.push(Math.floor((at - begun) / MINUTE));
    return 'go';
  };
  return made;
}

function tickOf(story: Story): Readonly<Record<string, unknown>> | undefined {
  return story.platform.stores().schedules.find(({ name }) => name === TICK)?.data;
}

/** When the last tick that a run completed began (ms). */
function lastTickAt(story: Story): number {
  const { schedule } = story.platform.stores().keyValues['state'] as { schedule: { lastTickAt: number } };
  return schedule.lastTickAt;
}

/** A story in which ticks came for a while and then stop, though the schedule's entry stays. */
async function startSilent(): Promise<{ readonly story: Story; readonly cutOver: number }> {
  const story = await startStory();
  await story.minutes(12);
  story.platform.silenceSchedule(TICK);
  return { story, cutOver: story.cutOver() };
}

/** A ticket every `everyMs` for `lastsMs`, of one group or of none. */
async function addEvery(story: Story, everyMs: number, lastsMs: number, group?: null): Promise<void> {
  const until = story.clock.now() + lastsMs;
  const groupId = group === null ? null : story.freshdesk.actions.createGroup('Care').id;
  while (story.clock.now() < until) {
    story.freshdesk.actions.createTicket({ groupId });
    await story.platform.advance(everyMs);
  }
}

describe('a recurring schedule that is there and no longer fires', () => {
  it('is made anew by a twentieth event: 60 events in five hours', async () => {
    const { story, cutOver } = await startSilent();

    await addEvery(story, 5 * MINUTE, 5 * HOUR);
    const { light } = await askPage<{ light: { kind: string } }>(story, 'getOverview');
    await story.minutes(12);

    expect(light.kind).toBe('operational');
    expect(tickOf(story)).toMatchObject({ kind: 'tick', cutOver });
    expectAllArrived(story, { cutOver });
  });

  it('is made anew when the page is opened, and the page says when', async () => {
    const { story, cutOver } = await startSilent();
    await addEvery(story, MINUTE, 10 * MINUTE);
    await story.minutes(30);
    const openedAt = story.clock.now();

    const opened = await askPage<{ light: object; overview: object }>(story, 'getOverview');
    expect(opened.light).toMatchObject({ kind: 'delayed', code: 'no_runs' });
    expect(opened.overview).toMatchObject({ scheduleMadeAt: tickOf(story)?.['madeAt'] });
    expect(Number(tickOf(story)?.['madeAt']) - openedAt).toBeLessThan(SECOND);

    await story.minutes(12);
    expectAllArrived(story, { cutOver });
    const later = await askPage<{ light: object; overview: object }>(story, 'getOverview');
    expect(later.light).toMatchObject({ kind: 'operational' });
    expect(later.overview).toMatchObject({ scheduleMadeAt: tickOf(story)?.['madeAt'] });
  });

  it('is not pushed on by 60 events a minute while the new one has not fired yet', async () => {
    const { story } = await startSilent();
    await story.minutes(30);
    const made = watchMaking(story);
    const begun = story.clock.now();

    await addEvery(story, SECOND, 9 * MINUTE);

    expect(made).toEqual([0]);
    expect(Math.floor((lastTickAt(story) - begun) / MINUTE)).toBe(6);
  });

  it('is made anew at most every 21 minutes while runs fail for three hours', async () => {
    const story = await startStory();
    story.expectError(/run stopped/);
    await story.minutes(12);
    const made = watchMaking(story);
    const isRun = ({ kind, handler }: Step): boolean =>
      kind === 'kv' && handler === 'onScheduledEventHandler';
    story.platform.faults.refuse = (step) => (isRun(step) ? { status: 500, message: 'Error' } : null);

    await addEvery(story, 6 * SECOND, 3 * HOUR);
    const gaps = made.slice(1).map((at, index) => at - (made[index] ?? 0));
    expect(made.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(21);
    story.platform.faults.refuse = null;
    await story.minutes(60);

    expectAllArrived(story, { namedWithinMs: 5 * HOUR });
  });

  it('stays as it is when the overview is missing once', async () => {
    const story = await startStory();
    await story.minutes(50);
    const before = tickOf(story);
    const made = watchMaking(story);
    let missed = 0;
    story.platform.faults.refuse = ({ label }) => {
      if (label !== 'get overview' || missed > 0) return null;
      missed += 1;
      return { status: 404, message: 'Record not found' };
    };

    await askOverview(story);
    missed = 0;
    await addContacts(story, 30);

    expect(missed).toBe(1);
    expect(made).toEqual([]);
    expect(tickOf(story)).toEqual(before);
  });

  it('is made by the next look when the first was killed between deleting and creating', async () => {
    const { story, cutOver } = await startSilent();
    await story.minutes(30);
    let killed = 0;
    story.platform.onStep = ({ label }) => {
      if (label !== `delete ${TICK}` || killed > 0) return 'go';
      killed += 1;
      return 'kill after';
    };
    await story.platform.callFunction('getOverview', { request: {} });
    expect(tickOf(story)).toBeUndefined();

    await addContacts(story, 30);
    await story.minutes(12);

    expect(killed).toBe(1);
    expect(tickOf(story)).toMatchObject({ kind: 'tick', cutOver });
    expectAllArrived(story, { cutOver });
  });

  it('comes back though each attempt to create it is refused at first', async () => {
    const { story, cutOver } = await startSilent();
    story.expectError(/recurring schedule/);
    await story.minutes(30);
    story.platform.faults.refuse = ({ label }) =>
      label === `create ${TICK}` ? { status: 500, message: 'Error' } : null;
    await askOverview(story);
    expect(tickOf(story)).toBeUndefined();
    story.platform.faults.refuse = null;

    await addContacts(story, 30);
    await story.minutes(12);

    expect(tickOf(story)).toMatchObject({ kind: 'tick', cutOver, every: 5 });
    expectAllArrived(story, { cutOver });
  });

  it('is made anew again when the new one does not fire either', async () => {
    const { story, cutOver } = await startSilent();
    await story.minutes(30);
    await askOverview(story);
    story.platform.silenceSchedule(TICK);

    await addEvery(story, 30 * SECOND, 30 * MINUTE);
    await story.minutes(12);

    expectAllArrived(story, { cutOver });
  });

  it('is made anew when it never fired since the installation', async () => {
    const story = await startStory();
    const cutOver = story.cutOver();
    story.platform.silenceSchedule(TICK);

    await addEvery(story, 2 * MINUTE, 2 * HOUR);
    await story.minutes(12);

    expectAllArrived(story, { cutOver, namedWithinMs: 3 * HOUR });
  });

  it('needs no one-time runs: planned ones that never fire are made anew, and ticks go on', async () => {
    const story = await startStory();
    const silenced = new Set<string>();
    story.platform.onStep = () => {
      for (const { name } of story.platform.stores().schedules) {
        if (name === TICK || silenced.has(name)) continue;
        silenced.add(name);
        story.platform.silenceSchedule(name);
      }
      return 'go';
    };
    const runs = (): number =>
      story.platform.invocations().filter(({ event }) => event === 'onScheduledEvent').length;
    await addEvery(story, MINUTE, HOUR, null);
    const before = runs();
    expect(silenced.size).toBeGreaterThan(30);

    await addEvery(story, MINUTE, HOUR, null);
    expect(before).toBeLessThan(15);
    expect(runs() - before).toBeGreaterThan(50);
    await story.minutes(30);
    expectAllArrived(story);
  });
});

describe('a recurring schedule that is gone, with everything that knew the installation time', () => {
  it('is made without it, and the first run takes the time of the oldest record', async () => {
    const story = await startStory();
    const cutOver = story.cutOver();
    story.platform.loseSchedule(TICK);

    await addContacts(story, 30);
    expect(tickOf(story)).toMatchObject({ kind: 'tick', cutOver: null });
    await story.minutes(12);

    const [oldest = NaN] = story.freshdesk.helpdesk.tickets.values();
    const { cutOver: taken } = story.platform.stores().keyValues['state'] as { cutOver: number };
    expect(taken - cutOver).toBeLessThan(5 * SECOND);
    expect(oldest).toBeDefined();
    expectAllArrived(story, { cutOver });
  });
});
