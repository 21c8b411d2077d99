import { askPage } from './ask-page';
import { addContacts } from './waiting-contacts';
import { startStory, type Story } from './story';

/** A batch in the list of `getHeld`. */
export interface ListedBatch {
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  readonly contacts: number;
}

type HeldFunction = 'sendHeld' | 'discardHeld' | 'restoreHeld';

/** The batches in the page's list. */
export async function listHeld(
  story: Story,
  list: 'held' | 'discarded' = 'held',
): Promise<readonly ListedBatch[]> {
  return (await askPage<Record<typeof list, readonly ListedBatch[]>>(story, 'getHeld'))[list];
}

/** Presses a button of the page for a batch; returns the function's answer. */
export function press(story: Story, name: HeldFunction, number: number): Promise<unknown> {
  return askPage(story, name, { number });
}

/** A story in which one batch is held as unclear, whether or not injixo accepted it. */
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
