import { askOverview, askPage } from './ask-page';
import { explain, queueSums } from './explain';
import { DAY, endStories, HOUR, startStory, type Story } from './story';

afterEach(endStories);

const IN_2062 = Date.parse('2062-03-01T10:00:00Z');

/** Contacts of the last seven days, by queue name, as the page shows them. */
async function lastSevenDays(story: Story): Promise<Readonly<Record<string, number>>> {
  const { queues } = await askPage<{ queues: readonly { name: string; days7: number }[] }>(
    story,
    'getVolumes',
    {
      view: 'queues',
    },
  );
  return Object.fromEntries(queues.map(({ name, days7 }) => [name, days7]));
}

function datesSent(story: Story): readonly string[] {
  return story.injixo.receipts.map(({ timestamp }) => timestamp.slice(0, 4));
}

describe('a ticket dated 2062', () => {
  it('is sent with its date, and statistics, complete until and the next start ignore it', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('Care');
    await story.minutes(7);
    actions.createTicket({ groupId: group.id });
    actions.createTicket({ groupId: group.id, createdAt: IN_2062 });
    await story.minutes(30);
    actions.createTicket({ groupId: group.id });
    await story.minutes(10);

    expect([...datesSent(story)].sort()).toEqual(['2026', '2026', '2062']);
    expect(await lastSevenDays(story)).toEqual({ 'Care email Tickets': 2 });
    const { nextStart, completeUntil } = await askOverview(story);
    expect(Number(nextStart)).toBeLessThanOrEqual(story.clock.now());
    expect(Number(completeUntil)).toBeGreaterThan(story.clock.now() - HOUR);
    expect(Number(completeUntil)).toBeLessThan(story.clock.now());
  });

  it.each([true, false])('is found by the scan when its event is lost, in a group: %p', async (isInGroup) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('Care');
    await story.minutes(7);
    story.platform.faults.events.dropRate = 1;
    actions.createTicket({ groupId: isInGroup ? group.id : null, createdAt: IN_2062 });
    await story.minutes(1);
    story.platform.faults.events.dropRate = 0;
    await story.minutes(60);

    expect(datesSent(story)).toEqual(['2062']);
    const { completeUntil, found } = await askOverview(story);
    expect(Number(completeUntil)).toBeGreaterThan(story.clock.now() - HOUR);
    expect(found).toBe(0);
  });
});

describe("Freshdesk's clock", () => {
  it.each([
    ['a day ahead', DAY],
    ['a day behind', -DAY],
  ])(
    '%s for eleven minutes: complete until is never in the future, and the scan goes on',
    async (_what, skew) => {
      const story = await startStory();
      const { actions, settings } = story.freshdesk;
      const group = actions.createGroup('Care');
      await story.minutes(30);
      settings.clockSkewMs = skew;
      const shown: number[] = [];
      for (let minute = 0; minute < 11; minute += 1) {
        await story.minutes(1);
        shown.push(Number((await askOverview(story))['completeUntil']) - story.clock.now());
      }
      settings.clockSkewMs = 0;
      story.platform.faults.events.dropRate = 1;
      actions.createTicket({ groupId: group.id });
      await story.minutes(1);
      story.platform.faults.events.dropRate = 0;
      await story.minutes(44);

      expect(Math.max(...shown)).toBeLessThan(0);
      expect(queueSums(story)).toEqual({ 'Care email Tickets': 1 });
      const { completeUntil } = await askOverview(story);
      expect(Number(completeUntil)).toBeLessThan(story.clock.now());
      expect(Number(completeUntil)).toBeGreaterThan(story.clock.now() - HOUR);
    },
  );
});

describe('a Retry-After that is read by a clock which is a day ahead and then set right', () => {
  it('of injixo, of ten minutes, does not silence sending for a day', async () => {
    const story = await startStory();
    const group = story.freshdesk.actions.createGroup('Care');
    await story.minutes(7);
    story.platform.faults.clockSkewMs = DAY;
    story.injixo.faults.add({ kind: 'status', status: 429, retryAfter: 600, times: 1 });
    story.freshdesk.actions.createTicket({ groupId: group.id });
    await story.minutes(8);
    expect(story.injixo.faults.list()).toEqual([]);
    story.platform.faults.clockSkewMs = 0;
    await story.minutes(30);

    expect(queueSums(story)).toEqual({ 'Care email Tickets': 1 });
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  });

  it('of Freshdesk does not stop naming for a day', async () => {
    const story = await startStory();
    const group = story.freshdesk.actions.createGroup('Care');
    await story.minutes(7);
    story.platform.faults.clockSkewMs = DAY;
    story.freshdesk.faults.add({ kind: 'throttle', retryAfterSeconds: 600, times: 1 });
    story.freshdesk.actions.createTicket({ groupId: group.id });
    await story.minutes(8);
    story.platform.faults.clockSkewMs = 0;
    await story.minutes(30);

    expect(queueSums(story)).toEqual({ 'Care email Tickets': 1 });
  });
});
