import type { ProductEvent } from '../../sandbox/platform/faults';
import { expectAllArrived, heldIds, heldOf } from './explain';
import { DAY, HOUR, MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

interface Accepted {
  readonly accepted: number;
  readonly repaired: number;
}

function accepted(story: Story): Accepted {
  const { accepted: all, repaired } = story.platform.stores().keyValues['in_flight'] as unknown as Accepted;
  return { accepted: all, repaired };
}

function loseEvents(story: Story): void {
  story.platform.faults.events.dropRate = 1;
}

function scanLines(story: Story): readonly string[] {
  return story.platform
    .log()
    .flatMap(({ text }) => (text.includes('scan sends what no event recorded') ? [text] : []));
}

it('sends what no event told with its own time, counts it as repaired and says so in the log', async () => {
  const story = await startStory();
  await story.minutes(10);
  loseEvents(story);
  const { actions } = story.freshdesk;
  const ticket = actions.createTicket({ groupId: actions.createGroup('Care').id });
  story.skip(2 * MINUTE);
  const reply = actions.customerReply(ticket.id, { channel: 'email' });
  await story.minutes(40);

  const times = story.injixo.receipts.map(({ timestamp }) => Date.parse(timestamp));
  const seconds = [ticket, reply].map((each) => Math.floor((each?.createdAt ?? 0) / SECOND) * SECOND);
  expect(times.sort((a, b) => a - b)).toEqual(seconds);
  expect(accepted(story)).toEqual({ accepted: 2, repaired: 2 });
  expect(scanLines(story).length).toBeGreaterThan(0);
  expectAllArrived(story);
});

it('calls nothing missing that was left out on purpose, that waits, is in doubt, or was there before the installation', async () => {
  const story = await startStory({ installs: false });
  loseEvents(story);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const old = actions.createTicket({ groupId });
  actions.customerReply(old.id, { channel: 'email' });
  story.skip(HOUR);
  await story.platform.install(story.settings());
  story.platform.faults.events.dropRate = 0;
  await story.minutes(10);
  const leftOut = [
    actions.createTicket({ groupId, source: 10 }),
    actions.createTicket({ groupId, importId: '77' }),
    actions.createTicket({ groupId, source: 1, outboundEmail: true }),
  ];
  actions.createTicket({ groupId });
  story.injixo.faults.add({ kind: 'broken', isTaken: true, onlyWithContacts: true, times: 1 });
  await story.minutes(10);

  loseEvents(story);
  for (const { id } of [old, ...leftOut, ...story.freshdesk.helpdesk.tickets.values()]) actions.touch(id);
  await story.minutes(2 * 60);

  expect(story.injixo.receipts).toHaveLength(1);
  expect(accepted(story).repaired).toBe(0);
});

it.each([
  ['a second later', 500, -SECOND],
  ['a second earlier', -500, SECOND],
  ['two seconds later', 1500, -2 * SECOND],
])(
  'counts a reply once whose time in the API is %s, across a full hour',
  async (_which, apiMs, earlierMs) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const ticket = actions.createTicket({ groupId: actions.createGroup('Care').id });
    await story.platform.advanceTo(Math.ceil((story.clock.now() + 5 * MINUTE) / HOUR) * HOUR + apiMs);
    const told: ProductEvent[] = [];
    story.platform.faults.events.plan = (event) => {
      if (event.name === 'onConversationCreate') told.push(event);
      return [];
    };
    const reply = actions.customerReply(ticket.id, { channel: 'email' });
    const { conversation } = told[0]?.data as { conversation: object };
    const created_at = new Date(Number(reply?.createdAt) + earlierMs).toISOString();
    const data = { ...(told[0]?.data as object), conversation: { ...conversation, created_at } };
    await story.platform.deliver({ name: 'onConversationCreate', data });
    await story.minutes(90);

    expect(story.injixo.receipts).toHaveLength(2);
  },
);

it('finds hundreds of tickets that changed in one second, while others change', async () => {
  const story = await startStory();
  await story.minutes(10);
  loseEvents(story);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const ids = Array.from({ length: 420 }, () => actions.createTicket({ groupId }).id);
  actions.massUpdate(ids, { priority: 4 });
  for (let minute = 0; minute < 60; minute += 1) {
    actions.touch(ids[(minute * 7) % ids.length] ?? 1);
    await story.minutes(1);
  }
  await story.minutes(60);

  expectAllArrived(story);
  expect(accepted(story)).toEqual({ accepted: 420, repaired: 420 });
});

it('finds more replies of one ticket than it can keep at once', async () => {
  const story = await startStory();
  await story.minutes(10);
  loseEvents(story);
  const { actions } = story.freshdesk;
  const { id } = actions.createTicket({ groupId: actions.createGroup('Care').id });
  for (let count = 0; count < 800; count += 1) {
    story.skip(SECOND);
    actions.customerReply(id, { channel: 'email' });
  }
  // Long enough for one window to hold them all.
  story.skip(HOUR);
  await story.minutes(40);

  expectAllArrived(story, { namedWithinMs: DAY });
  expect(accepted(story)).toEqual({ accepted: 801, repaired: 801 });
});

it.each([-10, 10])('finds everything once with a clock that is wrong by %i minutes', async (minutes) => {
  const story = await startStory();
  await story.minutes(10);
  loseEvents(story);
  story.platform.faults.clockSkewMs = minutes * MINUTE;
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  for (let count = 0; count < 12; count += 1) {
    const { id } = actions.createTicket({ groupId });
    await story.minutes(5);
    actions.customerReply(id, { channel: 'email' });
    await story.minutes(5);
  }
  await story.minutes(90);

  expectAllArrived(story, { namedWithinMs: DAY });
  expect(accepted(story)).toEqual({ accepted: 24, repaired: 24 });
});

it('forgets nothing it found when a batch of it is unclear and the run dies then', async () => {
  const story = await startStory();
  await story.minutes(10);
  loseEvents(story);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  for (let count = 0; count < 250; count += 1) {
    actions.createTicket({ groupId });
    story.skip(SECOND);
  }
  // Long enough that the next window does not include them.
  story.skip(HOUR);
  story.injixo.faults.add({ kind: 'broken', isTaken: false, onlyWithContacts: true, times: 1 });
  let isDead = false;
  story.platform.onStep = ({ label }) => {
    if (isDead || label !== 'set found' || heldOf(story).length === 0) return 'go';
    isDead = true;
    return 'kill before';
  };
  await story.minutes(60);

  expect(isDead).toBe(true);
  expect(story.injixo.receipts).toHaveLength(50);
  expect(heldIds(story, 'unclear')).toHaveLength(200);
});
