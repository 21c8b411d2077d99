import { createCalendar, dayText } from '../../server/values/calendar';
import { createRandom } from '../../sandbox/support/random';
import { askOverview, askPage } from './ask-page';
import { heldOf } from './explain';
import { startHistory, untilDone } from './history-story';
import { killEverywhere, killsByTurns } from './kill-everywhere';
import { startMixedStory } from './killed-run';
import { HOUR, MINUTE, SECOND, TICK, endStories, judgeStories, startStory, type Story } from './story';

afterEach(endStories);

const QUARTER = 15 * MINUTE;
/** The time zone of the sandbox's account. */
const ZONE = 'America/New_York';

interface QueueRow {
  readonly identifier: string;
  readonly days28: number;
  readonly today: number;
  readonly trend: readonly number[];
  readonly lastAt: number | null;
  readonly renamedTo: string | null;
}

interface QueuesAnswer {
  readonly days: readonly string[];
  readonly queues: readonly QueueRow[];
}

interface DayAnswer {
  readonly from: number;
  readonly to: number;
  readonly queues: readonly { identifier: string; slots: readonly (readonly [number, number])[] }[];
  readonly repaired: readonly (readonly [number, number])[];
}

function ask<T>(story: Story, request: object): Promise<T> {
  return askPage<T>(story, 'getVolumes', request);
}

function count(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

interface HeldValue {
  readonly queues: readonly string[];
  readonly contacts: readonly (readonly [id: string, seconds: number, queue: number])[];
}

/** injixo's contacts that are not held: queue and time. */
function settledReceipts(story: Story): readonly { queue: string; at: number }[] {
  const held = Object.entries(story.platform.stores().keyValues)
    .filter(([key]) => key.startsWith('held:'))
    .map(([, value]) => value as HeldValue);
  const inDoubt = new Set(
    held.flatMap(({ queues, contacts }) =>
      contacts.map(([, seconds, queue]) => `${queues[queue] ?? ''} ${seconds * SECOND}`),
    ),
  );
  return story.injixo.receipts
    .map(({ queueIdentifier, timestamp }) => ({ queue: queueIdentifier, at: Date.parse(timestamp) }))
    .filter(({ queue, at }) => !inDoubt.has(`${queue} ${at}`));
}

/** The page's figures of one day, by queue and quarter hour. */
async function shownSlots(story: Story, day: string): Promise<Readonly<Record<string, number>>> {
  const { from, queues } = await ask<DayAnswer>(story, { view: 'day', day });
  const slots = queues.flatMap(({ identifier, slots: all }) =>
    all.map(([slot, contacts]) => [`${identifier} ${from + slot * QUARTER}`, contacts] as const),
  );
  return Object.fromEntries(slots);
}

/** Expects that the page's figures match injixo's, for each queue and day. */
async function expectRightDays(story: Story): Promise<void> {
  const { dayOf } = createCalendar(ZONE);
  const { days: columns, queues } = await ask<QueuesAnswer>(story, { view: 'queues' });
  const sums = queues.flatMap(({ identifier, trend }) =>
    trend.flatMap((contacts, index) =>
      contacts === 0 ? [] : [[`${identifier} ${columns[index] ?? ''}`, contacts] as const],
    ),
  );
  const expected = settledReceipts(story).map(({ queue, at }) => `${queue} ${dayText(dayOf(at))}`);
  expect(Object.fromEntries(sums)).toEqual(count(expected));
}

/** The same for each quarter hour as well. */
async function expectRightVolumes(story: Story): Promise<void> {
  await expectRightDays(story);
  const { dayOf, startOf } = createCalendar(ZONE);
  const receipts = settledReceipts(story);
  for (const day of new Set(receipts.map(({ at }) => dayOf(at)))) {
    const from = startOf(day);
    const ofDay = receipts.filter(({ at }) => dayOf(at) === day);
    const slots = ofDay.map(
      ({ queue, at }) => `${queue} ${from + Math.floor((at - from) / QUARTER) * QUARTER}`,
    );
    expect(await shownSlots(story, dayText(day))).toEqual(count(slots));
  }
}

async function fireAndWait(story: Story, runs: number): Promise<void> {
  for (let run = 0; run < runs; run += 1) {
    story.skip(MINUTE);
    await story.platform.fireSchedule(TICK);
  }
}

interface DifferenceAnswer {
  readonly lookedAt: number | null;
  readonly injixo: Readonly<Record<string, number>>;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly freshdeskTickets: number | null;
  readonly deletedOrSpam: number | null;
}

/** A day with every kind of event that is not a contact. */
async function playDay(): Promise<Story> {
  const story = await startStory({ startsAt: Date.parse('2026-11-02T18:00:00Z'), firstTicketId: 1001 });
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  await story.platform.advanceTo(Date.parse('2026-11-03T13:00:00Z'));
  for (let each = 0; each < 8; each += 1) {
    const ticket = actions.createTicket({ groupId });
    await story.minutes(3);
    actions.customerReply(ticket.id, { channel: 'email' });
    actions.agentReply(ticket.id);
    if (each === 0) actions.privateNote(ticket.id);
    await story.minutes(2);
  }
  actions.createTicket({ source: 10 });
  actions.createTicket({ source: 14, groupId });
  actions.markSpam(actions.createTicket({ groupId }).id);
  actions.trash(actions.createTicket({ groupId }).id);
  await story.platform.advanceTo(Date.parse('2026-11-04T05:00:00Z'));
  return story;
}

/** The night after the day, in which runs may be killed; returns the page's figures of the day. */
async function playNight(story: Story, killEvery: number): Promise<DifferenceAnswer> {
  let steps = 0;
  story.platform.onStep = ({ handler }) => {
    steps += handler === 'onScheduledEventHandler' ? 1 : 0;
    return killEvery > 0 && steps % killEvery === killEvery - 1 ? 'kill after' : 'go';
  };
  if (killEvery > 0) story.expectViolation(/left running|killed/);
  await story.platform.advanceTo(Date.parse('2026-11-04T08:00:00Z'));
  story.platform.onStep = () => 'go';
  await story.minutes(30);
  const answer = await ask<DifferenceAnswer>(story, { view: 'difference', day: '2026-11-03' });
  judgeStories();
  return answer;
}

describe('volumes', () => {
  it('are what injixo has, before and after a run is killed at each of its calls', async () => {
    const { steps } = await killEverywhere({
      start: startMixedStory,
      killsAt: killsByTurns,
      judge: async ({ story }) => {
        story.skip(12 * MINUTE);
        await fireAndWait(story, 3);
        await expectRightVolumes(story);
        const sent = settledReceipts(story).length;
        expect(await askOverview(story)).toMatchObject({ accepted: sent, accepted7Days: sent });
        return sent > 0 ? [] : ['injixo has nothing'];
      },
    });

    expect(steps).toBeGreaterThan(20);
  });

  it('are right over a day of contacts, midnight of the account and what the scan had to repair', async () => {
    const story = await startStory({ startsAt: Date.parse('2026-11-02T22:00:00Z') });
    const { actions } = story.freshdesk;
    const groups = ['Care', 'Sales'].map((name) => actions.createGroup(name).id);
    for (let hour = 0; hour < 12; hour += 1) {
      story.platform.faults.events.dropRate = hour % 4 === 3 ? 1 : 0;
      for (let each = 0; each < 6; each += 1) {
        const ticket = actions.createTicket({
          groupId: groups[each % 2] ?? null,
          source: each < 3 ? 1 : 2,
        });
        await story.minutes(7);
        if (each % 3 === 0) actions.customerReply(ticket.id, { channel: 'email' });
      }
      await story.minutes(18);
    }
    story.platform.faults.events.dropRate = 0;
    await story.minutes(90);

    await expectRightVolumes(story);
    expect(heldOf(story)).toEqual([]);
    const { repaired, today } = (await askOverview(story)) as {
      repaired: number;
      today: { medianSeconds: number; worstSeconds: number; accepted: number };
    };
    const days = ['2026-11-02', '2026-11-03'];
    const answers = await Promise.all(days.map((day) => ask<DayAnswer>(story, { view: 'day', day })));
    const marked = answers.flatMap((answer) => answer.repaired.map(([, contacts]) => contacts));
    expect(repaired).toBeGreaterThan(10);
    expect(marked.reduce((sum, contacts) => sum + contacts, 0)).toBe(repaired);
    expect(answers.map(({ from, to }) => (to - from) / HOUR)).toEqual([24, 24]);
    expect(today.medianSeconds).toBeGreaterThan(60);
    expect(today.worstSeconds).toBeGreaterThan(15 * 60);
    expect(today.accepted).toBeGreaterThan(30);
  });

  it('show what a queue is called in Freshdesk by now, and days in a row', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('Care');
    actions.createTicket({ groupId: group.id });
    await story.minutes(20);
    actions.renameGroup(group.id, 'Customer Happiness');
    await story.minutes(25 * 60);

    const { queues } = await ask<QueuesAnswer>(story, { view: 'queues' });
    const days = await ask<{ days: readonly string[]; queues: readonly { counts: readonly number[] }[] }>(
      story,
      {
        view: 'days',
        from: '2026-11-01',
        to: '2026-11-03',
      },
    );

    expect(queues).toMatchObject([{ today: 0, days28: 1, renamedTo: 'Customer Happiness email Tickets' }]);
    expect(days.days).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
    expect(days.queues.map(({ counts }) => counts)).toEqual([[0, 1, 0]]);
  });

  it("add up to Freshdesk's own ticket count with what was left out, also when the deep pass is killed", async () => {
    const story = await playDay();
    const restore = story.takeSnapshot();
    const { lookedAt, ...clean } = await playNight(story, 0);

    expect(clean).toMatchObject({
      injixo: { tickets: 8, replies: 8, unknownTickets: 2, unknownReplies: 0 },
      leftOut: [
        { reason: 'outbound', count: 1 },
        { reason: 'internal task', count: 1 },
        { reason: 'agent', count: 8 },
        { reason: 'private', count: 1 },
      ],
      freshdeskTickets: 10,
      deletedOrSpam: 2,
      // The outbound e-mail has neither group nor agent.
      unassigned: 1,
      spam: 1,
      queues: [{ name: 'Care email Tickets', injixo: 8, freshdesk: 8 }],
    });
    expect(lookedAt).toBeGreaterThan(Date.parse('2026-11-04T06:00:00Z'));
    for (const killEvery of [23, 37]) {
      restore();
      expect(await playNight(story, killEvery)).toMatchObject(clean);
    }
  });

  it('say that nobody has looked yet, as long as that is so', async () => {
    const story = await startStory();
    await story.minutes(20);

    expect(await ask<DifferenceAnswer>(story, { view: 'difference', day: '2026-11-02' })).toMatchObject({
      lookedAt: null,
      leftOut: [],
      freshdeskTickets: null,
      deletedOrSpam: null,
      unassigned: null,
      queues: null,
    });
  });

  it('count an imported history by days, also when its runs are killed', async () => {
    const { story } = await startHistory({ tickets: 160, days: 20 });
    story.expectViolation(/left running|killed/);
    const random = createRandom(7);
    let doomed = { invocation: 0, step: 0 };
    let kills = 0;
    story.platform.onStep = ({ handler, invocation, n }) => {
      if (handler !== 'onScheduledEventHandler' || kills >= 25) return 'go';
      if (doomed.invocation !== invocation) doomed = { invocation, step: 1 + Math.floor(random() * 60) };
      if (n !== doomed.step) return 'go';
      kills += 1;
      return kills % 2 === 0 ? 'kill before' : 'kill after';
    };

    await untilDone(story);
    story.platform.onStep = () => 'go';
    await story.minutes(10);

    expect(kills).toBeGreaterThan(3);
    await expectRightDays(story);
    const { accepted, today } = await askOverview(story);
    expect(accepted).toBe(settledReceipts(story).length);
    expect(today).toMatchObject({ medianSeconds: null, worstSeconds: null });
    expect(await ask(story, { view: 'day', day: '2026-10-25' })).toMatchObject({
      queues: [],
    });
  });
});
