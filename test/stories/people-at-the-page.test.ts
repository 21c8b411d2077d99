import { fullBucket, refused, spent, waitMs, type Bucket } from '../../app/scripts/shell/operations-bucket';
import { createRandom, type Random } from '../../sandbox/support/random';
import { expectAllArrived, heldOf } from './explain';
import { MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** Minutes in which people click. */
const CLICKING = 10;
const PRESS_EVERY = 20 * SECOND;
const CONTACTS_A_MINUTE = 10;
const BEFORE = 25;
const AFTER = 30;

interface Press {
  readonly name: string;
  readonly request: object;
  /** What the page expects it to cost until an answer has told. */
  readonly cost: number;
}

/** A person with the page open: presses one thing after the other; what the bucket does not allow yet waits. */
interface Person {
  bucket: Bucket;
  readonly waiting: Press[];
  readonly costs: Map<string, number>;
  readonly random: Random;
  presses: number;
}

function day(story: Story, ago: number): string {
  return new Date(story.clock.now() - ago * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

/** Every tab once, more days, and the button that starts a run. */
function pressesOf(story: Story): readonly Press[] {
  const zone = 'America/New_York';
  const volumes = (request: object, cost: number): Press => ({ name: 'getVolumes', request, cost });
  return [
    volumes({ view: 'queues', zone }, 3),
    volumes({ view: 'day', day: day(story, 1), zone, named: false }, 2),
    volumes({ view: 'difference', day: day(story, 1), zone }, 3),
    { name: 'getHeld', request: {}, cost: 1 },
    { name: 'runNow', request: {}, cost: 0 },
    volumes({ view: 'day', day: day(story, 2), zone, named: false }, 2),
    volumes({ view: 'days', from: day(story, 9), to: day(story, 1), zone }, 2),
    { name: 'checkSettings', request: {}, cost: 3 },
    { name: 'getOverview', request: {}, cost: 1 },
  ];
}

async function ask(story: Story, person: Person, press: Press): Promise<void> {
  const { answer } = await story.platform.callFunction(press.name, { request: press.request });
  const response = (answer.ok ? answer.response : {}) as { cost?: number; code?: string };
  const now = story.clock.now();
  const key = JSON.stringify([press.name, press.request]);
  const cost = press.name === 'runNow' ? 0 : (response.cost ?? press.cost);
  person.bucket = spent(person.bucket, cost, now);
  if (response.code === 'store_limit') person.bucket = refused(person.bucket, now, person.random());
  else person.costs.set(key, cost);
}

function open(story: Story, person: Person): void {
  person.bucket = fullBucket(story.clock.now());
  person.waiting.push({ name: 'getOverview', request: {}, cost: 1 });
}

/** What is due for one person in this second. */
async function act(story: Story, person: Person, isPressing: boolean): Promise<void> {
  if (isPressing) {
    const presses = pressesOf(story);
    person.waiting.push(presses[person.presses % presses.length] as Press);
    person.presses += 1;
  }
  const [next] = person.waiting;
  if (next === undefined) return;
  const cost = person.costs.get(JSON.stringify([next.name, next.request])) ?? next.cost;
  if (waitMs(person.bucket, cost, story.clock.now()) > 0) return;
  person.waiting.shift();
  await ask(story, person, next);
}

/** What is due for all in this second of the story; in the first one, they open the page. */
async function actAll(story: Story, all: readonly Person[], at: number): Promise<void> {
  for (const [index, person] of all.entries()) {
    if (at === BEFORE * MINUTE) open(story, person);
    await act(story, person, (at + index * 3 * SECOND) % PRESS_EVERY === 0);
  }
}

/** The delay of each contact (ms), in the order in which they happened. */
type Arrivals = readonly number[];

/** An hour with ten contacts a minute, in which so many people open the page and press something every 20 seconds. */
async function play(people: number): Promise<{ story: Story; arrivals: Arrivals }> {
  const story = await startStory({ seed: 5 });
  story.expectError(/run stopped/);
  const group = story.freshdesk.actions.createGroup('Care').id;
  const random = createRandom(11);
  const all: Person[] = Array.from({ length: people }, () => ({
    bucket: fullBucket(0),
    waiting: [],
    costs: new Map(),
    random,
    presses: 0,
  }));
  const seconds = ((BEFORE + CLICKING + AFTER) * MINUTE) / SECOND;
  for (let second = 0; second < seconds; second += 1) {
    const at = second * SECOND;
    const isOpen = at >= BEFORE * MINUTE && at < (BEFORE + CLICKING) * MINUTE;
    if (at % (MINUTE / CONTACTS_A_MINUTE) === 0 && at < (BEFORE + CLICKING + 10) * MINUTE)
      story.freshdesk.actions.createTicket({ groupId: group });
    if (isOpen) await actAll(story, all, at);
    await story.platform.advance(SECOND);
  }
  const arrivals = story.injixo.receipts
    .map(({ timestamp, at }) => ({ happened: Date.parse(timestamp), at }))
    .sort((one, other) => one.happened - other.happened)
    .map(({ happened, at }) => at - happened);
  return { story, arrivals };
}

/** How much later than without people the latest contact arrived (ms). */
function latestDelay(quiet: Arrivals, busy: Arrivals): number {
  return Math.max(...quiet.map((delay, index) => (busy[index] ?? Infinity) - delay));
}

describe('people at the page', () => {
  it.each([
    [1, 1],
    [5, 1],
    [10, CLICKING + 2],
  ])(
    '%i of them delay no contact by more than %i minutes, and none becomes unclear',
    async (people, minutes) => {
      const quiet = await play(0);
      const busy = await play(people);
      expect(heldOf(busy.story)).toEqual([]);
      expectAllArrived(busy.story);
      expect(latestDelay(quiet.arrivals, busy.arrivals)).toBeLessThanOrEqual(minutes * MINUTE + SECOND);
    },
  );
});
