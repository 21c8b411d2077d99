import { alertTickets, noteTexts, refuseKey, startAlertStory } from './alert-story';
import { bothKills, killEverywhere } from './kill-everywhere';
import { MINUTE, TICK, endStories, type Story } from './story';

afterEach(endStories);

/** A story whose next run reports the key that injixo refuses. */
async function startDueStory(): Promise<{ story: Story; repair: () => void }> {
  const story = await startAlertStory();
  const repair = refuseKey(story);
  await story.minutes(7);
  story.skip(15 * MINUTE);
  return { story, repair };
}

/** A story whose next run reports that everything is solved. */
async function startSolvedStory(): Promise<{ story: Story }> {
  const { story, repair } = await startDueStory();
  await story.platform.fireSchedule(TICK);
  expect(alertTickets(story)).toHaveLength(1);
  repair();
  story.skip(MINUTE);
  return { story };
}

/** Returns a check for exactly one ticket with this many notes. */
function expectNotes(notes: number) {
  return async ({ story }: { readonly story: Story }): Promise<readonly string[]> => {
    await story.minutes(100);
    const left = { tickets: alertTickets(story).length, notes: noteTexts(story).length };
    return left.tickets === 1 && left.notes === notes ? [] : [JSON.stringify(left)];
  };
}

describe('a run that is killed at any step', () => {
  it.each([
    ['while it opens the ticket: there is one in the end, never two', startDueStory, 0],
    ['while it says that all is solved: there is one note in the end, never two', startSolvedStory, 1],
  ])('%s', async (_what, start, notes) => {
    const { steps, wrong } = await killEverywhere({
      start,
      killsAt: bothKills,
      judge: expectNotes(notes),
    });

    expect(steps).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});
