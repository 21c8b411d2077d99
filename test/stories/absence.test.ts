import { askOverview, askPage } from './ask-page';
import { explain, expectAllArrived, heldOf, queueSums } from './explain';
import { listHeld, press, startHeldStory } from './held-commands';
import { askHistory, startHistory, untilDone, wrongIn } from './history-story';
import { DAY, HOUR, MINUTE, SECOND, endStories, startStory, type Story } from './story';

/** The store says once that a record is missing although it is there; then records are really lost. */

afterEach(endStories);

/** Lets reads of the keys that match answer 404: each of the keys, so many times. */
function hide(story: Story, keys: RegExp, reads: number): readonly string[] {
  const found = Object.keys(story.platform.stores().keyValues).filter((key) => keys.test(key));
  story.platform.faults.missingReads = Object.fromEntries(found.map((key) => [key, reads]));
  story.expectError(/run stopped/);
  return found;
}

/** How many false answers the app did not ask for. */
function hiddenReadsLeft(story: Story): number {
  return Object.values(story.platform.faults.missingReads).reduce((sum, left) => sum + left, 0);
}

interface Queues {
  readonly queues: readonly { readonly days28: number }[];
}

interface Day {
  readonly queues: readonly { readonly slots: readonly (readonly [number, number])[] }[];
}

/** Contacts that the page counts: by day, and by quarter of an hour of today. */
async function shownVolumes(story: Story): Promise<readonly [number, number]> {
  const { queues } = await askPage<Queues>(story, 'getVolumes', { view: 'queues' });
  const day = new Date(story.clock.now()).toISOString().slice(0, 10);
  const { queues: ofToday } = await askPage<Day>(story, 'getVolumes', { view: 'day', day });
  const slots = ofToday.flatMap((queue) => queue.slots);
  return [
    queues.reduce((sum, { days28 }) => sum + days28, 0),
    slots.reduce((sum, [, each]) => sum + each, 0),
  ];
}

/** Tickets of two groups, each with a reply. */
async function addWork(story: Story, tickets: number): Promise<void> {
  const { actions, helpdesk } = story.freshdesk;
  const groups = [...helpdesk.groups.keys()];
  for (let count = 0; count < tickets; count += 1) {
    const { id } = actions.createTicket({ groupId: groups[count % groups.length] ?? null });
    await story.platform.advance(10 * SECOND);
    actions.customerReply(id, { channel: 'email' });
    await story.platform.advance(10 * SECOND);
  }
}

/** Everything arrived in the queues that had their names first, and the page counts it. */
async function expectRight(story: Story, contacts: number): Promise<void> {
  expectAllArrived(story, { namedWithinMs: DAY });
  expect(story.injixo.receipts).toHaveLength(contacts);
  const sums = queueSums(story);
  expect(Object.keys(sums).filter((name) => name.startsWith('Renamed'))).toEqual([]);
  expect(await shownVolumes(story)).toEqual([contacts, contacts]);
  expect(await askOverview(story)).toMatchObject({ accepted: contacts, waiting: 0 });
}

/** Two hours of work; between them a group is renamed. */
async function startWork(): Promise<Story> {
  const story = await startStory();
  const { actions } = story.freshdesk;
  const renamed = actions.createGroup('Care').id;
  actions.createGroup('Sales');
  await addWork(story, 2);
  await story.minutes(10);
  actions.renameGroup(renamed, 'Renamed');
  // Names are kept for an hour.
  await story.minutes(65);
  await addWork(story, 2);
  await story.minutes(10);
  return story;
}

describe('a record that is there and is said to be missing', () => {
  it.each([
    ['the ledger of tickets', /^tickets:0$/, 1],
    ['the ledger of replies', /^replies:/, 1],
    ['the ledger of replies, three times', /^replies:/, 3],
    ['the registry of queues', /^queues:0$/, 1],
    ['the registry of queues, three times', /^queues:0$/, 3],
    ['the state', /^state$/, 1],
    ['the state, three times', /^state$/, 3],
    ['the batch in flight', /^in_flight$/, 1],
    ['the batch in flight, three times', /^in_flight$/, 3],
    ['the orders', /^orders$/, 1],
    ['the names', /^names$/, 1],
    ['the daily sums', /^trend:0$/, 1],
    ['the counts of three hours', /^counts:/, 1],
    ['the lease and the overview', /^(lease|overview)$/, 1],
    ['every record at once', /./, 1],
  ])('doubles and renames nothing: %s', async (_what, keys, reads) => {
    const story = await startWork();

    expect(hide(story, keys, reads)).not.toEqual([]);
    await addWork(story, 3);
    await story.minutes(70);

    story.platform.faults.missingReads = {};
    await expectRight(story, 14);
  });

  it.each([
    ['the ledger of tickets', /^tickets:0$/],
    ['the ledger of replies', /^replies:/],
    ['the registry of queues', /^queues:0$/],
    ['the batch in flight', /^in_flight$/],
    ['the counts of three hours', /^counts:/],
    ['the daily sums', /^trend:0$/],
    ['the state', /^state$/],
  ])('is settled once by the run after a killed one: %s', async (_what, keys) => {
    const story = await startWork();
    await addWork(story, 3);
    let posted = false;
    story.platform.onStep = ({ label }) => {
      if (posted)
        return label.startsWith('set tickets') || label.startsWith('set replies') ? 'kill before' : 'go';
      posted = label.startsWith('POST');
      return 'go';
    };
    await story.platform.advance(70 * SECOND);
    story.platform.onStep = () => 'go';

    hide(story, keys, 1);
    await story.minutes(60);

    story.platform.faults.missingReads = {};
    await expectRight(story, 14);
  });

  it('keeps the list of held batches, and what a person decides is done: the state', async () => {
    const { story, number } = await startHeldStory(false);

    hide(story, /^state$/, 1);
    await story.minutes(12);

    expect(await listHeld(story)).toMatchObject([{ number, contacts: 5 }]);
    await press(story, 'sendHeld', number);
    await story.minutes(12);
    expect(story.injixo.receipts).toHaveLength(5);
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  });

  it.each(['sendHeld', 'discardHeld'] as const)('does not lose a held batch: %s', async (button) => {
    const { story, number } = await startHeldStory(button === 'discardHeld');

    await press(story, button, number);
    hide(story, /^held:/, 1);
    await story.minutes(12);

    expect(hiddenReadsLeft(story)).toBe(0);
    expect(await listHeld(story)).toEqual([]);
    expect(story.injixo.receipts).toHaveLength(5);
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
    expect((await askOverview(story))['lost']).toBeNull();
  });

  it.each([1, 2])('does not lose what a person asked for: the orders, %i times', async (reads) => {
    const { story, number } = await startHeldStory(false);

    await press(story, 'sendHeld', number);
    hide(story, /^orders$/, reads);
    await story.minutes(30);

    expect(await listHeld(story)).toEqual([]);
    expect(story.injixo.receipts).toHaveLength(5);
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  });

  it('does not forget what the scan found', async () => {
    const story = await startFoundStory();

    hide(story, /^found$/, 1);
    await story.minutes(60);

    expect(hiddenReadsLeft(story)).toBe(0);
    expectAllArrived(story, { namedWithinMs: DAY });
    expect((await askOverview(story))['lost']).toBeNull();
  });

  it.each([
    ['its record', /^history$/],
    ['its tickets', /^imported:0$/],
    ['its replies', /^imported-replies:/],
    ['the ledger', /^tickets:0$/],
    ['all of it', /^(history|imported|tickets|queues)/],
  ])('imports no contact of the past twice: %s', async (_what, keys) => {
    const history = await startHistory({ tickets: 700, days: 20 }, { plan: 'trial' });
    await untilSent(history.story, 200);

    for (let minute = 0; minute < 6; minute += 1) {
      hide(history.story, keys, 1);
      await history.story.minutes(5);
    }
    history.story.platform.faults.missingReads = {};
    await untilDone(history.story);
    await history.story.minutes(30);

    expect(wrongIn(history)).toEqual([]);
    expect(heldOf(history.story)).toEqual([]);
    expect((await askOverview(history.story))['lost']).toBeNull();
  });
});

/** The scan has found contacts whose events were lost, and injixo did not take them yet. */
async function startFoundStory(): Promise<Story> {
  const story = await startStory();
  await story.minutes(10);
  story.platform.faults.events.dropRate = 1;
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  for (let count = 0; count < 12; count += 1) {
    actions.createTicket({ groupId });
    await story.platform.advance(SECOND);
  }
  story.injixo.faults.add({ kind: 'status', status: 500, onlyWithContacts: true, times: 1 });
  while (foundIn(story) === 0) await story.minutes(1);
  return story;
}

function foundIn(story: Story): number {
  const state = story.platform.stores().keyValues['state'] as { scan?: { found: number } } | undefined;
  return state?.scan?.found ?? 0;
}

async function untilSent(story: Story, contacts: number): Promise<void> {
  while (story.injixo.receipts.length < contacts) await story.minutes(1);
}

describe('a record that is really gone', () => {
  it.each(['sendHeld', 'discardHeld'] as const)(
    'is reported with its contacts, and later ones arrive: a held batch, %s',
    async (button) => {
      const { story, number } = await startHeldStory(true);

      story.platform.loseKeyValue(`held:${number}`);
      await press(story, button, number);
      await story.minutes(12);

      expect(await listHeld(story)).toEqual([]);
      expect(await askOverview(story)).toMatchObject({ lost: { contacts: 5 }, unclear: 0 });
      await addWork(story, 3);
      await story.minutes(20);
      expect(story.injixo.receipts).toHaveLength(11);
      expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
    },
  );

  it('is found again by the scan: what it had found', async () => {
    const story = await startFoundStory();

    story.platform.loseKeyValue('found');
    await story.minutes(90);

    // Freshdesk shows them still: none was listed only there.
    expect(await askOverview(story)).toMatchObject({ lost: { records: 1, contacts: 0 } });
    expectAllArrived(story, { namedWithinMs: DAY });
  });

  it.each(['in_flight', 'orders', 'queues:0', 'state'])('stops nothing for good: %s', async (key) => {
    const story = await startStory();
    story.freshdesk.actions.createGroup('Care');
    await addWork(story, 4);
    await story.minutes(20);

    story.platform.loseKeyValue(key);
    await addWork(story, 3);
    await story.minutes(60);

    expect(await askOverview(story)).toMatchObject({ lost: { contacts: 0 }, waiting: 0 });
    expectAllArrived(story, { namedWithinMs: DAY });
    expect(story.injixo.receipts).toHaveLength(14);
    if (key !== 'queues:0') expect(await shownVolumes(story)).toEqual([14, 14]);
  });

  it('does not begin the import again, and says so: its record', async () => {
    const history = await startHistory({ tickets: 700, days: 20 }, { plan: 'trial' });
    const { story } = history;
    await untilSent(story, 200);
    await story.minutes(1);

    story.platform.loseKeyValue('history');
    const before = story.clock.now();
    await addWork(story, 3);
    await story.minutes(60);

    expect(await askHistory(story)).toMatchObject({ state: 'cancelled' });
    expect(await askOverview(story)).toMatchObject({ lost: { contacts: 0 } });
    expect(explain(story, { historyFrom: history.historyFrom })).toMatchObject({ doubled: 0, wrongQueue: 0 });
    const later = story.injixo.receipts.filter(({ timestamp }) => Date.parse(timestamp) >= before - SECOND);
    expect(later).toHaveLength(6);
  });

  it('is reported, and no ticket is looked up any more: a part of the replies that the import sent', async () => {
    const history = await startHistory({ tickets: 300, days: 20 }, { plan: 'trial' });
    const { story } = history;
    await untilSent(story, 150);
    const { history: record } = story.platform.stores().keyValues;
    // As if the list went on in a second part.
    story.platform.putKeyValue('history', { ...(record as object), replyParts: 2 });
    story.platform.loseKeyValue('imported-replies:1:0');
    for (const { id } of story.freshdesk.helpdesk.tickets.values()) story.freshdesk.actions.touch(id);

    await untilDone(story);
    await story.minutes(30);

    expect(await askOverview(story)).toMatchObject({ lost: { records: 1, contacts: 0 } });
    expect(wrongIn(history)).toEqual([]);
  });

  it('is taken as empty where nothing names it: the names, the daily sums, the counts', async () => {
    const story = await startWork();

    for (const key of Object.keys(story.platform.stores().keyValues))
      if (/^(names|trend|counts|tally)/.test(key)) story.platform.loseKeyValue(key);
    await addWork(story, 3);
    await story.minutes(60);

    expectAllArrived(story, { namedWithinMs: HOUR });
    expect(await askOverview(story)).toMatchObject({ lost: null });
  });
});

it('spends no more than 32 operations in a run while every ledger key is new', async () => {
  const story = await startStory();
  await story.minutes(10);
  story.platform.faults.events.dropRate = 1;
  const { actions } = story.freshdesk;
  const { id } = actions.createTicket({ groupId: actions.createGroup('Care').id });
  for (let hour = 0; hour < 14; hour += 1) {
    actions.customerReply(id, { channel: 'email' });
    story.skip(HOUR);
  }
  story.platform.faults.events.dropRate = 0;

  await story.minutes(90);

  const runs = story.platform.invocations().filter(({ event }) => event === 'onScheduledEvent');
  expect(Math.max(...runs.map(({ calls }) => calls.kv))).toBeLessThanOrEqual(32);
  expectAllArrived(story, { namedWithinMs: DAY });
  expect(Math.max(...story.injixo.receipts.map(({ timestamp }) => Date.parse(timestamp)))).toBeLessThan(
    story.clock.now() - 2 * MINUTE,
  );
});
