import type { Step, StepVerdict } from '../../sandbox/support/step';
import { createRandom } from '../../sandbox/support/random';
import { isDone, startHistory, untilDone, wrongIn, type HistoryStory } from './history-story';
import { SECOND, endStories, type Story } from './story';

afterEach(endStories);

/** The approximate number of steps in a run of this import with few credits. */
const STEPS = 30;
const KILLS = 200;
/** With this many credits a minute the import takes longer than all kills. */
const FEW_CREDITS = 20;
const PAST = { tickets: 450, days: 20, massUpdate: 110, longTicket: 210 };

/** injixo's receipts, independent of their order. */
function receiptsOf(story: Story): readonly string[] {
  return story.injixo.receipts
    .map(({ queueIdentifier, queueName, timestamp }) => `${timestamp} ${queueIdentifier} ${queueName}`)
    .sort();
}

/** Kills runs at random steps, this many times in all. */
function killAtRandom(story: Story, kills: number, seed: number): () => number {
  const random = createRandom(seed);
  let killed = 0;
  let doomed = 0;
  let stepToDie = 0;
  story.platform.onStep = ({ handler, invocation, n }: Step): StepVerdict => {
    if (handler !== 'onScheduledEventHandler' || killed >= kills) return 'go';
    if (invocation !== doomed) {
      doomed = invocation;
      stepToDie = 1 + Math.floor(random() * STEPS);
    }
    if (n !== stepToDie) return 'go';
    killed += 1;
    return random() < 0.5 ? 'kill before' : 'kill after';
  };
  return () => killed;
}

/** Advances the time until all kills have happened; the import must not end before. */
async function untilKilled(story: Story, kills: () => number): Promise<void> {
  const mostMinutes = 20 * KILLS;
  for (let minutes = 0; minutes < mostMinutes && kills() < KILLS && !isDone(story); minutes += 1) {
    await story.minutes(1);
  }
}

interface HeldValue {
  readonly number: number;
  readonly queues: readonly string[];
  readonly contacts: readonly (readonly [string, number, number])[];
}

function held(story: Story): readonly HeldValue[] {
  const { keyValues } = story.platform.stores();
  const open = (keyValues['state'] as { held: { batches: readonly { number: number }[] } }).held.batches;
  return open.map(({ number }) => keyValues[`held:${number}`] as HeldValue);
}

/** Contacts by time and queue identifier. */
function count(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = line.split(' ').slice(0, 2).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Resolves each held batch by injixo's receipts: sends it again if injixo does not have it. */
async function resolveAll({ story }: HistoryStory, expected: readonly string[]): Promise<void> {
  const wanted = count(expected);
  const there = count(receiptsOf(story));
  for (const { number, queues, contacts } of held(story)) {
    const isMissing = contacts.every(([, seconds, queue]) => {
      const key = `${new Date(seconds * 1000).toISOString().replace('.000', '')} ${queues[queue] ?? ''}`;
      return (wanted.get(key) ?? 0) > (there.get(key) ?? 0);
    });
    await story.platform.callFunction(isMissing ? 'sendHeld' : 'discardHeld', { request: { number } });
    await story.platform.advance(10 * SECOND);
  }
  for (let ticks = 0; ticks < 200 && held(story).length > 0; ticks += 1) await story.minutes(5);
}

it('gives the same contacts when its runs are killed 200 times at random', async () => {
  const clean = await startHistory(PAST);
  await untilDone(clean.story);
  const expected = receiptsOf(clean.story);
  expect(wrongIn(clean)).toEqual([]);
  const killed = await startHistory(PAST);
  const { limits } = killed.story.freshdesk;
  Object.assign(limits, { totalPerMinute: FEW_CREDITS, listPerMinute: FEW_CREDITS });
  killed.story.expectViolation(/left running|killed/);
  const kills = killAtRandom(killed.story, KILLS, 1);

  await untilKilled(killed.story, kills);
  expect(kills()).toBe(KILLS);
  killed.story.freshdesk.setPlan('pro');
  await untilDone(killed.story);
  await killed.story.minutes(10);

  expect(wrongIn(killed)).toEqual([]);
  await resolveAll(killed, expected);
  expect(held(killed.story)).toEqual([]);
  expect(receiptsOf(killed.story)).toEqual(expected);
});
