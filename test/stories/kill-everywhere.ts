import type { StepVerdict } from '../../sandbox/support/step';
import { TICK, endStories, judgeStories, type Story } from './story';

/** The last step of a run, and whether it takes effect. */
interface Kill {
  readonly at: number;
  readonly verdict: Exclude<StepVerdict, 'go'>;
}

/** The kills at a step, in order. */
export type KillsAt = (at: number) => readonly Kill['verdict'][];

/** A story that is continued repeatedly from one snapshot, each time with its next run killed at another step. */
interface KilledStory<Started extends { readonly story: Story }> {
  /** Plays until just before the run. Called once: every kill continues from there. */
  start(): Promise<Started>;
  /** The number of concurrent runs, one by default; only one of them gets the lease. */
  readonly runs?: 1 | 2;
  readonly killsAt: KillsAt;
  /** Continues the story and returns its problems. */
  judge(started: Started): Promise<readonly string[]>;
}

/** Kills before and after a step's effect. */
export const bothKills: KillsAt = () => ['kill before', 'kill after'];

/** Kills before one step and after the next. */
export const killsByTurns: KillsAt = (at) => [at % 2 === 0 ? 'kill after' : 'kill before'];

/** Kills after a step's effect. */
export const killsAfter: KillsAt = () => ['kill after'];

async function runAndKill(story: Story, kill: Kill | null, runs: number): Promise<number> {
  let steps = 0;
  story.platform.onStep = () => {
    steps += 1;
    return steps === kill?.at ? kill.verdict : 'go';
  };
  await Promise.all(Array.from({ length: runs }, () => story.platform.fireSchedule(TICK)));
  story.platform.onStep = () => 'go';
  return steps;
}

/**
 * Starts the story, then restores its snapshot for one run without a kill and one for each kill at each step. Each is
 * judged as at the end of a story. Returns the problems with their kills.
 */
export async function killEverywhere<Started extends { readonly story: Story }>({
  start,
  runs = 1,
  killsAt,
  judge,
}: KilledStory<Started>): Promise<{ readonly steps: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  const started = await start();
  const restore = started.story.takeSnapshot();
  const play = async (kill: Kill | null): Promise<number> => {
    restore();
    const steps = await runAndKill(started.story, kill, runs);
    const place = kill === null ? 'without a kill' : `${kill.verdict} step ${kill.at}`;
    wrong.push(...(await judge(started)).map((each) => `${place}: ${each}`));
    judgeStories();
    return steps;
  };
  const steps = await play(null);
  for (let at = 1; at <= steps; at += 1) {
    for (const verdict of killsAt(at)) await play({ at, verdict });
  }
  await endStories();
  return { steps, wrong };
}
