import type { InvocationResult } from '../../sandbox/platform/runtime/invocation-result';
import { expectAllArrived, explain, outboxIds } from './explain';
import { MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

function runsOf(story: Story): readonly InvocationResult[] {
  return story.platform.invocations().filter(({ event }) => event === 'onScheduledEvent');
}

/** Tickets, every third contact a reply, evenly over some minutes. */
async function addEvenly(story: Story, contacts: number, minutes: number): Promise<void> {
  const { actions } = story.freshdesk;
  const groups = ['Care', 'Sales', 'Returns'].map((name) => actions.createGroup(name).id);
  const startedAt = story.clock.now();
  let ticketId = 0;
  for (let count = 0; count < contacts; count += 1) {
    if (count % 3 === 2) actions.customerReply(ticketId, { channel: 'email' });
    else ticketId = actions.createTicket({ groupId: groups[count % groups.length] ?? null }).id;
    const next = startedAt + ((count + 1) * minutes * MINUTE) / contacts;
    await story.platform.advanceTo(Math.floor(next));
  }
}

function expectRunsWithinLimits(story: Story): void {
  const { kv } = story.platform.usage();
  expect(kv.refused).toBe(0);
  expect(kv.highWater).toBeLessThanOrEqual(50);
  expect(Math.max(...runsOf(story).map(({ calls }) => calls.kv))).toBeLessThanOrEqual(32);
  expect(runsOf(story).filter(({ outcome }) => outcome !== 'done')).toEqual([]);
}

describe('an event', () => {
  it('costs one operation of the entity store when it counts, and nothing else', async () => {
    const story = await startStory({ firstTicketId: 1001 });
    const { actions } = story.freshdesk;
    const group = actions.createGroup('Care');

    const ticket = actions.createTicket({ groupId: group.id });
    actions.customerReply(ticket.id, { channel: 'email' });
    actions.trash(ticket.id);
    actions.createTicket({ source: 10 });
    await story.platform.advance(5 * SECOND);

    const events = story.platform.invocations().filter(({ event }) => event !== 'onAppInstall');
    // The group's tells its name.
    expect(events.map(({ calls }) => calls)).toEqual(
      Array.from({ length: 5 }, () => ({ entity: 1, kv: 0, schedule: 0, http: 0, request: 0 })),
    );
  });

  it('costs nothing when it does not count', async () => {
    const story = await startStory({ firstTicketId: 1001 });
    const { actions } = story.freshdesk;
    const ticket = actions.createTicket({ tags: ['injixo-connect-alert'] });

    actions.agentReply(ticket.id);
    actions.privateNote(ticket.id);
    actions.close(ticket.id);
    await story.platform.advance(5 * SECOND);

    const events = story.platform.invocations().filter(({ event }) => event !== 'onAppInstall');
    expect(events.map(({ event }) => event)).toEqual([
      'onTicketCreate',
      'onConversationCreate',
      'onConversationCreate',
      'onTicketUpdate',
    ]);
    expect(events.flatMap(({ steps }) => steps)).toEqual([]);
  });
});

describe('a backlog', () => {
  it('of 1,000 contacts is drained by runs each minute, within all limits', async () => {
    const story = await startStory();
    story.injixo.faults.add({ kind: 'status', status: 500 });
    await addEvenly(story, 1000, 20);
    await story.minutes(10);
    const waiting = outboxIds(story).length;
    story.injixo.faults.clear();
    const clearedAt = story.clock.now();

    await story.minutes(25);

    const starts = runsOf(story)
      .map(({ startedAt }) => startedAt)
      .filter((startedAt) => startedAt > clearedAt);
    const gaps = starts.slice(1, 9).map((at, index) => Math.round((at - (starts[index] ?? 0)) / MINUTE));
    expect(waiting).toBe(1000);
    expect(gaps).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expectRunsWithinLimits(story);
    expectAllArrived(story, { namedWithinMs: 60 * MINUTE });
  });
});

describe('a rush', () => {
  it('of 2,000 contacts within ten minutes loses and doubles nothing, whatever the platform refuses on the way', async () => {
    const story = await startStory();

    await addEvenly(story, 2000, 10);
    await story.minutes(60);

    // Creates that the platform refused at the peak are found again in Freshdesk.
    expectRunsWithinLimits(story);
    expect(explain(story, { namedWithinMs: 90 * MINUTE })).toMatchObject({ contacts: 2000 });
    expectAllArrived(story, { namedWithinMs: 90 * MINUTE });
  });
});
