import { alertTickets, noteTexts, refuseKey, startAlertStory } from './alert-story';
import type { StepVerdict } from '../../sandbox/platform/step';
import { MINUTE, TICK, endStories, type Story } from './story';

afterEach(endStories);

/** A story whose next run tells of the key that injixo refuses. */
async function startDueStory(): Promise<{ story: Story; repair: () => void }> {
  const story = await startAlertStory();
  const repair = refuseKey(story);
  await story.minutes(7);
  story.skip(15 * MINUTE);
  return { story, repair };
}

/** A story whose next run says that all is solved. */
async function startSolvedStory(): Promise<Story> {
  const { story, repair } = await startDueStory();
  await story.platform.fireSchedule(TICK);
  expect(alertTickets(story)).toHaveLength(1);
  repair();
  story.skip(MINUTE);
  return story;
}

interface Left {
  readonly tickets: number;
  readonly notes: number;
}

/** One run whose step of this number is its last; resolves to the steps that were made. */
async function runAndKill(story: Story, at: number, verdict: StepVerdict): Promise<number> {
  let steps = 0;
  story.platform.onStep = () => {
    steps += 1;
    return steps === at ? verdict : 'go';
  };
  await story.platform.fireSchedule(TICK);
  story.platform.onStep = () => 'go';
  return steps;
}

/** Kills one run at each of its steps, before and after it takes effect; what is there in the end, by the step. */
async function killEverywhere(start: () => Promise<Story>, minutes: number): Promise<Record<string, Left>> {
  const left: Record<string, Left> = {};
  const steps = await runAndKill(await start(), 0, 'go');
  for (const verdict of ['kill before', 'kill after'] as const) {
    for (let at = 1; at <= steps; at += 1) {
      const story = await start();
      await runAndKill(story, at, verdict);
      await story.minutes(minutes);
      left[`${verdict} ${at}`] = { tickets: alertTickets(story).length, notes: noteTexts(story).length };
      await endStories();
    }
  }
  return left;
}

function others(left: Record<string, Left>, wanted: Left): readonly string[] {
  const isOther = ({ tickets, notes }: Left): boolean => tickets !== wanted.tickets || notes !== wanted.notes;
  return Object.entries(left).flatMap(([step, each]) =>
    isOther(each) ? [`${step}: ${JSON.stringify(each)}`] : [],
  );
}

describe('a run that is killed at any step', () => {
  it('while it opens the ticket: there is one in the end, never two', async () => {
    const left = await killEverywhere(async () => (await startDueStory()).story, 100);

    expect(Object.keys(left).length).toBeGreaterThan(20);
    expect(others(left, { tickets: 1, notes: 0 })).toEqual([]);
  });

  it('while it says that all is solved: there is one note in the end, never two', async () => {
    const left = await killEverywhere(startSolvedStory, 100);

    expect(Object.keys(left).length).toBeGreaterThan(20);
    expect(others(left, { tickets: 1, notes: 1 })).toEqual([]);
  });
});
