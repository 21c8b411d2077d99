import { askPage } from './ask-page';
import { expectAllArrived, explain } from './explain';
import { HOUR, MINUTE, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** How many of injixo's contacts lie behind these queue names. */
function arrivedIn(story: Story, queue: RegExp): number {
  return story.injixo.receipts.filter(({ queueName }) => queue.test(queueName)).length;
}

/** Puts so many source queues into the app's registry; the given ones lie evenly among them. */
function putQueues(story: Story, count: number, given: readonly (readonly [string, string])[]): void {
  const step = Math.floor(count / given.length);
  const queues = [...Array(count).keys()].map((n) => {
    const own = n % step === 0 ? given[n / step] : undefined;
    const [identifier, name] = own ?? [
      `freshdesk:${70_000_000 + n}:1:tickets`,
      `Old team ${n} email Tickets`,
    ];
    return [identifier, name, 'cases'] as const;
  });
  const perKey = 380;
  const parts = Math.ceil(count / perKey);
  for (let part = 0; part < parts; part += 1) {
    const some = queues.slice(part * perKey, (part + 1) * perKey);
    story.platform.putKeyValue(`queues:${part}`, { v: 1, queues: some, full: part < parts - 1 });
  }
}

/** A story with so many known queues, and teams whose queues lie evenly among them. */
async function startWithTeams(queues: number, teams: number): Promise<{ story: Story; groups: number[] }> {
  const story = await startStory();
  const groups = [...Array(teams).keys()].map((n) => story.freshdesk.actions.createGroup(`Team ${n}`).id);
  putQueues(
    story,
    queues,
    groups.map((id, n) => [`freshdesk:${id}:1:tickets`, `Team ${n} email Tickets`]),
  );
  return { story, groups };
}

interface Day {
  readonly from: number;
  readonly queues: readonly { readonly slots: readonly (readonly [slot: number, contacts: number])[] }[];
  readonly atLeast: readonly number[];
}
interface Days {
  readonly queues: readonly { readonly counts: readonly number[] }[];
  readonly atLeast: readonly string[];
}

function today(story: Story): string {
  const zone = 'America/New_York';
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(story.clock.now()));
}

describe('statistics never keep a contact waiting', () => {
  it('59 tickets of 59 teams fall due at once, with 2,000 known queues', async () => {
    const { story, groups } = await startWithTeams(2_000, 59);
    await story.minutes(30);

    for (const groupId of groups) story.freshdesk.actions.createTicket({ groupId });
    await story.minutes(8);

    expect(arrivedIn(story, /^Team \d+ email Tickets$/)).toBe(59);
    await story.minutes(60);
    expectAllArrived(story, { namedWithinMs: 60 * MINUTE });
  });

  it('what the statistics lack is caught up, or shown as "at least"', async () => {
    const { story, groups } = await startWithTeams(2_000, 59);
    await story.minutes(30);
    const at = story.clock.now();
    for (const groupId of groups) story.freshdesk.actions.createTicket({ groupId });
    await story.minutes(60);

    const day = await askPage<Day>(story, 'getVolumes', { view: 'day', day: today(story) });
    const slot = Math.floor((at - day.from) / (15 * MINUTE));
    const counted = day.queues.flatMap(({ slots }) => slots).filter(([each]) => each === slot).length;
    expect(counted === 59 || day.atLeast.includes(slot)).toBe(true);
    const days = await askPage<Days>(story, 'getVolumes', {
      view: 'days',
      from: today(story),
      to: today(story),
    });
    const sum = days.queues.reduce((all, { counts }) => all + (counts[0] ?? 0), 0);
    expect([sum, days.atLeast]).toEqual([59, []]);
  });

  it('tickets of all teams come every minute for half an hour: each is in injixo within minutes', async () => {
    const { story, groups } = await startWithTeams(2_000, 59);
    await story.minutes(30);

    for (let minute = 0; minute < 30; minute += 1) {
      for (let n = 0; n < 20; n += 1) {
        const groupId = groups[(minute * 20 + n * 3) % groups.length] ?? null;
        story.freshdesk.actions.createTicket({ groupId });
      }
      await story.minutes(1);
    }
    await story.minutes(4);

    expect(arrivedIn(story, /^Team \d+ email Tickets$/)).toBe(600);
    await story.minutes(60);
    expectAllArrived(story, { namedWithinMs: 60 * MINUTE });
  });
});

const PART = 1_500;

/** Entries of other replies, as the ledger stores them. */
function entries(ids: readonly number[]): string {
  return ids
    .map((id) => `${id.toString(36)}.${(5_000_000).toString(36)}.${(id % 3600).toString(36)}.2`)
    .join(',');
}

function hourKey(at: number, part: number): string {
  const hour = new Date(at).toISOString().slice(0, 13);
  return `replies:${hour}${part === 0 ? '' : `:${part}`}`;
}

function range(from: number, count: number): readonly number[] {
  return [...Array(count).keys()].map((n) => from + n);
}

/** Fills an hour of the ledger in parts one after the other, as the first version of the app did. */
function crowdInARow(story: Story, at: number, replies: number): void {
  for (let part = 0; part * PART < replies; part += 1) {
    const ids = range(1_000_000_000 + part * PART, Math.min(PART, replies - part * PART));
    story.platform.putKeyValue(hourKey(at, part), { v: 1, entries: entries(ids) });
  }
}

/** Fills it as the design says: four parts, then by conversation id. */
function crowdById(story: Story, at: number, replies: number): void {
  crowdInARow(story, at, 4 * PART);
  const ids = range(1_000_000_000 + 4 * PART, replies - 4 * PART);
  for (let rest = 0; rest < 64; rest += 1) {
    const some = ids.filter((id) => id % 64 === rest);
    story.platform.putKeyValue(hourKey(at, 4 + rest), { v: 1, entries: entries(some) });
  }
}

/** A ticket that the app has sent, ready for replies. */
async function ticketSent(story: Story): Promise<number> {
  const groupId = story.freshdesk.actions.createGroup('Care').id;
  const { id } = story.freshdesk.actions.createTicket({ groupId });
  await story.minutes(20);
  return id;
}

describe('with so many queues that a run can count nothing', () => {
  it('each ticket arrives all the same, and its quarter of an hour is shown as "at least"', async () => {
    const { story, groups } = await startWithTeams(6_500, 20);
    await story.minutes(30);
    const at = story.clock.now();
    for (const groupId of groups) story.freshdesk.actions.createTicket({ groupId });
    await story.minutes(8);

    expect(arrivedIn(story, /^Team \d+ email Tickets$/)).toBe(20);
    // Names would be 17 keys more, which the minute of a run does not have left: the page then asks again.
    const day = await askPage<Day>(story, 'getVolumes', { view: 'day', day: today(story), named: false });
    const slot = Math.floor((at - day.from) / (15 * MINUTE));
    const counted = day.queues.flatMap(({ slots }) => slots).filter(([each]) => each === slot).length;
    expect([counted, day.atLeast]).toEqual([0, [slot]]);
    await story.minutes(60);
    expectAllArrived(story, { namedWithinMs: 60 * MINUTE });
  });
});

describe('an hour with 21,000 replies', () => {
  it.each([
    ['as the first version of the app stored them', crowdInARow],
    ['by conversation id', crowdById],
  ])('does not hold up ten live tickets, and takes one more reply: %s', async (_how, crowd) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const id = await ticketSent(story);
    const hour = story.clock.now() - 5 * MINUTE;
    crowd(story, hour, 21_000);

    actions.customerReply(id, { channel: 'email', createdAt: hour });
    const groupId = actions.createGroup('Live').id;
    for (let n = 0; n < 10; n += 1) actions.createTicket({ groupId });
    await story.minutes(7);

    expect(arrivedIn(story, /^Live email Tickets$/)).toBe(10);
    await story.minutes(13);
    expect(arrivedIn(story, /^Care email Replies$/)).toBe(1);
    await story.minutes(100);
    expectAllArrived(story, { namedWithinMs: 60 * MINUTE });
  });

  it('goes on filling: 300 more replies of that hour, each counted once, beside live tickets that are on time', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const id = await ticketSent(story);
    const hour = story.clock.now() - 5 * MINUTE;
    crowdById(story, hour, 21_000);
    const groupId = actions.createGroup('Live').id;

    for (let n = 0; n < 300; n += 1) {
      actions.customerReply(id, { channel: 'email', createdAt: hour });
      if (n % 30 === 0) actions.createTicket({ groupId });
      if (n % 30 === 29) await story.minutes(1);
    }
    await story.minutes(7);

    expect(arrivedIn(story, /^Live email Tickets$/)).toBe(10);
    await story.minutes(8 * 60);
    expectAllArrived(story, { namedWithinMs: 60 * MINUTE });
  });
});

describe('600 replies dated into 600 different hours', () => {
  it.each([
    ['the past', -1],
    ['the future', 1],
  ])('do not keep a live ticket waiting: %s', async (_when, direction) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    story.skip(30 * 24 * HOUR);
    await story.minutes(30);
    const id = await ticketSent(story);
    const now = story.clock.now();
    for (let n = 1; n <= 600; n += 1)
      actions.customerReply(id, { channel: 'email', createdAt: now + direction * n * HOUR });
    await story.minutes(10);
    const groupId = actions.createGroup('Live').id;
    actions.createTicket({ groupId });
    await story.minutes(4);

    expect(arrivedIn(story, /^Live email Tickets$/)).toBe(1);
    expect(explain(story, { namedWithinMs: 60 * MINUTE })).toMatchObject({ doubled: 0, wrongQueue: 0 });
  });
});
