import type { StepVerdict } from '../../sandbox/platform/step';
import { addContacts } from './waiting-contacts';
import { MINUTE, TICK, startStory, type Story } from './story';

/** A batch as `getHeld` lists it. */
export interface ListedBatch {
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  readonly contacts: number;
}

type HeldOrderName = 'sendHeld' | 'discardHeld' | 'restoreHeld';

/** What the page lists. */
export async function listHeld(
  story: Story,
  list: 'held' | 'discarded' = 'held',
): Promise<readonly ListedBatch[]> {
  const { answer } = await story.platform.callFunction('getHeld');
  if (!answer.ok) throw new Error(answer.message);
  return (answer.response as Record<typeof list, readonly ListedBatch[]>)[list];
}

/** Presses a button of the page for a batch; what the function answered. */
export async function press(story: Story, order: HeldOrderName, number: number): Promise<unknown> {
  const { answer } = await story.platform.callFunction(order, { request: { number } });
  return answer.ok ? answer.response : answer.message;
}

/** A story in which one batch is held as unclear; injixo took it or not. */
export async function startHeldStory(
  isTaken: boolean,
  contacts = 5,
): Promise<{ story: Story; number: number }> {
  const story = await startStory();
  await addContacts(story, contacts);
  story.injixo.faults.add({ kind: 'broken', isTaken, onlyWithContacts: true, times: 1 });
  await story.minutes(12);
  const [batch] = await listHeld(story);
  if (batch === undefined) throw new Error('Nothing is held');
  return { story, number: batch.number };
}

/** One run whose step of this number is its last; resolves to the steps that were made. */
export async function runAndKill(story: Story, at: number, verdict: StepVerdict): Promise<number> {
  // The lease of the run before has expired by then, and no tick came in between.
  await story.platform.advance(MINUTE);
  let steps = 0;
  story.platform.onStep = () => {
    steps += 1;
    return steps === at ? verdict : 'go';
  };
  await story.platform.fireSchedule(TICK);
  story.platform.onStep = () => 'go';
  return steps;
}
